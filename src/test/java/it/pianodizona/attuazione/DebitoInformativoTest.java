package it.pianodizona.attuazione;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import it.pianodizona.Copre;
import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.attuazione.EventoDebito.Fatto;
import it.pianodizona.fascicolo.CellaErrata;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.processo.PianoAvviato;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Copre({"DebitoInformativo", "CalendarioDebiti", "RiaperturaFlusso"})
class DebitoInformativoTest extends ProvaDiProcesso {

  private static final String INVIARE = "UserTask_InviareFlusso";
  private static final String VALIDARE = "UserTask_ValidareFlusso";
  private static final String BUONO = "intervento;area;importo\nSad;FAMIGLIA_MINORI;1000,50\n";

  @Autowired private DebitiInformativi debiti;
  @Autowired private ApplicationEventPublisher eventi;
  @Autowired private TransactionTemplate transazione;

  @Autowired private JdbcClient jdbc;

  private RiferimentoPiano piano;

  /** The other tests share the Ambito and its payments. */
  @AfterEach
  void dimenticaIDebiti() {
    jdbc.sql("delete from debito_storia").update();
    jdbc.sql("delete from debito_informativo").update();
  }

  @Test
  void unFlussoInviatoInTempoEValidatoEAcquisito() {
    var debito = preventivoDelPrimoAnno();
    assertThat(compito(INVIARE).getDueDate()).isEqualTo(anno(0) + "-05-31T23:59:59");
    assertThat(compito(INVIARE).getName())
        .isEqualTo("Inviare flusso – Fondo nazionale politiche sociali: preventivo " + anno(0));

    assertThat(carica(debito, BUONO)).isEmpty();
    completa(INVIARE, Map.of("protocollo", "0000012/2026"));
    assertThat(modulo(compito(VALIDARE))).containsEntry("nomeFile", "flusso.csv");
    completa(VALIDARE, Map.of("esito", "VALIDO"));

    assertThat(debiti.debito(debito.id()).stato()).isEqualTo(StatoDebito.ACQUISITO);
    assertThat(debiti.storia(debito.id()))
        .extracting(DebitiInformativi.Voce::fatto)
        .containsExactly(Fatto.APERTO, Fatto.INVIATO, Fatto.ACQUISITO);
    vaiA(anno(0) + "-06-02T00:00");
    assertThat(debiti.debito(debito.id()).inRitardo()).isFalse();
  }

  @Test
  void senzaFileIlCompitoNonSiCompleta() {
    preventivoDelPrimoAnno();
    assertThatThrownBy(() -> completa(INVIARE, Map.of("protocollo", "1/2026")))
        .hasMessageContaining("manca il file");
    assertThat(compiti(INVIARE)).hasSize(1);
  }

  @Test
  void unFileConErroriNonSiConserva() {
    var debito = preventivoDelPrimoAnno();
    assertThat(carica(debito, "intervento;area;importo\nSad;SPORT;molto\n"))
        .extracting(CellaErrata::cella)
        .containsExactly("B2", "C2");
    assertThat(debiti.debito(debito.id()).documentoId()).isNull();
  }

  @Test
  void unFlussoRespintoSiCorreggeESiInviaDiNuovo() {
    var debito = preventivoDelPrimoAnno();
    invia(debito);
    assertThatThrownBy(() -> completa(VALIDARE, Map.of("esito", "RESPINTO")))
        .hasMessageContaining("Che cosa l'Ambito deve correggere");
    completa(VALIDARE, Map.of("esito", "RESPINTO", "motivi", "Manca l'area disabili"));

    assertThat(modulo(compito(INVIARE)).get("rifiuto")).asString().contains("Manca l'area");
    assertThatThrownBy(() -> completa(INVIARE, Map.of("protocollo", "1/2026")))
        .as("il file respinto non si invia due volte")
        .hasMessageContaining("manca il file");
    invia(debito);
    completa(VALIDARE, Map.of("esito", "VALIDO"));
    assertThat(debiti.debito(debito.id()).stato()).isEqualTo(StatoDebito.ACQUISITO);
  }

