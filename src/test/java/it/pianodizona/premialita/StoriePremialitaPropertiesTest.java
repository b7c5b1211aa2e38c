package it.pianodizona.premialita;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.Macroarea;
import it.pianodizona.fascicolo.VerificaIntegrita;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.premialita.libro.Movimento;
import it.pianodizona.premialita.libro.SaldiPremialita;
import it.pianodizona.premialita.libro.TipoMovimento;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;

/**
 * The money over any history: two Ambiti of a Distretto with projects of their own and in common,
 * and people who evaluate, pay, report, leave, recover, reverse and pay again in any order, also
 * two at once. What the rules refuse leaves no trace; what they accept keeps assigned equal to paid
 * plus residual, for each Ambito and for the Region.
 */
class StoriePremialitaPropertiesTest extends ProvaDiPremialita {

  private static final LocalDate OGGI = LocalDate.of(2024, 9, 12);
  private static final AttoDiLiquidazione ATTO = new AttoDiLiquidazione("100", OGGI);

  @Autowired private QuadroPremialita quadro;
  @Autowired private VerificaIntegrita integrita;
  @Autowired private JdbcClient jdbc;

  enum Fatto {
    VALUTA,
    DETERMINA,
    ACCONTO,
    RENDICONTA,
    FINALE,
    SALDO,
    RECUPERA,
    RECEDE,
    STORNA,
    RIPETI,
    ACCONTO_IN_DUE,
    SALDO_IN_DUE,
    STORNA_IN_DUE
  }

  /**
   * @param progetto which one, counted over both Ambiti
   * @param valore percentage reached, who leaves, which movement; whatever the fact needs
   */
  record Passo(Fatto fatto, int progetto, int valore) {}

  @Provide
  Arbitrary<List<Passo>> storie() {
    Arbitrary<Fatto> fatti =
        Arbitraries.frequency(
            net.jqwik.api.Tuple.of(4, Fatto.ACCONTO),
            net.jqwik.api.Tuple.of(2, Fatto.DETERMINA),
            net.jqwik.api.Tuple.of(3, Fatto.RENDICONTA),
            net.jqwik.api.Tuple.of(3, Fatto.FINALE),
            net.jqwik.api.Tuple.of(3, Fatto.SALDO),
            net.jqwik.api.Tuple.of(2, Fatto.RECUPERA),
            net.jqwik.api.Tuple.of(1, Fatto.RECEDE),
            net.jqwik.api.Tuple.of(1, Fatto.VALUTA),
            net.jqwik.api.Tuple.of(1, Fatto.STORNA),
            net.jqwik.api.Tuple.of(2, Fatto.RIPETI),
            net.jqwik.api.Tuple.of(1, Fatto.ACCONTO_IN_DUE),
            net.jqwik.api.Tuple.of(1, Fatto.SALDO_IN_DUE),
            net.jqwik.api.Tuple.of(1, Fatto.STORNA_IN_DUE));
    var passi =
        Combinators.combine(
                fatti,
                Arbitraries.integers().between(0, 6),
                Arbitraries.of(0, 1, 5, 20, 37, 60, 99, 100, 100, 100))
            .as(Passo::new);
    // every history begins with what most of them need
    return Combinators.combine(
            Arbitraries.integers().between(0, 127), passi.list().ofMinSize(10).ofMaxSize(45))
        .as(
            (positivi, altri) -> {
              var storia = new ArrayList<Passo>();
              for (int i = 0; i < 7; i++) {
                storia.add(new Passo(Fatto.VALUTA, i, (positivi >> i & 1) * 100));
              }
              storia.add(new Passo(Fatto.DETERMINA, 0, 0));
              storia.addAll(altri);
              return storia;
            });
  }

  @BeforeTry
  void prepara() throws Exception {
    new TestContextManager(getClass()).prepareTestInstance(this);
    adesso("2024-09-12T09:00");
  }

  @AfterTry
  void svuota() {
    motore
        .getRuntimeService()
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(
            i ->
                motore
                    .getRuntimeService()
                    .deleteProcessInstance(i.getId(), "fine prova", true, true));
    ClockUtil.reset();
  }

