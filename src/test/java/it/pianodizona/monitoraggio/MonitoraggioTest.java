package it.pianodizona.monitoraggio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import it.pianodizona.monitoraggio.RigaAmbito.Stato;
import it.pianodizona.piano.Fase;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the Region sees at a glance, and how few questions it takes. */
class MonitoraggioTest extends ProvaMonitoraggio {

  @Autowired private ScadenzeVicine scadenze;
  @Autowired private StoriePiani storie;

  @Test
  void leDomandeAlDatabaseSonoLeStessePerNoveAmbitiEPerNovantuno() {
    for (var triennio : List.of(POCHI, TUTTI)) {
      // the engine and the pools are warm
      scadenze.elenco(monitoraggio.quadro(triennio, Visibilita.piena()), 90);
    }
    long perNove = domande(() -> monitoraggio.quadro(POCHI, Visibilita.piena()));
    long perTutti = domande(() -> monitoraggio.quadro(TUTTI, Visibilita.piena()));
    assertThat(perTutti).as("domande per il quadro").isEqualTo(perNove).isBetween(8L, 20L);

    var nove = monitoraggio.quadro(POCHI, Visibilita.piena());
    var tutti = monitoraggio.quadro(TUTTI, Visibilita.piena());
    assertThat(domande(() -> scadenze.elenco(tutti, 90)))
        .as("domande per le scadenze")
        .isEqualTo(domande(() -> scadenze.elenco(nove, 90)))
        .isBetween(3L, 8L);
  }

  @Test
  void ogniAmbitoHaUnaRigaAncheSenzaPiano() {
    assertThat(monitoraggio.quadro(TUTTI, Visibilita.piena()).righe()).hasSize(91);
    var pochi = monitoraggio.quadro(POCHI, Visibilita.piena());
    assertThat(pochi.righe()).hasSize(91);
    assertThat(pochi.conPiano()).isEqualTo(9);
    assertThat(pochi.nelloStato(Stato.SENZA_PIANO)).isEqualTo(82);
    assertThat(monitoraggio.quadro(TUTTI, Visibilita.piena()).perFase().values())
        .as("piani in ogni fase")
        .allMatch(quanti -> quanti >= 15)
        .hasSize(Fase.values().length);
  }

  @Test
  void unaRigaDiceDoveIlPianoECheCosaManca() {
    var righe = monitoraggio.quadro(TUTTI, Visibilita.piena()).righe();
    var inFirma =
        righe.stream()
            .filter(r -> r.piano().fase() == Fase.ACCORDO && r.ats().equals("Bergamo"))
            .findFirst()
            .orElseThrow();
    assertThat(inFirma.firme().enti() - inFirma.firme().firmati()).isEqualTo(3);
    assertThat(inFirma.firme().mancanti()).hasSize(3).contains("ATS", "ASST");
    assertThat(inFirma.lavoro().istanza()).isNotNull();
    assertThat(inFirma.lavoro().inMano())
        .as("i processi partono dalla nomina del RUP")
        .extracting(LavoriInCorso.InMano::chi)
        .containsExactly("Ufficio di piano");
    assertThat(inFirma.partecipazione())
        .isEqualTo(new RigaAmbito.Partecipazione(12, 4, 2, 2, 2, 0));
    assertThat(inFirma.obiettivi().totale()).isEqualTo(10);
    assertThat(inFirma.obiettivi().coProgettati()).isEqualTo(5);
    assertThat(inFirma.obiettivi().sociosanitari()).isEqualTo(2);
    assertThat(inFirma.obiettivi().perMacroarea()).hasSize(10).containsEntry("J", 1);

    var concluso =
        righe.stream().filter(r -> r.piano().fase() == Fase.PREMIALITA).findFirst().orElseThrow();
    assertThat(concluso.premialita().presentati()).isEqualTo(4);
    assertThat(concluso.premialita().approvati()).isEqualTo(3);
    assertThat(concluso.premialita().assegnata()).isEqualTo(Denaro.euro("60000"));
    assertThat(concluso.premialita().pagata()).isEqualTo(Denaro.euro("8000"));
    assertThat(concluso.premialita().residua()).isEqualTo(Denaro.euro("52000"));
    assertThat(concluso.giorniInParole()).isEqualTo("Accordo concluso");
    assertThat(concluso.firme().mancanti()).isEmpty();
    assertThat(concluso.firme().trasmesso()).isNotNull();
  }

  @Test
  void iFlussiInRitardoBloccanoSoloChiAspettaUnPagamento() {
    var righe = monitoraggio.quadro(TUTTI, Visibilita.piena()).righe();
    assertThat(righe)
        .filteredOn(r -> r.flussi().inRitardo() > 0)
        .isNotEmpty()
        .allSatisfy(
            r -> assertThat(r.bloccato()).isEqualTo(r.piano().fase().compareTo(Fase.ACCORDO) > 0));
    assertThat(righe).filteredOn(RigaAmbito::bloccato).isNotEmpty();
  }

  @Test
  void ognunoVedeSoloISuoiAmbiti() {
    var solo = monitoraggio.quadro(TUTTI, Visibilita.di(Set.of(MIO)));
    assertThat(solo.righe()).extracting(RigaAmbito::codiceAmbito).containsExactly(MIO);
    assertThat(scadenze.elenco(solo, 90)).isNotEmpty().allMatch(s -> s.codiceAmbito().equals(MIO));
    assertThat(monitoraggio.quadro(TUTTI, Visibilita.di(Set.of())).righe()).isEmpty();
    assertThat(scadenze.elenco(monitoraggio.quadro(TUTTI, Visibilita.di(Set.of())), 90)).isEmpty();
  }

