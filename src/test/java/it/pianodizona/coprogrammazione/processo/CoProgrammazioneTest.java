package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.AvvisoFixture.avvisoDiClusone;
import static it.pianodizona.coprogrammazione.DomandaFixture.domandaDelSindacato;
import static it.pianodizona.coprogrammazione.DomandaFixture.domandaDellaCooperativa;
import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.APPROVARE_AVVISO;
import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.APPROVARE_ELENCO;
import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.NOMINARE_RUP;
import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.REDIGERE_AVVISO;
import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.REDIGERE_RELAZIONE;
import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.RIAPRIRE_AVVISO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import it.pianodizona.Copre;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.coprogrammazione.AvvisoPubblicato;
import it.pianodizona.coprogrammazione.BozzeAvviso;
import it.pianodizona.coprogrammazione.CoProgrammazioneConclusa;
import it.pianodizona.coprogrammazione.DomandaTornataTempestiva;
import it.pianodizona.coprogrammazione.ElencoAmmessiPubblicato;
import it.pianodizona.coprogrammazione.EsitoDomanda;
import it.pianodizona.coprogrammazione.EsitoDomandaComunicato;
import it.pianodizona.coprogrammazione.ScadenzaDomandeVicina;
import it.pianodizona.coprogrammazione.StatoAvviso;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Scadenze;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Copre("CoProgrammazione")
class CoProgrammazioneTest extends ProvaCoProgrammazione {

  @Autowired private BozzeAvviso bozze;
  @Autowired private Scadenze scadenze;

  private RiferimentoPiano piano;
  private ProcessInstance istanza;
  private String tavoloDiProva;

  @BeforeEach
  void avviaLaCoProgrammazione() {
    tavoloDiProva =
        motore
            .getRepositoryService()
            .createDeployment()
            .addModelInstance(
                "TavoloTematico.bpmn",
                Bpmn.createExecutableProcess("TavoloTematico").startEvent().endEvent().done())
            .deploy()
            .getId();
    piano = piano();
    var id = avvia(CoProgrammazioneProcesso.CHIAVE, piano, Map.of());
    istanza =
        motore
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(id)
            .singleResult();
    esegui();
  }

  @AfterEach
  void togliIlTavoloDiProva() {
    motore.getRepositoryService().deleteDeployment(tavoloDiProva, true);
  }