  @Property(tries = 30, shrinking = ShrinkingMode.OFF)
  @Label("assegnato = liquidato + residuo, sempre, per ogni Ambito e per la Regione")
  void assegnatoELiquidatoPiuResiduo(@ForAll("storie") List<Passo> storia) throws Exception {
    var primo = piano("2021-2023");
    var secondo = piani.avvia(primo.triennio(), List.of(ALBINO)).get(0);
    trasmesso(primo);
    trasmesso(secondo);
    var tutti = new ArrayList<Long>();
    for (var id : progetti(primo, 4)) {
      progetti.compilaScheda(id, scheda(List.of(ALBINO), null));
      tutti.add(id);
    }
    var delSecondo = progetti(secondo, 3);
    for (int i = 0; i < delSecondo.size(); i++) {
      progetti.compilaScheda(
          delSecondo.get(i),
          i < 2 ? scheda(List.of(), tutti.get(i)) : scheda(List.of(AMBITO), null));
      tutti.add(delSecondo.get(i));
    }

    for (var passo : storia) {
      var prima = fotografia(primo, secondo);
      boolean fatto = compi(passo, tutti.get(passo.progetto()), primo, secondo);
      if (!fatto) {
        assertThat(fotografia(primo, secondo)).as("%s rifiutato", passo).isEqualTo(prima);
      }
      verifica(passo, primo, secondo);
    }
    assertThat(
            integrita.verifica().stream()
                .filter(e -> e.descrizione().equals("scritture della premialità"))
                .flatMap(e -> e.alterazioni().stream()))
        .isEmpty();
  }

  /** What matters of an Accordo here, without its twenty signatures. */
  private void trasmesso(RiferimentoPiano piano) {
    jdbc.sql(
            """
            insert into accordo (piano_id, tentativo, entro, aperto)
            values (?, 1, current_timestamp, current_timestamp)""")
        .param(piano.pianoId())
        .update();
    jdbc.sql(
            """
            insert into accordo_trasmissione (accordo_id, data, protocollo, registrata)
            select id, date '2024-09-12', 'PG 77', current_timestamp from accordo
             where piano_id = ?""")
        .param(piano.pianoId())
        .update();
  }

  /** Whether the rules accepted it, at least once. */
  private boolean compi(Passo passo, long id, RiferimentoPiano primo, RiferimentoPiano secondo)
      throws Exception {
    var altro = premialita.progetto(id).codiceAmbito().equals(AMBITO) ? ALBINO : AMBITO;
    var movimenti =
        Stream.concat(
                premialita.scritture(primo.pianoId()).stream(),
                premialita.scritture(secondo.pianoId()).stream())
            .filter(m -> m.tipo().pagamento())
            .toList();
    Long movimento =
        movimenti.isEmpty() ? null : movimenti.get(passo.valore() % movimenti.size()).id();
    return switch (passo.fatto()) {
      case VALUTA ->
          una(() -> valutazioni.valutaProposta(id, TUTTI, valutazione(id, passo.valore() == 100)));
      case DETERMINA ->
          una(() -> determinazioni.determina(primo.pianoId()))
              | una(() -> determinazioni.determina(secondo.pianoId()));
      case ACCONTO -> una(() -> pagamenti.liquidaAcconto(id, ATTO, "regione"));
      case RENDICONTA ->
          una(
              () ->
                  valutazioni.rendiconta(
                      id, new Rendicontazione(OGGI, Denaro.euro(100), "Fatto"), "udp"));
      case FINALE ->
          una(
              () ->
                  valutazioni.valutaEsitoFinale(
                      id, Valutazione.finale(passo.valore(), "Giudizio", "gruppo.tecnico")));
      case SALDO -> una(() -> pagamenti.liquidaSaldo(id, ATTO, "regione"));
      case RECUPERA -> una(() -> pagamenti.recupera(id, ATTO, "regione"));
      case RECEDE ->
          una(
              () ->
                  recessi.recede(
                      id,
                      new Recesso(
                          passo.valore() < 20 ? premialita.progetto(id).codiceAmbito() : altro,
                          "delibera 3",
                          OGGI,
                          "Mancano le risorse"),
                      "udp"));
      case STORNA ->
          movimento != null
              && una(
                  () ->
                      pagamenti.storna(
                          movimento, ATTO, "Conto errato", passo.valore() != 37, "regione"));
      case RIPETI -> movimento != null && una(() -> pagamenti.ripeti(movimento, ATTO, "regione"));
      case ACCONTO_IN_DUE -> inDue(() -> pagamenti.liquidaAcconto(id, ATTO, "regione"));
      case SALDO_IN_DUE -> inDue(() -> pagamenti.liquidaSaldo(id, ATTO, "regione"));
      case STORNA_IN_DUE ->
          movimento != null
              && inDue(
                  () ->
                      pagamenti.storna(
                          movimento, ATTO, "Conto errato", passo.valore() != 37, "regione"));
    };
  }

