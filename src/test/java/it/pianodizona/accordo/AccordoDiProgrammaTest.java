package it.pianodizona.accordo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import it.pianodizona.Copre;
import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.motore.modulo.ModuloNonValido;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Copre("AccordoDiProgramma")
class AccordoDiProgrammaTest extends ProvaDiProcesso {

  private static final String FIRMARE = "UserTask_FirmareAccordo";
  private static final String APPROVARE = "UserTask_AdottareAttoApprovazione";
  private static final String TRASMETTERE = "UserTask_TrasmettereAllaRegione";
  private static final int ENTI = 26;

  @Autowired private Accordi accordi;

  private RiferimentoPiano piano;
  private ProcessInstance istanza;

  @BeforeEach
  void unAccordoDaFirmare() {
    adesso("2024-11-04T09:00");
    piano = piano();
    istanza = parti();
  }

  @Test
  void firmanoTuttiLAccordoVieneApprovatoETrasmesso() {
    firmanoTutti("2024-11-04");
    assertThat(accordi.dataUltimaFirma(piano.pianoId())).contains(LocalDate.of(2024, 11, 4));
    assertThat(modulo(compito(APPROVARE)).get("numeroFirme")).isEqualTo(ENTI);
    assertThat(modulo(compito(APPROVARE)).get("firme").toString())
        .contains("Comune di Clusone", "ATS Bergamo", "ASST Bergamo Est");

    completa(APPROVARE, Map.of("atto", "decreto 7/2024", "data", "2024-11-04"));
    assertThat(accordi.trasmesso(piano.pianoId())).isFalse();
    completa(TRASMETTERE, Map.of("data", "2024-11-04", "protocollo", "0012345/2024"));

    assertThat(istanza).isEnded().hasPassed("End_AccordoTrasmesso");
    assertThat(esito()).isEqualTo(true);
    assertThat(accordi.trasmesso(piano.pianoId())).isTrue();
  }

  @Test
  void ogniEnteHaIlSuoCompitoNelSuoGruppoELaSuaRichiesta() {
    var compiti = compiti(FIRMARE);

    assertThat(compiti).hasSize(ENTI);
    assertThat(compiti)
        .extracting(Task::getName)
        .contains(
            "Firmare l'Accordo di Programma – Comune di Clusone",
            "Firmare l'Accordo di Programma – Comune di Villa d'Ogna",
            "Firmare l'Accordo di Programma – ATS Bergamo",
            "Firmare l'Accordo di Programma – ASST Bergamo Est");
    assertThat(gruppi("Comune di Clusone")).containsExactly("comune.016077");
    assertThat(gruppi("ATS Bergamo")).containsExactly("ats");
    assertThat(gruppi("ASST Bergamo Est")).containsExactly("asst");
    assertThat(compito("ATS Bergamo", FIRMARE).getDueDate())
        .isEqualTo(java.util.Date.from(piani.scadenzaAccordo(piano.pianoId()).toInstant()));
    assertThat(eventi(FirmaRichiesta.class)).hasSize(ENTI);
  }

  @Test
  void unSoloRifiutoChiudeLaRaccoltaEUnSecondoTentativoRiparteDaCapo() {
    firma("Comune di Clusone", "2024-11-04");
    rifiuta("Comune di Gorno");

    assertThat(istanza).isEnded().hasPassed("End_AccordoNonRaggiunto");
    assertThat(esito()).isEqualTo(false);
    assertThat(accordi.dataUltimaFirma(piano.pianoId())).isEmpty();

    istanza = parti();

    assertThat(compiti(FIRMARE)).hasSize(ENTI);
    assertThat(accordi.accordo(accordoId()).tentativo()).isEqualTo(2);
    firmanoTutti("2024-11-04");
    assertThat(istanza).isWaitingAt(APPROVARE);
    assertThat(accordi.dataUltimaFirma(piano.pianoId())).contains(LocalDate.of(2024, 11, 4));
  }

