package it.pianodizona.premialita;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.attuazione.DebitiInformativi;
import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.Macroarea;
import it.pianodizona.piano.RiferimentoPiano;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The other reading of everything that the sources leave open, each by its named parameter. */
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:letture;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE",
      "pianodizona.premialita.lettura=SOLO_UNICA",
      "pianodizona.premialita.debiti-che-bloccano=TUTTI_I_PARTNER",
      "pianodizona.premialita.recesso=MANTIENE",
      "pianodizona.premialita.esito-parziale=SOLO_ACCONTO",
      "pianodizona.premialita.ambiti-dgr7631=50084"
    })
class LettureAlternativeTest extends ProvaDiPremialita {

  private static final LocalDate OGGI = LocalDate.of(2024, 9, 12);
  private static final AttoDiLiquidazione ATTO = new AttoDiLiquidazione("100", OGGI);

  @Autowired private DebitiInformativi debiti;

  @Test
  void iDebitiDiUnPartnerBloccanoESiSbloccanoPerIlProgettoComune() {
    var piano = piano("2021-2023");
    var altro = piani.avvia(piano.triennio(), List.of(ALBINO)).get(0);
    trasmetteAccordo(piano);
    var progetti = determinati(piano, 2, List.of(ALBINO));
    var istanza = avvia("PremialitaProgetto", piano, Map.of("progettoId", progetti.get(0)));
    motore
        .getRuntimeService()
        .createProcessInstanceModification(istanza)
        .cancelAllForActivity("UserTask_CompilareSchedaProgetto")
        .startBeforeActivity("ServiceTask_VerificareDebitiAcconto")
        .execute();
    esegui();
    assertThat(compiti("UserTask_LiquidareAcconto")).hasSize(1);

    var debito =
        debiti.riapri(altro.pianoId(), "FN_FAMIGLIA", altro.pianoId() + " bando", OGGI, "DGR 77");
    adesso("2024-09-13T09:00");
    debiti.segnaInRitardo(debito.id());

    assertThatThrownBy(() -> pagamenti.liquidaAcconto(progetti.get(0), ATTO, "regione"))
        .hasMessageContaining("per l'Ambito di Albino Valle Seriana il flusso");
    assertThat(pagamenti.pagamentiLegatiA(ALBINO)).containsExactly(ALBINO, AMBITO);
    debiti.carica(
        debito.id(),
        "famiglia.csv",
        "intervento;famiglie;importo\nCentro;12;100\n".getBytes(StandardCharsets.UTF_8),
        "udp");
    debiti.invia(debito.id(), "0000001/2024", "udp");
    debiti.valida(debito.id(), true, null, "ats");
    pagamenti.liquidaAcconto(progetti.get(0), ATTO, "regione");
    assertThat(premialita.progetto(progetti.get(0)).accontoPagato()).isNotNull();
  }

  @Test
  void conTreObiettiviSpettaLaSolaPremialitaUnica() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    determinati(piano, 3, List.of(ALBINO));

    assertThat(premialita.riepilogo(piano.pianoId()).assegnata()).isEqualTo(Denaro.euro(50000));
  }

  @Test
  void chiRestaConservaLImportoEChiRecedeLoPerde() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    var progetti = determinati(piano, 2, List.of(ALBINO));

    recessi.recede(progetti.get(0), recesso(ALBINO), "udp");
    assertThat(premialita.riepilogo(piano.pianoId()).assegnata()).isEqualTo(Denaro.euro(40000));

    recessi.recede(progetti.get(1), recesso(AMBITO), "udp");
    assertThat(premialita.progetto(progetti.get(1)).assegnata()).isEqualTo(Denaro.ZERO);
    assertThat(premialita.progetto(progetti.get(0)).assegnata())
        .as("resta un obiettivo solo, e ne servono due")
        .isEqualTo(Denaro.ZERO);
  }

  @Test
  void unObiettivoRaggiuntoInParteConservaLAccontoESolo() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    var progetto = determinati(piano, 2, List.of(ALBINO)).get(0);
    pagamenti.liquidaAcconto(progetto, ATTO, "regione");
    valutazioni.rendiconta(progetto, new Rendicontazione(OGGI, Denaro.euro(1), "Fatto"), "udp");

    assertThat(
            valutazioni.valutaEsitoFinale(progetto, Valutazione.finale(60, "In parte", "gruppo")))
        .isEqualTo(Seguito.NULLA);
    assertThat(premialita.progetto(progetto).assegnata()).isEqualTo(Denaro.euro(4000));
  }

  @Test
  void lAmbitoFormatoDallaDgr7631NonHaBisognoDiUnPartner() {
    var piano = piano("2021-2023");
    var progetto = progetti(piano, 1).get(0);
    assertThat(progetti.eccezioni(AMBITO)).containsExactly(Requisito.AMBITO_FORMATO_DGR_7631);
    assertThatThrownBy(
            () -> compila(progetto, List.of(), Requisito.AMBITO_COINCIDENTE_CON_DISTRETTO))
        .hasMessageContaining("non coincide con il Distretto")
        .hasMessageContaining("Seriate");

    compila(progetto, List.of(), Requisito.AMBITO_FORMATO_DGR_7631);

    var accertati = new java.util.HashSet<>(TUTTI);
    assertThat(progetti.motiviDiNonValidita(progetto, accertati)).hasSize(1);
    accertati.add(Requisito.AMBITO_FORMATO_DGR_7631);
    assertThat(progetti.motiviDiNonValidita(progetto, accertati)).isEmpty();
  }

  private List<Long> determinati(RiferimentoPiano piano, int quanti, List<String> partner) {
    var progetti = progetti(piano, quanti);
    for (var id : progetti) {
      compila(id, partner);
      valutazioni.valutaProposta(id, Set.copyOf(TUTTI), valutazione(id, true));
    }
    determinazioni.determina(piano.pianoId());
    return progetti;
  }

  private void compila(long progettoId, List<String> partner, Requisito... altri) {
    var requisiti = new java.util.HashSet<>(TUTTI);
    requisiti.addAll(List.of(altri));
    progetti.compilaScheda(
        progettoId,
        new SchedaProgetto(
            Macroarea.E,
            null,
            "Servizi nelle valli",
            partner,
            requisiti,
            Continuita.NUOVO,
            null,
            Denaro.euro(75000)));
  }

  private static Recesso recesso(String codiceAmbito) {
    return new Recesso(codiceAmbito, "delibera 3", OGGI, "Mancano le risorse");
  }
}
