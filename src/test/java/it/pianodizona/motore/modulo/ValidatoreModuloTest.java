package it.pianodizona.motore.modulo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The server repeats what the browser checks, and names the field it refuses. */
class ValidatoreModuloTest {

  private static final String MODULO =
      """
      {"id": "prova", "components": [
        {"type": "text", "text": "Introduzione"},
        {"type": "textfield", "key": "oggetto", "label": "Oggetto",
         "validate": {"required": true, "minLength": 3, "maxLength": 10}},
        {"type": "textfield", "key": "triennio", "label": "Triennio",
         "description": "per esempio 2025-2027", "validate": {"pattern": "^20[0-9]{2}-20[0-9]{2}$"}},
        {"type": "textfield", "key": "posta", "label": "E-mail",
         "validate": {"validationType": "email"}},
        {"type": "number", "key": "importo", "label": "Importo", "decimalDigits": 2,
         "validate": {"min": 0, "max": 1000.50}},
        {"type": "checkbox", "key": "consenso", "label": "Consenso", "validate": {"required": true}},
        {"type": "datetime", "subtype": "date", "key": "data", "dateLabel": "Data"},
        {"type": "datetime", "subtype": "datetime", "key": "ora", "dateLabel": "Quando"},
        {"type": "select", "key": "esito", "label": "Esito",
         "values": [{"label": "sì", "value": "SI"}, {"label": "no", "value": "NO"}]},
        {"type": "datetime", "subtype": "time", "key": "dalle", "timeLabel": "Dalle ore",
         "timeSerializingFormat": "no_timezone"},
        {"type": "datetime", "subtype": "time", "key": "alle", "timeLabel": "Alle ore",
         "timeSerializingFormat": "utc_offset"},
        {"type": "number", "key": "abitanti", "label": "Abitanti"},
        {"type": "textarea", "key": "note", "label": "Note"},
        {"type": "checklist", "key": "presenti", "label": "Presenti", "valuesKey": "comuni"},
        {"type": "group", "components": [
          {"type": "textarea", "key": "motivo", "label": "Motivo",
           "conditional": {"hide": "=esito != \\"NO\\""}, "validate": {"required": true}}]},
        {"type": "number", "key": "calcolato", "label": "Calcolato", "readonly": true,
         "validate": {"required": true}},
        {"type": "dynamiclist", "path": "righe", "label": "Righe", "components": [
          {"type": "textfield", "key": "titolo", "label": "Titolo", "validate": {"required": true}},
          {"type": "number", "key": "quota", "label": "Quota", "validate": {"min": 1}},
          {"type": "textfield", "key": "perche", "label": "Perché", "validate": {"required": true},
           "conditional": {"hide": "=titolo != \\"ALTRO\\""}},
          {"type": "textfield", "key": "codice", "label": "Codice", "disabled": true}]},
        {"type": "dynamiclist", "path": "fisse", "label": "Fisse", "allowAddRemove": false,
         "components": [
          {"type": "textfield", "key": "nome", "label": "Nome", "readonly": true},
          {"type": "textfield", "key": "risposta", "label": "Risposta"}]},
        {"type": "datetime", "subtype": "date", "key": "futura", "dateLabel": "Futura",
         "disallowPassedDates": true},
        {"type": "datetime", "subtype": "datetime", "key": "locale", "dateLabel": "Locale",
         "timeSerializingFormat": "no_timezone", "timeInterval": 30},
        {"type": "number", "key": "decine", "label": "Decine", "increment": "10",
         "validate": {"max": "=abitanti"}},
        {"type": "textfield", "key": "sigla", "label": "Sigla",
         "validate": {"maxLength": "=abitanti"}},
        {"type": "radio", "key": "grado", "label": "Grado",
         "values": [{"label": "uno", "value": 1}, {"label": "due", "value": 2}]},
        {"type": "taglist", "key": "temi", "label": "Temi", "valuesExpression": "=temiPossibili"},
        {"type": "select", "key": "vuota", "label": "Vuota"},
        {"type": "textfield", "key": "protetto", "label": "Protetto", "readonly": "=esito = \\"SI\\""},
        {"type": "expression", "key": "somma", "label": "Somma", "expression": "=1+1"}
      ]}""";

  private final Modulo modulo =
      Modulo.leggi(new ByteArrayInputStream(MODULO.getBytes(StandardCharsets.UTF_8)));

  /** What the application had put in the fields that nobody may change. */
  private static final Map<String, Object> PREPARATI =
      Map.of(
          "calcolato",
          7,
          "protetto",
          "scritto prima",
          "fisse",
          List.of(Map.of("nome", "Ardesio"), Map.of("nome", "Clusone")),
          "righe",
          List.of(Map.of("titolo", "a", "codice", "C1")));

