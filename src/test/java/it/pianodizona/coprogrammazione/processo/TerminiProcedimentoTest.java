package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.IstruttoriaFixture.controlliRegolari;
import static it.pianodizona.coprogrammazione.IstruttoriaFixture.controlliSenzaFirma;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DEFINIRE_ESITO;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.ESAMINARE_INTEGRAZIONE;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.ESAMINARE_OSSERVAZIONI;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.ISTRUIRE;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.TIMER_TERMINE;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.VALUTARE;
import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.comune.Termini;
import it.pianodizona.coprogrammazione.RicevutaDomanda;
import it.pianodizona.coprogrammazione.TermineProcedimentoScaduto;
import it.pianodizona.coprogrammazione.TermineProcedimentoSpostato;
import it.pianodizona.coprogrammazione.TerminiProcedimento;
import it.pianodizona.piano.Scadenze;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The term of the procedure on a domanda of 12/09/2024, 30 days: 12/10/2024. It stands still while
 * the applicant is asked something, and the running timer follows it.
 */
class TerminiProcedimentoTest extends ProvaDomanda {

  private static final String DOMANDA_DEL_12_SETTEMBRE = "2024-10-12T23:59:59";

  @Autowired private TerminiProcedimento termini;
  @Autowired private Scadenze scadenze;
  @Autowired private JdbcClient jdbc;

  @Test
  void ilSoccorsoSospendeIlTermineFinoAllaRispostaEIlTimerSiSpostaDavvero() {
    var ricevuta = presenta();
    assertThat(timer(ricevuta)).isEqualTo(DOMANDA_DEL_12_SETTEMBRE);
    chiediLaFirma();
    assertThat(timer(ricevuta))
        .as("sette giorni in più, se nessuno risponde")
        .isEqualTo("2024-10-19T23:59:59");

    vaiA("2024-09-16T10:00");
    domande.integra(ricevuta.token(), "Ecco la firma.");
    esegui();
    assertThat(timer(ricevuta))
        .as("sospeso quattro giorni soltanto")
        .isEqualTo("2024-10-16T23:59:59");
    assertThat(termini.motivazione(ricevuta.domandaId()))
        .contains("sospeso 4 giorni per soccorso istruttorio, art. 2, comma 7, l. 241/1990");
    assertThat(compito(ESAMINARE_INTEGRAZIONE).getDueDate()).isEqualTo("2024-10-16T23:59:59");

    vaiA("2024-10-16T23:59:58");
    assertThat(eventi(TermineProcedimentoScaduto.class)).isEmpty();
    vaiA("2024-10-17T00:00:01");
    assertThat(eventi(TermineProcedimentoScaduto.class))
        .singleElement()
        .satisfies(
            e -> assertThat(e.termine()).isEqualTo("2024-10-16T23:59:59+02:00[Europe/Rome]"));
  }

  @Test
  void ogniSpostamentoRestaAgliAttiConLaSuaMotivazione() {
    var ricevuta = presenta();
    chiediLaFirma();
    vaiA("2024-09-16T10:00");
    domande.integra(ricevuta.token(), "Ecco la firma.");

    assertThat(spostamenti(ricevuta))
        .containsExactly(
            "2024-10-12T23:59:59 -> 2024-10-19T23:59:59",
            "2024-10-19T23:59:59 -> 2024-10-16T23:59:59");
    assertThat(scadenze.elenco(piano.pianoId()))
        .filteredOn(s -> s.tipo().equals("PROCEDIMENTO"))
        .hasSize(3);
    assertThat(eventi(TermineProcedimentoSpostato.class)).hasSize(2);
  }

  @Test
  void soloLaPrimaRichiestaDiIntegrazioneSospendeIlTermine() {
    var ricevuta = presenta();
    chiediLaFirma();
    vaiA("2024-09-16T10:00");
    domande.integra(ricevuta.token(), "Ecco la firma.");
    esegui();
    completa(ESAMINARE_INTEGRAZIONE, Map.of("sufficiente", "SI"));
    completa(DEFINIRE_ESITO, Map.of("esito", "RINVIATA", "motivi", "Chiedere anche lo statuto."));
    chiediLaFirma();

    assertThat(timer(ricevuta)).isEqualTo("2024-10-16T23:59:59");
    assertThat(domanda(ricevuta).termineRisposta())
        .as("la richiesta vale lo stesso")
        .isEqualTo("2024-09-23T23:59:59+02:00[Europe/Rome]");
  }