  private static boolean una(Runnable atto) {
    try {
      atto.run();
      return true;
    } catch (DatoNonValido rifiutato) {
      return false;
    }
  }

  /** Two people in the same instant: at most one of them succeeds. */
  private static boolean inDue(Runnable atto) throws Exception {
    var persone = Executors.newFixedThreadPool(2);
    try {
      Callable<Boolean> tentativo = () -> una(atto);
      int riusciti = 0;
      for (var esito : persone.invokeAll(List.of(tentativo, tentativo))) {
        riusciti += esito.get() ? 1 : 0;
      }
      assertThat(riusciti).isLessThanOrEqualTo(1);
      return riusciti == 1;
    } finally {
      persone.shutdownNow();
    }
  }

  private List<Object> fotografia(RiferimentoPiano primo, RiferimentoPiano secondo) {
    return List.of(
        premialita.scritture(primo.pianoId()),
        premialita.scritture(secondo.pianoId()),
        premialita.progetti(primo.pianoId()),
        premialita.progetti(secondo.pianoId()));
  }

  private void verifica(Passo passo, RiferimentoPiano... piani) {
    var situazioni = new HashMap<Long, SituazionePremialita>();
    quadro.situazioni(piani[0].triennio()).forEach(s -> situazioni.put(s.pianoId(), s));
    var assegnatoRegione = Denaro.ZERO;
    var pagatoERestante = Denaro.ZERO;
    for (var piano : piani) {
      var saldi = premialita.saldi(piano.pianoId());
      var progetti = premialita.progetti(piano.pianoId());
      assertThat(saldi.assegnata())
          .as("assegnato dopo %s", passo)
          .isEqualTo(saldi.liquidata().piu(saldi.residua()))
          .isEqualTo(Denaro.somma(progetti.stream().map(Progetto::assegnata).toList()));
      assertThat(saldi.liquidata())
          .as("liquidato dopo %s", passo)
          .isEqualTo(Denaro.somma(progetti.stream().map(Progetto::liquidata).toList()))
          .isEqualTo(
              Denaro.somma(
                  premialita.movimenti(piano.pianoId()).stream().map(Movimento::uscita).toList()));
      assertThat(saldi.liquidata().negativo()).isFalse();
      var vista = situazioni.get(piano.pianoId());
      assertThat(new SaldiPremialita(vista.assegnata(), vista.liquidata(), vista.residua()))
          .isEqualTo(saldi);
      progetti.forEach(p -> presupposti(p, premialita.scritture(piano.pianoId())));
      assegnatoRegione = assegnatoRegione.piu(saldi.assegnata());
      pagatoERestante = pagatoERestante.piu(saldi.liquidata()).piu(saldi.residua());
    }
    assertThat(assegnatoRegione).isEqualTo(pagatoERestante);
  }

  /** No live payment without its gate, none twice. */
  private static void presupposti(Progetto progetto, List<Movimento> scritture) {
    var stornati = new HashSet<Long>();
    scritture.stream().map(Movimento::storna).filter(Objects::nonNull).forEach(stornati::add);
    Map<TipoMovimento, Integer> vivi = new HashMap<>();
    scritture.stream()
        .filter(m -> Objects.equals(m.progettoId(), progetto.id()) && !stornati.contains(m.id()))
        .forEach(m -> vivi.merge(m.tipo(), 1, Integer::sum));
    assertThat(vivi.getOrDefault(TipoMovimento.ACCONTO, 0)).isLessThanOrEqualTo(1);
    assertThat(vivi.getOrDefault(TipoMovimento.SALDO, 0)).isLessThanOrEqualTo(1);
    if (vivi.containsKey(TipoMovimento.ACCONTO)) {
      assertThat(progetto.propostaPositiva()).isTrue();
    }
    if (vivi.containsKey(TipoMovimento.SALDO)) {
      assertThat(progetto.rendicontazione()).isNotNull();
      assertThat(progetto.finale().positiva()).isTrue();
    }
    assertThat(
            scritture.stream()
                .filter(m -> m.tipo().pagamento())
                .map(Movimento::beneficiario)
                .distinct()
                .count())
        .as("il solo Ente capofila")
        .isLessThanOrEqualTo(1);
  }

  private static SchedaProgetto scheda(List<String> partner, Long comuneCon) {
    return new SchedaProgetto(
        Macroarea.E,
        null,
        "Servizi nelle valli",
        partner,
        Set.copyOf(TUTTI),
        Continuita.NUOVO,
        null,
        Denaro.euro(75000),
        comuneCon);
  }
}
