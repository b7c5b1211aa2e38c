package it.pianodizona.premialita.processo;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.Macroarea;
import it.pianodizona.premialita.Continuita;
import it.pianodizona.premialita.LetturaPremialita;
import it.pianodizona.premialita.ObiettivoStrategico;
import it.pianodizona.premialita.Requisito;
import it.pianodizona.premialita.SchedaProgetto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped decision tables, rule by rule, read straight from their files. */
public class TabellePremialitaTest {

  private static final Path CARTELLA = Path.of("bpmn/60-premialita");
  private static final DmnEngine DMN =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final Set<Requisito> CONDIZIONI =
      EnumSet.complementOf(
          EnumSet.of(
              Requisito.AMBITO_COINCIDENTE_CON_DISTRETTO, Requisito.AMBITO_FORMATO_DGR_7631));

  private final TabellePremialita tabelle = dalleTabelle();

  /** The schemes without an engine around them, for tests of the domain too. */
  public static it.pianodizona.premialita.SchemaPremialita schema() {
    return dalleTabelle();
  }

  private static TabellePremialita dalleTabelle() {
    return new TabellePremialita(TabellePremialitaTest::valuta);
  }

  private static List<Map<String, Object>> valuta(String id, Map<String, Object> dati) {
    try (var file = Files.newInputStream(CARTELLA.resolve(id + ".dmn"))) {
      return DMN.evaluateDecisionTable(id, file, dati).getResultList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2018-01-01, 30000",
    "2018-06-29, 30000",
    "2018-06-30, 30000",
    "2018-07-01, 15000",
    "2018-12-31, 15000",
    "2019-01-01, 10000",
    "2019-12-31, 10000",
    "2020-01-01, 0",
    "2020-12-31, 0"
  })
  void ilPrimoLivelloDipendeDalGiornoDellUltimaFirma(LocalDate firma, long euro) {
    assertThat(tabelle.primoLivello(firma).importo()).isEqualTo(Denaro.euro(euro));
    assertThat(tabelle.primoLivello(firma).motivo())
        .startsWith("Accordo di Programma sottoscritto");
  }

  @ParameterizedTest
  @CsvSource({"OS1, 15000, 7500", "OS2, 10000, 5000", "OS3, 5000, 2500"})
  void ogniObiettivoStrategicoHaLaSuaQuotaMetaInAcconto(
      ObiettivoStrategico obiettivo, long totale, long acconto) {
    var esito = tabelle.secondoLivello(Denaro.euro(30000), obiettivo, false);

    assertThat(esito.importo()).isEqualTo(Denaro.euro(totale));
    assertThat(esito.ripartizione().acconto()).isEqualTo(Denaro.euro(acconto));
    assertThat(esito.ripartizione().saldo()).isEqualTo(Denaro.euro(acconto));
  }

  @ParameterizedTest
  @EnumSource(ObiettivoStrategico.class)
  void senzaPrimoLivelloIlSecondoVaAZero(ObiettivoStrategico obiettivo) {
    var esito = tabelle.secondoLivello(Denaro.ZERO, obiettivo, false);

    assertThat(esito.importo()).isEqualTo(Denaro.ZERO);
    assertThat(esito.motivo()).contains("primo livello");
  }

  @ParameterizedTest
  @EnumSource(ObiettivoStrategico.class)
  void unObiettivoStrategicoSiPremiaUnaVoltaSola(ObiettivoStrategico obiettivo) {
    var esito = tabelle.secondoLivello(Denaro.euro(10000), obiettivo, true);

    assertThat(esito.importo()).isEqualTo(Denaro.ZERO);
    assertThat(esito.motivo()).contains("già premiato");
  }

  @Test
  void unObiettivoSconosciutoNonValeNulla() {
    assertThat(
            valuta(
                TabellePremialita.SECONDO_LIVELLO_2018,
                Map.of(
                    "premialitaLivello1",
                    30000,
                    "obiettivoStrategico",
                    "OS4",
                    "giaRiconosciuto",
                    false)))
        .singleElement()
        .satisfies(riga -> assertThat(((Number) riga.get("importo")).intValue()).isZero());
  }