  private static final Clock OGGI =
      Clock.fixed(Instant.parse("2024-09-12T07:00:00Z"), ZoneId.of("Europe/Rome"));

  /** Understands the expressions of the form above: the engine's FEEL is tested with the forms. */
  private final ValidatoreModulo validatore =
      new ValidatoreModulo(
          (espressione, valori) ->
              switch (espressione) {
                case "esito != \"NO\"" -> !"NO".equals(valori.get("esito"));
                case "esito = \"SI\"" -> "SI".equals(valori.get("esito"));
                case "titolo != \"ALTRO\"" -> !"ALTRO".equals(valori.get("titolo"));
                case "abitanti" -> valori.get("abitanti");
                case "temiPossibili" -> List.of("casa", Map.of("label", "Lavoro", "value", "L"));
                default -> throw new AssertionError(espressione);
              },
          OGGI);

  @Test
  void unInvioCorrettoNonHaErrori() {
    assertThat(errori(Map.of())).isEmpty();
  }

  static Stream<Arguments> inviSbagliati() {
    return Stream.of(
        Arguments.of("oggetto", "", "«Oggetto» è obbligatorio"),
        Arguments.of("oggetto", "   ", "«Oggetto» è obbligatorio"),
        Arguments.of("oggetto", "ab", "almeno 3 caratteri"),
        Arguments.of("oggetto", "un testo lungo", "al massimo 10 caratteri, ne ha 14"),
        Arguments.of("oggetto", "<b>x</b>", "«Oggetto» contiene marcatura HTML"),
        Arguments.of("oggetto", "<script", "«Oggetto» contiene marcatura HTML"),
        Arguments.of("oggetto", 12, "si accetta un testo"),
        Arguments.of("oggetto", List.of(), "si accetta un testo"),
        Arguments.of("oggetto", List.of("testo"), "si accetta un testo"),
        Arguments.of("oggetto", "a\u0000b c", "«Oggetto» contiene caratteri illeggibili"),
        Arguments.of("oggetto", "due\nrighe", "«Oggetto» va scritto su una riga sola"),
        Arguments.of("oggetto", "due\u2028righe", "«Oggetto» va scritto su una riga sola"),
        Arguments.of("note", "nullo \u0000", "«Note» contiene caratteri illeggibili"),
        Arguments.of("note", "campanello \u0007", "«Note» contiene caratteri illeggibili"),
        Arguments.of("note", "fine riga a metà \r", "«Note» contiene caratteri illeggibili"),
        Arguments.of("note", "mezzo carattere \ud800", "«Note» contiene caratteri illeggibili"),
        Arguments.of("note", "a".repeat(4001), "«Note» è troppo lungo: al massimo 4000"),
        Arguments.of("triennio", "2025-2027\n", "«Triennio» va scritto su una riga sola"),
        Arguments.of(
            "triennio", "2025", "«Triennio» non ha la forma attesa (per esempio 2025-2027)"),
        Arguments.of("posta", "nessuno", "«E-mail» non è un indirizzo e-mail"),
        Arguments.of("importo", -1, "«Importo» deve essere almeno 0"),
        Arguments.of("importo", 1000.51, "«Importo» deve essere al massimo 1000,5"),
        Arguments.of("importo", 1.005, "troppe cifre decimali: al massimo 2"),
        Arguments.of("importo", "molto", "si accetta un numero, non «molto»"),
        Arguments.of("importo", "1e2", "si accetta un numero, non «1e2»"),
        Arguments.of("importo", "٣", "si accetta un numero, non «٣»"),
        Arguments.of("importo", "-1", "«Importo» deve essere almeno 0"),
        Arguments.of("importo", "9".repeat(100_000), "si accetta un numero, non «9999"),
        Arguments.of("importo", Double.NaN, "si accetta un numero, non «NaN»"),
        Arguments.of("abitanti", 1e300, "«Abitanti» non è valido: il numero è troppo grande"),
        Arguments.of("importo", true, "«Importo» non è valido: si accetta un numero"),
        Arguments.of("consenso", false, "«Consenso» è obbligatorio: la casella va spuntata"),
        Arguments.of("consenso", "true", "si accetta solo sì o no"),
        Arguments.of("data", "31/12/2024", "«Data» non è valido"),
        Arguments.of("data", "2024-02-30", "«Data» non è valido"),
        Arguments.of("data", "0001-01-01", "«Data» non è valido"),
        Arguments.of("data", "2024-10-07T00:00:00Z", "«Data» non è valido"),
        Arguments.of("data", 20241007, "«Data» non è valido"),
        Arguments.of("ora", "2024-10-07", "si accettano una data e un'ora"),
        Arguments.of("ora", "2024-10-07T16:00", "si accettano una data e un'ora"),
        Arguments.of("ora", "2024-10-07T16:00+25:00", "si accettano una data e un'ora"),
        Arguments.of("ora", "0024-10-07T16:00Z", "si accettano una data e un'ora"),
        Arguments.of("dalle", "25:00", "«Dalle ore» non è valido: si accetta un'ora"),
        Arguments.of("dalle", "16:00+02:00", "«Dalle ore» non è valido: si accetta un'ora"),
        Arguments.of("alle", "16:00", "«Alle ore» non è valido: si accetta un'ora"),
        Arguments.of("esito", "FORSE", "«Esito» non ammette «FORSE»"),
        Arguments.of("presenti", List.of("016077", "999999"), "non ammette «999999»"),
        Arguments.of("presenti", List.of("016077", "016077"), "due volte la stessa scelta"),
        Arguments.of("presenti", "016077", "si accetta un elenco di scelte"),
        Arguments.of("presenti", "[\"016077\"]", "si accetta un elenco di scelte"),
        Arguments.of("esito", List.of("SI"), "«Esito» non ammette «[SI]»"),
        Arguments.of("esito", "NO", "«Motivo» è obbligatorio"),
        Arguments.of("motivo", "<script>", "«Motivo» contiene marcatura HTML"),
        Arguments.of("calcolato", "molto", "«Calcolato» è in sola lettura: non si può cambiare"),
        Arguments.of("righe", "testo", "si accetta un elenco di righe"),
        Arguments.of(
            "righe", List.of(Map.of("quota", 1)), "«Righe, riga 1, Titolo» è obbligatorio"),
        Arguments.of(
            "righe",
            List.of(Map.of("titolo", "a"), Map.of("titolo", "b", "quota", 0)),
            "«Righe, riga 2, Quota» deve essere almeno 1"),
        Arguments.of(
            "righe", List.of(Map.of("titolo", "a", "altro", "x")), "è un campo sconosciuto"),
        Arguments.of(
            "righe",
            List.of(Map.of("titolo", "a\u0000")),
            "«Righe, riga 1, Titolo» contiene caratteri illeggibili"),
        Arguments.of(
            "righe",
            List.of(Map.of("titolo", "a"), Map.of("titolo", "ALTRO")),
            "«Righe, riga 2, Perché» è obbligatorio"),
        Arguments.of(
            "righe",
            List.of(Map.of("titolo", "a", "codice", "mio")),
            "«Righe, riga 1, Codice» è in sola lettura"),
        Arguments.of(
            "fisse",
            List.of(Map.of("nome", "Ardesio"), Map.of("nome", "Altro")),
            "«Fisse, riga 2, Nome» è in sola lettura"),
        Arguments.of("fisse", List.of(Map.of("nome", "Ardesio")), "un numero di righe che non si"),
        Arguments.of("fisse", List.of(), "un numero di righe che non si può cambiare"),
        Arguments.of("futura", "2024-09-11", "«Futura» non può essere un giorno già passato"),
        Arguments.of("ora", "2024-10-07T16:05+02:00", "«Quando» si indica a intervalli di 15"),
        Arguments.of("dalle", "16:20", "«Dalle ore» si indica a intervalli di 15 minuti"),
        Arguments.of("locale", "2024-10-07T16:00+02:00", "«Locale» non è valido"),
        Arguments.of("locale", "2024-10-07T16:15", "«Locale» si indica a intervalli di 30"),
        Arguments.of("decine", 15, "«Decine» deve essere un multiplo di 10"),
        Arguments.of("decine", 60, "«Decine» deve essere al massimo 50"),
        Arguments.of("sigla", "a".repeat(51), "«Sigla» è troppo lungo: al massimo 50"),
        Arguments.of("oggetto", "ab    ", "almeno 3 caratteri, ne ha 2"),
        Arguments.of("grado", "1", "«Grado» non ammette «1»"),
        Arguments.of("temi", List.of("L", "M"), "«Temi» non ammette «M»"),
        Arguments.of("vuota", "qualunque", "«Vuota» non ammette «qualunque»"),
        Arguments.of(
            "righe", "[{\"titolo\": \"a\"}]", "«Righe» non è valido: si accetta un elenco"));
  }