  @Test
  void laSospensioneNonSuperaITrentaGiorniAncheSeIlTermineSlittaPerFesta() {
    vaiA("2024-09-13T09:00");
    var ricevuta = presenta();
    completa(ISTRUIRE, controlliSenzaFirma());
    completa(VALUTARE, Map.of("testo", "Firmare la domanda.", "giorni", 30));

    assertThat(domanda(ricevuta).termineRisposta())
        .as("il 13 ottobre è domenica")
        .isEqualTo("2024-10-14T23:59:59+02:00[Europe/Rome]");
    assertThat(termini.motivazione(ricevuta.domandaId())).contains("sospeso 30 giorni");
    assertThat(timer(ricevuta)).isEqualTo("2024-11-12T23:59:59");
    vaiA("2024-10-14T18:00");
    domande.integra(ricevuta.token(), "Ecco la firma.");
    assertThat(timer(ricevuta)).isEqualTo("2024-11-12T23:59:59");
  }

  @Test
  void unTermineGiaScadutoNonSiSospendePiu() {
    var ricevuta = presenta();
    vaiA("2024-10-14T09:00");
    assertThat(eventi(TermineProcedimentoScaduto.class)).hasSize(1);
    chiediLaFirma();

    assertThat(termini.termine(ricevuta.domandaId()))
        .isEqualTo("2024-10-12T23:59:59+02:00[Europe/Rome]");
    assertThat(spostamenti(ricevuta)).isEmpty();
  }

  @Test
  void ilPreavvisoSospendeIlTermineFinoADieciGiorniDopoLeOsservazioni() {
    var ricevuta = presenta();
    contesta("Categoria non ammessa.");
    assertThat(timer(ricevuta))
        .as("senza osservazioni riprende alla scadenza del loro termine, lunedì 23")
        .isEqualTo("2024-10-23T23:59:59");

    vaiA("2024-09-16T10:00");
    domande.osserva(ricevuta.token(), "Siamo una cooperativa sociale.");
    esegui();
    assertThat(timer(ricevuta))
        .as("riprende il 26 settembre: 14 giorni")
        .isEqualTo("2024-10-26T23:59:59");
    assertThat(compito(ESAMINARE_OSSERVAZIONI).getDueDate()).isEqualTo("2024-10-26T23:59:59");
  }

  @Test
  void senzaOsservazioniIlTermineRiprendeAllaLoroScadenza() {
    var ricevuta = presenta();
    contesta("Categoria non ammessa.");
    vaiA("2024-09-24T08:00");

    assertThat(compito(DEFINIRE_ESITO).getDueDate()).isEqualTo("2024-10-23T23:59:59");
    assertThat(timer(ricevuta)).isEqualTo("2024-10-23T23:59:59");
  }

  @Test
  void soccorsoEPreavvisoSiSommano() {
    var ricevuta = presenta();
    chiediLaFirma();
    vaiA("2024-09-20T08:00");

    assertThat(timer(ricevuta))
        .as("sette giorni di soccorso, dieci di preavviso dal 20 al 30 settembre")
        .isEqualTo("2024-10-29T23:59:59");
    assertThat(termini.motivazione(ricevuta.domandaId()))
        .contains("sospeso 7 giorni per soccorso istruttorio")
        .contains("sospeso 10 giorni per preavviso di rigetto");
  }

  @Test
  void ilTermineDiUnaDomandaGiaDecisaNonMuovePiuNulla() {
    var ricevuta = presenta();
    completa(ISTRUIRE, controlliRegolari());
    completa(DEFINIRE_ESITO, Map.of("esito", "AMMESSA"));

    assertThat(motore.getManagementService().createJobQuery().activityId(TIMER_TERMINE).count())
        .isZero();
    assertThat(spostamenti(ricevuta)).isEmpty();
  }

  private LocalDateTime timer(RicevutaDomanda ricevuta) {
    var timer =
        motore
            .getManagementService()
            .createJobQuery()
            .processInstanceId(istanza(ricevuta).getId())
            .activityId(TIMER_TERMINE)
            .singleResult();
    return timer.getDuedate().toInstant().atZone(Termini.ROMA).toLocalDateTime();
  }

  private List<String> spostamenti(RicevutaDomanda ricevuta) {
    return jdbc.sql("select prima, dopo from spostamento_termine where domanda_id = ? order by id")
        .param(ricevuta.domandaId())
        .query((riga, n) -> ora(riga.getObject("prima")) + " -> " + ora(riga.getObject("dopo")))
        .list();
  }

  private static String ora(Object istante) {
    return ((OffsetDateTime) istante).atZoneSameInstant(Termini.ROMA).toLocalDateTime().toString();
  }
}