  @Test
  void iFiltriScelgonoLeRighe() {
    var quadro = monitoraggio.quadro(TUTTI, Visibilita.piena());
    assertThat(quadro.filtrato(new Filtro("325", "", "", "", "")).righe()).hasSize(14);
    assertThat(quadro.filtrato(new Filtro("", "", "ACCORDO", "", "")).righe())
        .isNotEmpty()
        .allMatch(r -> r.piano().fase() == Fase.ACCORDO);
    assertThat(quadro.filtrato(new Filtro("", "", "", "RITARDO", "")).righe())
        .isNotEmpty()
        .allMatch(r -> r.stato() == Stato.IN_RITARDO);
    assertThat(quadro.filtrato(new Filtro("", "", "", "", "citta")).righe())
        .as("senza accenti e senza maiuscole")
        .anyMatch(r -> r.ambito().contains("Città"));
    assertThat(new Filtro("", "", "inventata", "inventata", null)).isEqualTo(Filtro.NESSUNO);
  }

  @Test
  void leScadenzeVengonoInOrdineERicordanoIRitardi() {
    var quadro = monitoraggio.quadro(TUTTI, Visibilita.piena());
    var elenco = scadenze.elenco(quadro, 90);
    assertThat(elenco)
        .isSortedAccordingTo(Comparator.comparing(s -> s.quando().toLocalDate()))
        .anyMatch(s -> s.inRitardo() && s.tipo() == ScadenzaVicina.Tipo.FLUSSO)
        .anyMatch(s -> s.inRitardo() && s.tipo() == ScadenzaVicina.Tipo.ACCORDO)
        .anyMatch(s -> !s.inRitardo() && s.tipo() == ScadenzaVicina.Tipo.AVVISO)
        .allMatch(s -> s.quando().isBefore(quadro.alle().plusDays(91)));
    assertThat(scadenze.elenco(quadro, 1).size()).isLessThan(elenco.size());
    assertThatThrownBy(() -> scadenze.elenco(quadro, 367))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("da 1 a 366");
  }

  @Test
  void laStoriaDiUnPianoRaccontaFasiPassiEPosta() {
    var riga =
        monitoraggio.quadro(TUTTI, Visibilita.piena()).righe().stream()
            .filter(r -> r.piano().fase() == Fase.ACCORDO)
            .findFirst()
            .orElseThrow();
    var storia = storie.storia(riga.piano().id());
    assertThat(storia.fasi()).hasSize(4);
    assertThat(storia.fasi().get(3).fine()).isNull();
    assertThat(storia.passi())
        .anySatisfy(
            passo -> {
              assertThat(passo.tipo()).isEqualTo(PassoDelPiano.Tipo.COMPITO);
              assertThat(passo.inCorso()).isTrue();
              assertThat(passo.chi()).isEqualTo("Ufficio di piano");
            });
    assertThat(storia.lettere()).hasSize(60);
  }

  @Test
  void chiHaCompletatoUnCompitoSiLeggeNellaStoria() {
    var piano = mia(TUTTI);
    var compito = nominaDelRup(MIO, TUTTI);
    motore.getTaskService().claim(compito.getId(), "udp");
    adesso("2024-09-14T10:00");
    assertThat(storie.storia(piano.piano().id()).compiti())
        .anySatisfy(
            passo -> {
              assertThat(passo.chi()).isEqualTo("Marta Zanetti, Ufficio di piano");
              assertThat(passo.durata(storie.storia(piano.piano().id()).alle()))
                  .isEqualTo("2 giorni");
            });
    motore.getTaskService().setAssignee(compito.getId(), null);
  }

  @Test
  void siLeggeChiHaInManoIlPianoEDoveUnPassoNonERiuscito() {
    var compito = nominaDelRup(ALTRUI, TUTTI);
    var compiti = motore.getTaskService();
    compiti.deleteCandidateGroup(compito.getId(), "ufficio-di-piano");
    compiti.addCandidateGroup(compito.getId(), "comune.016077");
    var anomalia =
        motore
            .getRuntimeService()
            .createIncident("prova", compito.getExecutionId(), "un passo non riuscito");
    try {
      var lavoro = riga(ALTRUI, TUTTI).lavoro();
      assertThat(lavoro.inMano())
          .extracting(LavoriInCorso.InMano::descrizione)
          .containsExactly("Comune di Clusone");
      assertThat(lavoro.anomalie()).as("una sola, anche se i processi sono due").isEqualTo(1);
    } finally {
      motore.getRuntimeService().resolveIncident(anomalia.getId());
      compiti.deleteCandidateGroup(compito.getId(), "comune.016077");
      compiti.addCandidateGroup(compito.getId(), "ufficio-di-piano");
    }
    assertThat(riga(ALTRUI, TUTTI).lavoro().anomalie()).isZero();
  }

  private Task nominaDelRup(String ambito, String triennio) {
    return motore
        .getTaskService()
        .createTaskQuery()
        .tenantIdIn(ambito)
        .taskDefinitionKey("UserTask_NominareRup")
        .processInstanceBusinessKey(ambito + "/" + triennio)
        .singleResult();
  }

  private RigaAmbito mia(String triennio) {
    return riga(MIO, triennio);
  }

  private RigaAmbito riga(String ambito, String triennio) {
    return monitoraggio.quadro(triennio, Visibilita.di(Set.of(ambito))).righe().get(0);
  }

  @Test
  void unTriennioCheNonCeELiDiceTutti() {
    assertThat(monitoraggio.triennio("")).isEqualTo(TUTTI);
    assertThatThrownBy(() -> monitoraggio.triennio("1999-2001"))
        .hasMessageContaining("1999-2001")
        .hasMessageContaining(TUTTI)
        .hasMessageContaining("2018-2020");
  }
}