  @Test
  void lUfficioERicordatoUnaVoltaELaFinestraChiusaSegnaIlRitardo() {
    var debito = preventivoDelPrimoAnno();
    vaiA(anno(0) + "-05-24T08:59");
    assertThat(fatti(debito, Fatto.IN_SCADENZA)).isZero();
    vaiA(anno(0) + "-05-24T09:01");
    assertThat(fatti(debito, Fatto.IN_SCADENZA)).isEqualTo(1);
    vaiA(anno(0) + "-05-31T23:59");
    assertThat(debiti.debito(debito.id()).inRitardo()).isFalse();
    vaiA(anno(0) + "-06-01T00:01");
    assertThat(debiti.debito(debito.id()).inRitardo()).isTrue();
    assertThat(debiti.motivi(AMBITO))
        .anyMatch(
            motivo ->
                motivo.startsWith(
                    "il flusso «Fondo nazionale politiche sociali: preventivo», periodo "
                        + anno(0)));

    chiudiTranne("FNPS_PREVENTIVO");
    invia(debito);
    assertThat(debiti.motivi(AMBITO)).as("inviato non basta: va acquisito").isNotEmpty();
    completa(VALIDARE, Map.of("esito", "VALIDO"));
    assertThat(debiti.debito(debito.id()).inRitardo()).isFalse();
  }

  @Test
  void ilFlussoRespintoDopoLaChiusuraEInRitardoSubito() {
    var debito = preventivoDelPrimoAnno();
    invia(debito);
    vaiA(anno(0) + "-06-10T10:00");
    assertThat(debiti.debito(debito.id()).inRitardo()).isFalse();
    completa(VALIDARE, Map.of("esito", "RESPINTO", "motivi", "Importi non coerenti"));
    esegui();
    assertThat(debiti.debito(debito.id()).inRitardo()).isTrue();
    assertThat(fatti(debito, Fatto.IN_SCADENZA)).as("a finestra chiusa non si ricorda").isZero();
  }

  @Test
  void laRegioneRiapreUnFlussoAcquisito() {
    var debito = preventivoDelPrimoAnno();
    invia(debito);
    completa(VALIDARE, Map.of("esito", "VALIDO"));

    avviaDalModulo("RiaperturaFlusso", riapertura("FNPS_PREVENTIVO", anno(0) + "", "06-30"));

    var riaperto = debiti.debito(debito.id());
    assertThat(riaperto.acquisizione()).isEqualTo(2);
    assertThat(riaperto.stato()).isEqualTo(StatoDebito.DA_INVIARE);
    assertThat(compito(INVIARE).getDueDate()).isEqualTo(anno(0) + "-06-30T23:59:59");
    invia(debito);
    completa(VALIDARE, Map.of("esito", "VALIDO"));
    assertThat(debiti.debito(debito.id()).stato()).isEqualTo(StatoDebito.ACQUISITO);
  }

  @Test
  void unFlussoPerBandoSiApreConLAttoDellaRegione() {
    preventivoDelPrimoAnno();
    avviaDalModulo("RiaperturaFlusso", riapertura("FN_FAMIGLIA", "bando 1", "07-31"));
    assertThat(debiti.delPiano(piano.pianoId()))
        .extracting(DebitoInformativo::flusso, DebitoInformativo::periodo)
        .contains(tuple("FN_FAMIGLIA", "bando 1"));
    assertThat(compiti(INVIARE)).hasSize(2);
  }

  @Test
  void nonSiRiapreUnFlussoAncoraApertoNeUnoMaiAperto() {
    preventivoDelPrimoAnno();
    assertThatThrownBy(
            () ->
                avviaDalModulo(
                    "RiaperturaFlusso", riapertura("FNPS_PREVENTIVO", anno(0) + "", "06-30")))
        .hasMessageContaining("è ancora da inviare");
    assertThatThrownBy(
            () ->
                avviaDalModulo(
                    "RiaperturaFlusso", riapertura("SPESA_SOCIALE", anno(2) + "", "06-30")))
        .hasMessageContaining("non è mai stato aperto");
    var altrove = new HashMap<String, Object>(riapertura("FN_FAMIGLIA", "b", "06-30"));
    altrove.put("ambiti", AMBITO + ", 99999");
    assertThatThrownBy(() -> avviaDalModulo("RiaperturaFlusso", altrove))
        .hasMessageContaining("99999");
  }