  @ParameterizedTest
  @MethodSource("inviSbagliati")
  void unValoreSbagliatoVieneRifiutatoConIlNomeDelCampo(
      String campo, Object valore, String messaggio) {
    assertThat(errori(Map.of(campo, valore)))
        .hasSize(1)
        .first()
        .asString()
        .contains(messaggio)
        .startsWith("«");
  }

  @Test
  void unCampoNonPrevistoVieneRifiutato() {
    assertThat(errori(Map.of("amministratore", true)))
        .containsExactly("«amministratore»: campo sconosciuto, non fa parte di questo modulo.");
  }

  @Test
  void unaChiaveLunghissimaEIlSuoValoreNonRiempionoLaRisposta() {
    assertThat(errori(Map.of("x\u0000".repeat(5_000), "y".repeat(100_000))))
        .singleElement()
        .asString()
        .startsWith("«x")
        .doesNotContain("\u0000")
        .hasSizeLessThan(200);
  }

  @Test
  void leOpzioniScritteDalClienteSonoRifiutateENonValgono() {
    var sue = List.of(Map.of("label", "Altrove", "value", "999999"));

    assertThat(errori(Map.of("comuni", sue, "presenti", List.of("999999"))))
        .containsExactly(
            "«comuni»: campo sconosciuto, non fa parte di questo modulo.",
            "«Presenti» non ammette «999999»: si sceglie dall'elenco.");
  }