  @Test
  void iSollecitiVannoSoloAChiMancaAlleNoveDelGiornoGiusto() {
    assertThat(accordi.accordo(accordoId()).entro())
        .isEqualTo("2024-12-10T23:59:59+01:00[Europe/Rome]");
    vaiA("2024-11-10T09:01");
    assertThat(eventi(FirmaSollecitata.class))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.giorniMancanti()).isEqualTo(30);
              assertThat(s.mancanti()).hasSize(ENTI);
            });
    firma("Comune di Clusone", "2024-11-10");

    vaiA("2024-12-09T08:59");
    assertThat(eventi(FirmaSollecitata.class))
        .extracting(FirmaSollecitata::giorniMancanti)
        .containsExactly(30, 15, 7);
    vaiA("2024-12-09T09:01");

    assertThat(eventi(FirmaSollecitata.class)).hasSize(4);
    assertThat(eventi(FirmaSollecitata.class).get(3).giorniMancanti()).isEqualTo(1);
    assertThat(eventi(FirmaSollecitata.class).get(3).mancanti())
        .hasSize(ENTI - 1)
        .noneMatch(d -> d.nome().equals("Comune di Clusone"));
  }

  @Test
  void passatoIlTermineSiSegnalaChiMancaESiPuoAncoraFirmare() {
    compiti(FIRMARE).stream()
        .filter(c -> !c.getName().endsWith("Gorno"))
        .forEach(c -> completa(c, firma("2024-11-04")));

    vaiA("2024-12-11T09:00");

    assertThat(eventi(TermineAccordoScaduto.class))
        .singleElement()
        .satisfies(t -> assertThat(t.mancanti()).containsExactly("Comune di Gorno"));
    assertThat(istanza).isWaitingAt(FIRMARE);
    firma("Comune di Gorno", "2024-12-11");
    assertThat(istanza).isWaitingAt(APPROVARE);
    assertThat(accordi.dataUltimaFirma(piano.pianoId())).contains(LocalDate.of(2024, 12, 11));
  }

  @Test
  void iPromemoriaGiaPassatiAllAperturaNonPartono() {
    adesso("2024-11-28T09:00");
    istanza = parti();
    var accordo = accordoId();

    esegui();
    assertThat(solleciti(accordo)).isEmpty();
    vaiA("2024-12-03T09:01");

    assertThat(solleciti(accordo)).containsExactly(7);
  }

  @Test
  void unAccordoApertoDopoIlTermineESubitoInRitardo() {
    adesso("2025-01-15T09:00");
    istanza = parti();
    var accordo = accordoId();

    esegui();

    assertThat(solleciti(accordo)).isEmpty();
    assertThat(eventi(TermineAccordoScaduto.class))
        .filteredOn(t -> t.accordoId() == accordo)
        .singleElement()
        .satisfies(t -> assertThat(t.mancanti()).hasSize(ENTI));
  }

  /** 24 mayors, the ATS and the ASST sign in the same instant. */
  @Test
  void tuttiFirmanoNelloStessoIstanteEIlProcessoContinuaUnaVoltaSola() throws Exception {
    var compiti = compiti(FIRMARE);
    var via = new CyclicBarrier(compiti.size());
    var persone = Executors.newFixedThreadPool(compiti.size());
    try {
      List<Callable<Void>> firme = new ArrayList<>();
      for (Task compito : compiti) {
        firme.add(
            () -> {
              via.await();
              motore
                  .getTaskService()
                  .complete(compito.getId(), comeDalBrowser(firma("2024-11-04")));
              return null;
            });
      }
      for (Future<Void> firma : persone.invokeAll(firme)) {
        firma.get();
      }
    } finally {
      persone.shutdownNow();
    }

    esegui();

    assertThat(compiti(FIRMARE)).isEmpty();
    assertThat(compiti(APPROVARE)).hasSize(1);
    assertThat(accordi.firme(accordoId())).hasSize(ENTI);
    assertThat(motore.getRuntimeService().createIncidentQuery().count()).isZero();
  }

  @Test
  void unEnteRispondeUnaVoltaSola() {
    var clusone =
        accordi.firmatari(accordoId()).stream()
            .filter(e -> e.nome().equals("Comune di Clusone"))
            .findFirst()
            .orElseThrow();
    firma("Comune di Clusone", "2024-11-04");

    assertThatThrownBy(
            () ->
                accordi.rifiuta(
                    clusone.firmaId(),
                    new Rifiuto("Ugo Neri", "Sindaco", "ripensamento", LocalDate.of(2024, 11, 4))))
        .hasMessageContaining("Comune di Clusone ha già risposto");
  }

  @Test
  void unaFirmaSenzaAttoOConDateImpossibiliVieneRifiutata() {
    var compito = compito("Comune di Gorno", FIRMARE);

    assertThatThrownBy(() -> completa(compito, senza("atto")))
        .isInstanceOf(ModuloNonValido.class)
        .hasMessageContaining("«Atto che autorizza la firma»");
    assertThatThrownBy(() -> completa(compito, con("dataAtto", "2024-11-05")))
        .hasMessageContaining("non può essere successivo alla firma");
    assertThatThrownBy(() -> completa(compito, firma("2024-11-05")))
        .hasMessageContaining("Data della firma")
        .hasMessageContaining("04/11/2024");
    assertThatThrownBy(() -> completa(compito, Map.of("esito", "RIFIUTATA", "persona", "Ugo Neri")))
        .hasMessageContaining("«Motivo del rifiuto»");
    assertThatThrownBy(() -> completa(compito, con("persona", "<script>alert(1)</script>")))
        .hasMessageContaining("«Chi firma o rifiuta»");
    assertThatThrownBy(() -> completa(compito, con("segreto", "x")))
        .hasMessageContaining("campo sconosciuto");
    assertThat(accordi.firme(accordoId())).isEmpty();
    assertThat(compiti(FIRMARE)).hasSize(ENTI);
  }

  @Test
  void approvazioneETrasmissioneNonPrecedonoCioCheLeRendePossibili() {
    adesso("2024-11-10T10:00");
    firmanoTutti("2024-11-08");
    assertThatThrownBy(
            () -> completa(APPROVARE, Map.of("atto", "decreto 7/2024", "data", "2024-11-07")))
        .hasMessageContaining("ultima firma")
        .hasMessageContaining("08/11/2024");
    completa(
        APPROVARE,
        Map.of("atto", "decreto 7/2024", "data", "2024-11-09", "burl", "serie ordinaria n. 46"));

    assertThatThrownBy(
            () -> completa(TRASMETTERE, Map.of("data", "2024-11-08", "protocollo", "1/2024")))
        .hasMessageContaining("Data di trasmissione")
        .hasMessageContaining("09/11/2024");
    assertThat(istanza).isWaitingAt(TRASMETTERE);
  }

  @Test
  void nullaDiCioCheSiFirmaRestaNelProcesso() {
    firma("Comune di Clusone", "2024-11-04");

    assertThat(motore.getRuntimeService().getVariables(istanza.getId()).keySet())
        .isEqualTo(
            Set.of(
                "pianoId",
                "codiceAmbito",
                "triennio",
                "scadenzaAccordo",
                "ritardoDal",
                "accordoId",
                "accordoRaggiunto",
                "firmeRichieste",
                "sollecito30",
                "sollecito15",
                "sollecito7",
                "sollecito1"));
  }

  private ProcessInstance parti() {
    var id =
        avvia(
            "AccordoDiProgramma",
            piano,
            Map.of("scadenzaAccordo", piani.scadenzaAccordo(piano.pianoId())));
    return motore
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(id)
        .singleResult();
  }

  private void firmanoTutti(String data) {
    compiti(FIRMARE).forEach(compito -> completa(compito, firma(data)));
  }

  private void firma(String ente, String data) {
    completa(compito(ente, FIRMARE), firma(data));
  }

  private void rifiuta(String ente) {
    completa(
        compito(ente, FIRMARE),
        Map.of(
            "esito", "RIFIUTATA",
            "persona", "Ugo Neri",
            "ruolo", "Sindaco",
            "motivo", "Il Consiglio comunale non ha ratificato gli impegni di spesa.",
            "data", "2024-11-04"));
  }

  private static Map<String, Object> firma(String data) {
    return Map.of(
        "esito", "FIRMATA",
        "persona", "Anna Riva",
        "ruolo", "Sindaca",
        "atto", "delibera di giunta 45/2024",
        "dataAtto", "2024-11-02",
        "data", data);
  }

  private static Map<String, Object> con(String campo, String valore) {
    var dati = new HashMap<>(firma("2024-11-04"));
    dati.put(campo, valore);
    return dati;
  }

  private static Map<String, Object> senza(String campo) {
    var dati = new HashMap<>(firma("2024-11-04"));
    dati.remove(campo);
    return dati;
  }

  private Task compito(String ente, String id) {
    return compiti(id).stream()
        .filter(c -> c.getName().endsWith("– " + ente))
        .findFirst()
        .orElseThrow();
  }

  private List<String> gruppi(String ente) {
    return motore.getTaskService().getIdentityLinksForTask(compito(ente, FIRMARE).getId()).stream()
        .map(IdentityLink::getGroupId)
        .toList();
  }

  private List<Integer> solleciti(long accordo) {
    return eventi(FirmaSollecitata.class).stream()
        .filter(s -> s.accordoId() == accordo)
        .map(FirmaSollecitata::giorniMancanti)
        .toList();
  }

  private long accordoId() {
    return (Long) motore.getRuntimeService().getVariable(istanza.getId(), "accordoId");
  }

  private Object esito() {
    return motore
        .getHistoryService()
        .createHistoricVariableInstanceQuery()
        .processInstanceId(istanza.getId())
        .variableName("accordoRaggiunto")
        .singleResult()
        .getValue();
  }
}
