package it.pianodizona.monitoraggio;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.motore.modulo.ValoriModulo;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures behind the alarms. Other tests leave their own rows: only differences count. */
class SaluteTest extends ProvaDiProcesso {

  @Autowired private Salute salute;
  @Autowired private JdbcClient jdbc;

  @Test
  void unPianoConFirmeMancantiContaNegliUltimiSetteGiorniEPoiNonPiu() {
    var piano = piano();
    jdbc.sql("update piano set scadenza_accordo = ? where id = ?")
        .params(adesso().plusDays(10).toOffsetDateTime(), piano.pianoId())
        .update();
    int prima = salute.stato().accordiInScadenza();
    jdbc.sql("update piano set scadenza_accordo = ? where id = ?")
        .params(adesso().plusDays(6).toOffsetDateTime(), piano.pianoId())
        .update();
    assertThat(salute.stato().accordiInScadenza()).isEqualTo(prima + 1);
    jdbc.sql("update piano set fase = 'PREMIALITA' where id = ?").param(piano.pianoId()).update();
    assertThat(salute.stato().accordiInScadenza()).isEqualTo(prima);
    jdbc.sql("update piano set fase = 'CO_PROGRAMMAZIONE', scadenza_accordo = ? where id = ?")
        .params(adesso().minusDays(1).toOffsetDateTime(), piano.pianoId())
        .update();
    assertThat(salute.stato().accordiInScadenza()).isEqualTo(prima);
  }

  @Test
  void unLavoroCheNessunoFaAspettaEUnoSenzaTentativiEFallito() {
    var prima = salute.stato();
    avvia("CoProgrammazione", piano(), Map.of());
    // what follows waits for the job executor, which is off
    motore
        .getTaskService()
        .complete(
            compito("UserTask_NominareRup").getId(),
            ValoriModulo.versoIlMotore(
                Map.of(
                    "rup", "Dott.ssa Lucia Ferrandi",
                    "numeroDetermina", "412/2024",
                    "dataDetermina", "2024-09-05",
                    "numeroIndirizzo", "7/2024",
                    "dataIndirizzo", "2024-08-30",
                    "priorita", "Domiciliarità")));
    var lavoro =
        motore.getManagementService().createJobQuery().active().withRetriesLeft().list().get(0);
    motore
        .getManagementService()
        .setJobDuedate(lavoro.getId(), Date.from(adesso().minusHours(2).toInstant()));

    assertThat(salute.stato().attesaLavori()).isGreaterThanOrEqualTo(Duration.ofHours(2));

    motore.getManagementService().setJobRetries(lavoro.getId(), 0);
    assertThat(salute.stato().lavoriFalliti()).isEqualTo(prima.lavoriFalliti() + 1);
    assertThat(salute.stato().anomalie()).isEqualTo(prima.anomalie() + 1);
    motore.getManagementService().setJobRetries(lavoro.getId(), 1);
    assertThat(salute.stato().anomalie()).isEqualTo(prima.anomalie());
  }
}