  @Test
  void laCoProgrammazioneArrivaAllaRelazioneConclusiva() {
    nominaIlRup();
    completa(REDIGERE_AVVISO, modulo(avvisoDiClusone()));
    completa(APPROVARE_AVVISO, Map.of("esito", "APPROVATO"));
    var avviso = avvisi.delPiano(piano.pianoId()).orElseThrow();
    assertThat(avviso.numero()).matches("50084-2024-\\d{2,}");
    assertThat(avviso.protocollo()).matches("\\d{7}/2024");
    assertThat(avvisi.pubblicati()).contains(avviso);
    assertThat(eventi(AvvisoPubblicato.class))
        .singleElement()
        .satisfies(e -> assertThat(e.scadenzaDomande()).isEqualTo(avviso.scadenzaDomande()));

    var inTempo = domande.presenta(domandaDellaCooperativa(avviso.numero()));
    vaiA("2024-10-02T23:59:59");
    assertThat(compiti(APPROVARE_ELENCO)).isEmpty();
    vaiA("2024-10-03T00:00:01");
    var tardiva = domande.presenta(domandaDelSindacato(avviso.numero()));
    esegui();

    var elenco = compito(APPROVARE_ELENCO);
    assertThat(elenco.getDueDate())
        .as("il 6 ottobre è domenica: il termine è anticipato a sabato")
        .isEqualTo("2024-10-05T23:59:59");
    completa(elenco, Map.of("numeroAtto", "430", "dataAtto", LocalDate.of(2024, 10, 3).toString()));

    assertThat(domande.ammessi(avviso.id(), "inclusione-sociale"))
        .extracting(d -> d.id(), d -> d.esito(), d -> d.tardiva())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                inTempo.domandaId(), EsitoDomanda.CON_RISERVA, false),
            org.assertj.core.groups.Tuple.tuple(
                tardiva.domandaId(), EsitoDomanda.CON_RISERVA, true));
    assertThat(eventi(EsitoDomandaComunicato.class)).hasSize(2);
    assertThat(eventi(ElencoAmmessiPubblicato.class)).hasSize(1);
    assertThat(areeDeiTavoli())
        .containsExactlyInAnyOrder(
            "invecchiamento-disabilita-non-autosufficienza",
            "minori-e-famiglia",
            "inclusione-sociale");

    var relazione = "Bisogni, interventi e risorse emersi.\n".repeat(105);
    assertThat(relazione).as("la più lunga che il modulo accetta").hasSize(3_990);
    completa(REDIGERE_RELAZIONE, Map.of("relazione", relazione));
    assertThat(istanza).isEnded().hasPassed("End_CoProgrammazioneConclusa");
    assertThat(avvisi.avviso(avviso.id()).stato()).isEqualTo(StatoAvviso.CONCLUSO);
    assertThat(eventi(CoProgrammazioneConclusa.class))
        .singleElement()
        .satisfies(
            e ->
                assertThat(e.partecipanti())
                    .extracting(Destinatario::email)
                    .containsOnly("ente@example.org"));
    assertThat(scadenze.elenco(piano.pianoId()))
        .extracting(Scadenze.Scadenza::tipo)
        .contains("DOMANDE", "ELENCO_AMMESSI", "PROCEDIMENTO");
  }

  @Test
  void ilPrimoModuloRiportaLaPropostaDiAvviso() {
    bozze.proponi(piano.codiceAmbito(), piano.triennio(), avvisoDiClusone());
    nominaIlRup();

    var modulo = modulo(compito(REDIGERE_AVVISO));
    assertThat(modulo)
        .containsEntry("titolo", avvisoDiClusone().titolo())
        .containsEntry("scadenzaDomande", "2024-10-02");
    assertThat(modulo.get("incontri").toString()).contains("2024-10-28").contains("Sala Legrenzi");
    assertThat(modulo.get("aree").toString()).contains("Inclusione sociale");
  }

  @Test
  void senzaPropostaIlModuloRiportaQuantoSiSa() {
    nominaIlRup();

    assertThat(modulo(compito(REDIGERE_AVVISO)))
        .containsEntry("rup", "Lucia Bonaldi")
        .containsEntry("attoRegionale", "DGR XII/2167 del 15/04/2024");
  }

  @Test
  void lAvvisoRinviatoTornaInRedazioneConLaBozzaELeOsservazioni() {
    nominaIlRup();
    completa(REDIGERE_AVVISO, modulo(avvisoDiClusone()));
    completa(
        APPROVARE_AVVISO,
        Map.of("esito", "RINVIATO", "osservazioni", "Manca l'orario della sala."));

    assertThat(modulo(compito(REDIGERE_AVVISO)))
        .containsEntry("rilievi", "Manca l'orario della sala.")
        .containsEntry("firmatario", avvisoDiClusone().firmatario());
    var corretto = modulo(avvisoDiClusone());
    corretto.put("titolo", "Avviso corretto di co-programmazione");
    completa(REDIGERE_AVVISO, corretto);
    assertThat(modulo(compito(APPROVARE_AVVISO)))
        .containsEntry("titolo", "Avviso corretto di co-programmazione");
  }

  @Test
  void ilRinvioSenzaOsservazioniERifiutato() {
    nominaIlRup();
    completa(REDIGERE_AVVISO, modulo(avvisoDiClusone()));

    assertThatThrownBy(() -> completa(APPROVARE_AVVISO, Map.of("esito", "RINVIATO")))
        .hasMessageContaining("Osservazioni");
    assertThat(compiti(APPROVARE_AVVISO)).hasSize(1);
  }

  @Test
  void unTerminePassatoERifiutatoELaBozzaNonNasce() {
    nominaIlRup();
    adesso("2024-10-02T08:00");

    assertThatThrownBy(() -> completa(REDIGERE_AVVISO, modulo(avvisoDiClusone())))
        .hasMessageContaining("Termine per le domande: il 02/10/2024 non viene dopo oggi");
    assertThat(avvisi.delPiano(piano.pianoId())).isEmpty();
  }

  @Test
  void lAreaDiUnIncontroDeveEsistere() {
    nominaIlRup();
    var dati = modulo(avvisoDiClusone());
    dati.put("aree", List.of(Map.of("denominazione", "Minori", "temi", "Minori")));

    assertThatThrownBy(() -> completa(REDIGERE_AVVISO, dati))
        .hasMessageContaining("Area n.")
        .hasMessageContaining("da 1 a 1");

    dati.put("aree", List.of());
    assertThatThrownBy(() -> completa(REDIGERE_AVVISO, dati))
        .hasMessageContaining("Aree tematiche: serve almeno un'area");
  }

  @Test
  void lAvvisoApprovatoPrimaAspettaLaDataDiPubblicazione() {
    adesso("2024-09-10T09:00");
    nominaIlRup();
    completa(REDIGERE_AVVISO, modulo(avvisoDiClusone()));
    completa(APPROVARE_AVVISO, Map.of("esito", "APPROVATO"));
    assertThat(istanza).isWaitingAt("Timer_Pubblicazione");
    assertThat(avvisi.delPiano(piano.pianoId()).orElseThrow().numero()).isNull();

    vaiA("2024-09-12T00:01");
    assertThat(istanza).isWaitingAt("Timer_ScadenzaDomande");
    assertThat(avvisi.delPiano(piano.pianoId()).orElseThrow().pubblicato())
        .isEqualToIgnoringNanos(
            LocalDate.of(2024, 9, 12).atStartOfDay(it.pianodizona.comune.Termini.ROMA));
  }

  @Test
  void lUfficioERicordatoDelTermineSenzaFermareLaRaccolta() {
    pubblica();
    vaiA("2024-09-29T09:01");

    assertThat(eventi(ScadenzaDomandeVicina.class))
        .singleElement()
        .satisfies(e -> assertThat(e.domandePervenute()).isZero());
    assertThat(istanza).isWaitingAt("Timer_ScadenzaDomande").hasPassed("End_UfficioAvvisato");
  }

  @Test
  void senzaDomandeLAvvisoSiRiapreEUnaTardivaTornaInTermine() {
    pubblica();
    vaiA("2024-10-03T09:00");
    var avviso = avvisi.delPiano(piano.pianoId()).orElseThrow();
    var tardiva = domande.presenta(domandaDelSindacato(avviso.numero()));
    assertThat(tardiva.tardiva()).isTrue();
    esegui();

    var riapertura = compito(RIAPRIRE_AVVISO);
    assertThatThrownBy(() -> completa(riapertura, riapertura("2024-10-10")))
        .hasMessageContaining("non viene dopo il termine per le domande (10/10/2024)");
    completa(riapertura, riapertura("2024-10-05"));

    var riaperto = avvisi.avviso(avviso.id());
    assertThat(riaperto.numero()).isEqualTo(avviso.numero());
    assertThat(riaperto.contenuto().scadenzaDomande()).isEqualTo("2024-10-05");
    assertThat(domande.domanda(tardiva.domandaId()).tardiva()).isFalse();
    assertThat(eventi(DomandaTornataTempestiva.class))
        .singleElement()
        .satisfies(e -> assertThat(e.protocollo()).isEqualTo(tardiva.protocollo()));
    assertThat(modulo(compito(DomandaPartecipazioneProcesso.ISTRUIRE)))
        .as("anche il compito già aperto la mostra in termine")
        .containsEntry("tempestivita", "in termine: entro il 05/10/2024 alle 23:59:59");
    assertThat(eventi(AvvisoPubblicato.class)).hasSize(2);
    vaiA("2024-10-06T00:01");
    assertThat(compiti(APPROVARE_ELENCO)).hasSize(1);
  }

  @Test
  void unaDomandaRitirataPrimaDelTermineNonConta() {
    pubblica();
    var numero = avvisi.delPiano(piano.pianoId()).orElseThrow().numero();
    domande.ritira(domande.presenta(domandaDellaCooperativa(numero)).token());
    vaiA("2024-10-03T00:01");

    assertThat(compiti(RIAPRIRE_AVVISO)).hasSize(1);
  }

  private void nominaIlRup() {
    completa(NOMINARE_RUP, nomina());
  }

  private void pubblica() {
    nominaIlRup();
    completa(REDIGERE_AVVISO, modulo(avvisoDiClusone()));
    completa(APPROVARE_AVVISO, Map.of("esito", "APPROVATO"));
  }

  private Map<String, Object> riapertura(String scadenza) {
    return Map.of(
        "numeroAtto", "428",
        "dataAtto", "2024-10-03",
        "motivi", "Nessuna domanda in termine.",
        "scadenzaDomande", scadenza,
        "incontri",
            IncontriNelModulo.righe(avvisoDiClusone().aree(), avvisoDiClusone().incontri()));
  }

  private List<Object> areeDeiTavoli() {
    var tavoli =
        motore
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .superProcessInstanceId(istanza.getId())
            .list()
            .stream()
            .map(HistoricProcessInstance::getId)
            .toArray(String[]::new);
    return motore
        .getHistoryService()
        .createHistoricVariableInstanceQuery()
        .processInstanceIdIn(tavoli)
        .variableName("areaCodice")
        .list()
        .stream()
        .map(v -> v.getValue())
        .toList();
  }
}