  @ParameterizedTest
  @CsvSource({
    "0, ADDITIVA, 0, 0",
    "1, ADDITIVA, 0, 0",
    "2, ADDITIVA, 20000, 0",
    "3, ADDITIVA, 20000, 50000",
    "7, ADDITIVA, 20000, 50000",
    "1, SOLO_UNICA, 0, 0",
    "2, SOLO_UNICA, 20000, 0",
    "3, SOLO_UNICA, 0, 50000",
    "7, SOLO_UNICA, 0, 50000"
  })
  void leQuoteSovrazonaliDipendonoDaQuantiObiettiviSonoValidi(
      int validi, LetturaPremialita lettura, long quota, long unica) {
    var quote = tabelle.quoteSovrazonali(validi, lettura);

    assertThat(quote.perObiettivo()).isEqualTo(Denaro.euro(quota));
    assertThat(quote.unica()).isEqualTo(Denaro.euro(unica));
    assertThat(quote.percentualeAcconto()).isEqualTo(20);
  }

  @ParameterizedTest
  @EnumSource(Macroarea.class)
  void unObiettivoConTuttiIRequisitiEValidoInOgniMacroarea(Macroarea macroarea) {
    assertThat(tabelle.motiviDiNonValidita(scheda(macroarea, List.of("50017"), CONDIZIONI)))
        .isEmpty();
  }

  @Test
  void unaMacroareaFuoriElencoNonEValida() {
    var dati = new HashMap<String, Object>();
    for (var nome :
        List.of(
            "ambitoCoincideConDistretto",
            "ambitoFormatoDgr7631",
            "coprogettatoConAsst",
            "coprogettatoConAttori",
            "coordinamentoAts",
            "innovativo",
            "trasversale",
            "valutazioneExPost",
            "evoluzioneMotivata")) {
      dati.put(nome, true);
    }
    dati.put("numeroAmbiti", 2);
    dati.put("continuita", "NUOVO");
    dati.put("macroarea", "K");

    assertThat(valuta(TabellePremialita.VALIDITA_2021, dati))
        .singleElement()
        .satisfies(riga -> assertThat(riga.get("motivo")).asString().contains("da A a J"));
  }

  @Test
  void unAmbitoDaSoloNonBasta() {
    assertThat(tabelle.motiviDiNonValidita(scheda(Macroarea.A, List.of(), CONDIZIONI)))
        .singleElement()
        .asString()
        .contains("almeno due dello stesso Distretto");
  }

  @ParameterizedTest
  @EnumSource(
      value = Requisito.class,
      names = {"AMBITO_COINCIDENTE_CON_DISTRETTO", "AMBITO_FORMATO_DGR_7631"})
  void unAmbitoDaSoloBastaConLeDueEccezioni(Requisito eccezione) {
    var requisiti = EnumSet.copyOf(CONDIZIONI);
    requisiti.add(eccezione);

    assertThat(tabelle.motiviDiNonValidita(scheda(Macroarea.A, List.of(), requisiti))).isEmpty();
  }

  static Stream<Requisito> condizioni() {
    return CONDIZIONI.stream();
  }

  @ParameterizedTest
  @MethodSource("condizioni")
  void ogniRequisitoMancanteEUnMotivo(Requisito mancante) {
    var requisiti = EnumSet.copyOf(CONDIZIONI);
    requisiti.remove(mancante);

    assertThat(tabelle.motiviDiNonValidita(scheda(Macroarea.A, List.of("50017"), requisiti)))
        .hasSize(1);
  }

  @Test
  void senzaAlcunRequisitoIMotiviSiElencanoTutti() {
    assertThat(tabelle.motiviDiNonValidita(scheda(Macroarea.J, List.of(), Set.of()))).hasSize(7);
  }

  @Test
  void laMeraRiproposizioneNonEValida() {
    assertThat(
            tabelle.motiviDiNonValidita(
                scheda(Macroarea.A, List.of("50017"), CONDIZIONI, Continuita.RIPROPOSIZIONE, null)))
        .singleElement()
        .asString()
        .contains("mera riproposizione");
  }

  @Test
  void lEvoluzioneEValidaSoloSeMotivata() {
    assertThat(
            tabelle.motiviDiNonValidita(
                scheda(Macroarea.A, List.of("50017"), CONDIZIONI, Continuita.EVOLUZIONE, null)))
        .singleElement()
        .asString()
        .contains("spiegazione corredata di dati");
    assertThat(
            tabelle.motiviDiNonValidita(
                scheda(
                    Macroarea.A,
                    List.of("50017"),
                    CONDIZIONI,
                    Continuita.EVOLUZIONE,
                    "Dati 2018-2020")))
        .isEmpty();
  }

