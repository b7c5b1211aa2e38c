package it.pianodizona.premialita;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import it.pianodizona.Copre;
import it.pianodizona.attuazione.DebitiInformativi;
import it.pianodizona.comune.Denaro;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.premialita.libro.TipoMovimento;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The first level of 2018-2020: its dates, its one payment, what blocks it. */
@Copre("PremialitaPrimoLivello")
class PrimoLivelloTest extends ProvaDiPremialita {

  private static final String LIQUIDARE = "UserTask_LiquidarePrimoLivello";
  private static final String SANARE = "UserTask_SanareDebitiPrimoLivello";

  @Autowired private DebitiInformativi debiti;

  @ParameterizedTest
  @CsvSource({"2018-06-30T10:00, 30000", "2018-12-31T23:00, 15000", "2019-12-31T23:00, 10000"})
  void laQuotaDipendeDalGiornoDellUltimaFirmaESiPagaUnaVoltaSola(String quando, long euro) {
    adesso(quando);
    var piano = piano("2018-2020");
    trasmetteAccordo(piano);
    var istanza = segui(piano);

    assertThat(premialita.riepilogo(piano.pianoId()).assegnata()).isEqualTo(Denaro.euro(euro));
    assertThat(modulo(compito(LIQUIDARE)))
        .containsEntry("importo", Denaro.euro(euro).toString())
        .containsEntry("beneficiario", "Comune di Clusone");
    completa(LIQUIDARE, decreto());

    assertThat(istanza).isEnded().hasPassed("End_PrimoLivelloLiquidato");
    assertThat(premialita.movimenti(piano.pianoId()))
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.tipo()).isEqualTo(TipoMovimento.PRIMO_LIVELLO);
              assertThat(m.progettoId()).isNull();
              assertThat(m.uscita()).isEqualTo(Denaro.euro(euro));
              assertThat(m.presupposto()).contains("Accordo trasmesso");
            });
    assertThat(premialita.riepilogo(piano.pianoId()).residua()).isEqualTo(Denaro.ZERO);
    assertThatThrownBy(
            () ->
                pagamenti.liquidaPrimoLivello(
                    piano.pianoId(),
                    new AttoDiLiquidazione("8", adesso().toLocalDate()),
                    "regione"))
        .hasMessageContaining("non si paga due volte");
  }

  @Test
  void firmatoDopoIlTermineNonSpettaESiSaPerche() {
    adesso("2020-01-01T10:00");
    var piano = piano("2018-2020");
    trasmetteAccordo(piano);

    var istanza = segui(piano);

    assertThat(istanza).isEnded().hasPassed("End_PrimoLivelloNonSpettante");
    assertThat(eventi(PremialitaNonRiconosciuta.class))
        .singleElement()
        .satisfies(e -> assertThat(e.motivi()).contains("dopo il 31/12/2019"));
    assertThat(premialita.scritture(piano.pianoId())).isEmpty();
  }

  @Test
  void unFlussoInRitardoBloccaAncheIlPrimoLivello() {
    var piano = piano("2018-2020");
    adesso("2018-06-30T10:00");
    trasmetteAccordo(piano);
    adesso("2024-09-12T09:00");
    avviaDalModulo(
        "RiaperturaFlusso",
        Map.of(
            "codiceTriennio", piano.triennio(),
            "flusso", "FN_FAMIGLIA",
            "periodo", piano.pianoId() + " bando",
            "nuovoTermine", "2024-09-13",
            "numeroAtto", "DGR 77",
            "dataAtto", "2024-09-10"));
    vaiA("2024-09-14T09:00");

    segui(piano);

    assertThat(compiti(LIQUIDARE)).isEmpty();
    assertThat(modulo(compito(SANARE)))
        .extractingByKey("motivi")
        .asString()
        .contains("bando", "13/09/2024");
    assertThat(eventi(PagamentoBloccato.class)).hasSize(1);
    completa(SANARE, Map.of());
    assertThat(compiti(SANARE)).hasSize(1);

    var inviare = compito("UserTask_InviareFlusso");
    long debitoId = (Long) motore.getTaskService().getVariable(inviare.getId(), "debitoId");
    debiti.carica(
        debitoId,
        "famiglia.csv",
        "intervento;famiglie;importo\nCentro;12;100\n".getBytes(StandardCharsets.UTF_8),
        "udp");
    completa(inviare, Map.of("protocollo", "0000001/2024"));
    completa("UserTask_ValidareFlusso", Map.of("esito", "VALIDO"));

    assertThat(compiti(SANARE)).isEmpty();
    completa(LIQUIDARE, decreto());
    assertThat(premialita.riepilogo(piano.pianoId()).liquidata()).isEqualTo(Denaro.euro(30000));
  }

  @Test
  void senzaAccordoFirmatoNonSiDeterminaEUnRecuperoChiedeQualcosaDaRecuperare() {
    var piano = piano("2018-2020");
    assertThatThrownBy(() -> determinazioni.determinaPrimoLivello(piano.pianoId()))
        .hasMessageContaining("non è ancora sottoscritto");

    var progetto = progetti(piano, 1).get(0);
    avvia("RecuperoPremialita", piano("2018-2020"), Map.of("progettoId", determinato(progetto)));
    esegui();
    assertThat(compiti("UserTask_DisporreRecupero")).hasSize(1);
    assertThatThrownBy(() -> completa("UserTask_DisporreRecupero", decreto()))
        .hasMessageContaining("nulla da recuperare");
  }

  private long determinato(long progettoId) {
    progetti.compilaScheda(
        progettoId,
        new SchedaProgetto(
            null,
            ObiettivoStrategico.OS1,
            "Criteri di accesso comuni ai Comuni dell'Ambito",
            List.of(),
            java.util.Set.of(),
            Continuita.NUOVO,
            null,
            Denaro.euro(100)));
    valutazioni.valutaProposta(
        progettoId,
        java.util.Set.of(),
        Valutazione.dellaProposta(
            true,
            "Motivazione del gruppo",
            "gruppo.tecnico",
            Map.of(
                Criterio.CO_PROGETTAZIONE, 15,
                Criterio.BISOGNO, 12,
                Criterio.OBIETTIVI, 12,
                Criterio.INNOVAZIONE, 15)));
    determinazioni.determina(premialita.progetto(progettoId).pianoId());
    return progettoId;
  }

  private ProcessInstance segui(RiferimentoPiano piano) {
    var id = avvia("PremialitaPrimoLivello", piano, Map.of());
    var istanza =
        motore
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(id)
            .singleResult();
    esegui();
    return istanza;
  }

  private Map<String, Object> decreto() {
    return Map.of("numeroDecreto", "7", "dataDecreto", adesso().toLocalDate().toString());
  }
}