  @ParameterizedTest
  @CsvSource({
    "ora, 2024-10-07T16:00+02:00",
    "ora, 2024-10-07T14:00:00.000Z",
    "dalle, 16:00",
    "alle, 16:00+02:00",
    "locale, 2024-10-07T16:30",
    "futura, 2024-09-12",
    "protetto, chi ha detto no",
    "somma, calcolata dal browser",
    "importo, 12.50"
  })
  void iValoriScrittiBeneComeTestoSonoAccettati(String campo, String valore) {
    assertThat(errori(Map.of(campo, valore))).isEmpty();
  }

  @Test
  void unTestoLungoPuoAndareACapo() {
    assertThat(errori(Map.of("note", "Prima riga\n\tseconda\r\nterza: è così, 😀."))).isEmpty();
  }

  @Test
  void unCampoNascostoNonEObbligatorio() {
    assertThat(errori(Map.of("esito", "SI"))).isEmpty();
  }

  @Test
  void unCampoNascostoOSolaLetturaNonArrivaAllApplicazione() {
    var invio = Map.of("esito", "SI", "motivo", "di nascosto", "calcolato", 7, "oggetto", "Avviso");

    assertThat(validatore.leggibili(modulo, invio)).containsOnlyKeys("esito", "oggetto");
    assertThat(validatore.leggibili(modulo, Map.of("esito", "SI", "protetto", "x", "somma", 9)))
        .containsOnlyKeys("esito");
    assertThat(validatore.leggibili(modulo, Map.of("esito", "NO", "motivo", "alla luce")))
        .containsEntry("motivo", "alla luce");
  }

  @Test
  void unaCellaNascostaNonArrivaAllApplicazione() {
    var righe =
        List.of(
            Map.of("titolo", "a", "perche", "di nascosto"),
            Map.of("titolo", "ALTRO", "perche", "alla luce"));

    assertThat(validatore.leggibili(modulo, Map.of("righe", righe)))
        .containsEntry(
            "righe",
            List.of(Map.of("titolo", "a"), Map.of("titolo", "ALTRO", "perche", "alla luce")));
  }

  @Test
  void cioCheESoloDaLeggereTornaComEra() {
    var fisse =
        List.of(
            Map.of("nome", "Ardesio", "risposta", "sì"),
            Map.of("nome", "Clusone", "risposta", "no"));

    assertThat(
            errori(
                Map.of(
                    "calcolato",
                    7.0,
                    "fisse",
                    fisse,
                    "grado",
                    2,
                    "decine",
                    50,
                    "temi",
                    List.of("casa", "L"),
                    "righe",
                    List.of(Map.of("titolo", "b", "codice", "C1"), Map.of("titolo", "nuova")))))
        .isEmpty();
    assertThat(errori(Map.of("esito", "SI", "protetto", "altro")))
        .containsExactly("«Protetto» è in sola lettura: non si può cambiare.");
  }

  @Test
  void piuErroriSonoDettiTuttiInsieme() {
    assertThat(errori(Map.of("oggetto", "", "importo", -5, "consenso", false))).hasSize(3);
  }

  private List<String> errori(Map<String, ?> cambiati) {
    var invio = new HashMap<String, Object>(Map.of("oggetto", "Avviso", "consenso", true));
    invio.putAll(cambiati);
    var valori = new HashMap<String, Object>(invio);
    valori.put("comuni", List.of(Map.of("label", "Clusone", "value", "016077")));
    valori.put("variabileDelProcesso", 1);
    valori.putIfAbsent("abitanti", 50);
    return validatore.errori(modulo, valori, invio.keySet(), PREPARATI);
  }
}