  @Test
  void nelTriennioSiAprePerOgniFlussoOgniPeriodoUnaVoltaSola() {
    avviaPiano();
    vaiA(anno(3) + "-12-31T23:00");

    var aperti = debiti.delPiano(piano.pianoId());
    assertThat(aperti)
        .as("8 flussi annuali, 4 trimestrali, 1 semestrale in tre anni")
        .hasSize(8 * 3 + 4 * 12 + 6)
        .doesNotHaveDuplicates()
        .allSatisfy(debito -> assertThat(debito.inRitardo()).isTrue());
    assertThat(
            motore
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("CalendarioDebiti")
                .count())
        .as("il calendario è concluso")
        .isZero();
    assertThat(debiti.apri(piano.pianoId())).as("riaprire non apre niente due volte").isEmpty();
  }

  @Test
  void unPianoCheParteTardiRecuperaLeFinestreGiaAperte() {
    piano = piano();
    adesso(anno(1) + "-02-10T09:00");
    avviaCalendario();
    assertThat(debiti.delPiano(piano.pianoId()))
        .extracting(DebitoInformativo::periodo)
        .contains(anno(0) + "", anno(0) + "-T1", anno(0) + "-T4", anno(0) + "-S2");
  }

  /**
   * The plan at 10 April of its first year: of the year's flows, only the FNPS preventivo is open.
   */
  private DebitoInformativo preventivoDelPrimoAnno() {
    avviaPiano();
    vaiA(anno(0) + "-04-10T10:00");
    chiudiTranne("FNPS_PREVENTIVO");
    return debiti.delPiano(piano.pianoId()).stream()
        .filter(debito -> debito.flusso().equals("FNPS_PREVENTIVO"))
        .findFirst()
        .orElseThrow();
  }

  private void avviaPiano() {
    piano = piano();
    adesso(anno(0) + "-01-10T09:00");
    avviaCalendario();
  }

  private void avviaCalendario() {
    transazione.executeWithoutResult(stato -> eventi.publishEvent(new PianoAvviato(piano)));
    esegui();
  }

  private int anno(int dopo) {
    return Integer.parseInt(piano.triennio().substring(0, 4)) + dopo;
  }

  private void chiudiTranne(String flusso) {
    for (Task compito : compiti(INVIARE)) {
      long debitoId = (Long) motore.getTaskService().getVariable(compito.getId(), "debitoId");
      if (!debiti.debito(debitoId).flusso().equals(flusso)) {
        motore
            .getRuntimeService()
            .deleteProcessInstance(compito.getProcessInstanceId(), "non serve alla prova");
      }
    }
  }

  private void invia(DebitoInformativo debito) {
    assertThat(carica(debito, BUONO)).isEmpty();
    completa(INVIARE, Map.of("protocollo", "0000012/2026"));
  }

  private List<CellaErrata> carica(DebitoInformativo debito, String testo) {
    return debiti.carica(debito.id(), "flusso.csv", testo.getBytes(StandardCharsets.UTF_8), "udp");
  }

  private long fatti(DebitoInformativo debito, Fatto fatto) {
    return debiti.storia(debito.id()).stream().filter(voce -> voce.fatto() == fatto).count();
  }

  private Map<String, Object> riapertura(String flusso, String periodo, String meseGiorno) {
    return Map.of(
        "codiceTriennio",
        piano.triennio(),
        "flusso",
        flusso,
        "periodo",
        periodo,
        "ambiti",
        AMBITO,
        "nuovoTermine",
        anno(0) + "-" + meseGiorno,
        "numeroAtto",
        "DGR 77",
        "dataAtto",
        anno(0) + "-04-10");
  }
}