  @Test
  void soloIlTriennio20252027EDaCompletare() {
    assertThat(tabelle.daCompletare("2018-2020")).isFalse();
    assertThat(tabelle.daCompletare("2021-2023")).isFalse();
    assertThat(tabelle.daCompletare("2025-2027")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"2018-2020, 4, 70, 42", "2021-2023, 6, 100, 60", "2025-2027, 0, 0, 0"})
  void iCriteriHannoMassimiMinimiEUnaSogliaRaggiungibile(
      String schema, int quanti, int totale, int soglia) {
    var criteri = tabelle.criteri(schema);

    assertThat(criteri).hasSize(quanti);
    assertThat(criteri.stream().mapToInt(c -> c.massimo()).sum()).isEqualTo(totale);
    assertThat(criteri).allSatisfy(c -> assertThat(c.minimo()).isBetween(1, c.massimo()));
    assertThat(tabelle.sogliaDiValutazione(schema)).isEqualTo(soglia);
    assertThat(criteri.stream().mapToInt(c -> c.minimo()).sum())
        .as("la soglia chiede più dei soli minimi")
        .isLessThanOrEqualTo(soglia);
  }

  @Test
  void ilModuloDellaValutazioneHaICriteriDelleTabelleConIlLoroMassimoEMinimo() throws IOException {
    var modulo =
        new com.fasterxml.jackson.databind.ObjectMapper()
            .readTree(Path.of("forms/60-premialita/valutare-progetto.form").toFile());
    var campi = new java.util.HashMap<String, com.fasterxml.jackson.databind.JsonNode>();
    modulo
        .get("components")
        .forEach(
            c -> {
              if (c.path("key").asText().startsWith("punti")) {
                campi.put(c.get("key").asText(), c);
              }
            });
    var usati = new java.util.HashSet<String>();
    for (var schema : Set.of("2018-2020", "2021-2023")) {
      for (var voce : tabelle.criteri(schema)) {
        var chiave = ValutareProgettoCompito.campo(voce.criterio());
        usati.add(chiave);
        assertThat(campi).containsKey(chiave);
        assertThat(campi.get(chiave).at("/validate/max").asInt()).isEqualTo(voce.massimo());
        assertThat(campi.get(chiave).get("label").asText())
            .isEqualTo("%s (da 0 a %d)".formatted(voce.criterio().descrizione(), voce.massimo()));
        assertThat(campi.get(chiave).get("description").asText())
            .isEqualTo("Minimo %d punti".formatted(voce.minimo()));
      }
    }
    assertThat(campi.keySet()).isEqualTo(usati);
  }

  @Test
  void ogniFileSiChiamaComeLaSuaDecisioneEdEDisegnatoEDocumentato() throws IOException {
    try (var file = Files.list(CARTELLA)) {
      var tabelle = file.filter(f -> f.toString().endsWith(".dmn")).toList();
      assertThat(tabelle).hasSize(7);
      for (var percorso : tabelle) {
        var modello = Dmn.readModelFromFile(percorso.toFile());
        var decisione = modello.getModelElementsByType(Decision.class).iterator().next();
        assertThat(percorso.getFileName()).hasToString(decisione.getId() + ".dmn");
        assertThat(decisione.getId()).matches("[A-Za-z_][A-Za-z0-9_-]*");
        assertThat(decisione.getDescription().getTextContent()).contains("Fonte: DGR");
        assertThat(decisione.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        assertThat(modello.getModelElementsByType(DecisionTable.class)).hasSize(1);
        assertThat(Files.readString(percorso)).contains("DMNShape").contains(decisione.getId());
      }
    }
  }

  private static SchedaProgetto scheda(
      Macroarea macroarea, List<String> partner, Set<Requisito> requisiti) {
    return scheda(macroarea, partner, requisiti, Continuita.NUOVO, null);
  }

  private static SchedaProgetto scheda(
      Macroarea macroarea,
      List<String> partner,
      Set<Requisito> requisiti,
      Continuita continuita,
      String spiegazione) {
    return new SchedaProgetto(
        macroarea,
        null,
        "Un progetto",
        partner,
        requisiti,
        continuita,
        spiegazione,
        Denaro.euro(80000));
  }
}
