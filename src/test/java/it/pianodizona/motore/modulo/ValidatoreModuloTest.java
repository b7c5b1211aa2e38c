package it.pianodizona.motore.modulo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
        {"type": "checklist", "key": "presenti", "label": "Presenti", "valuesKey": "comuni"},
        {"type": "group", "components": [
          {"type": "textarea", "key": "motivo", "label": "Motivo",
           "conditional": {"hide": "=esito != \\"NO\\""}, "validate": {"required": true}}]},
        {"type": "number", "key": "calcolato", "label": "Calcolato", "readonly": true,
         "validate": {"required": true}},
        {"type": "dynamiclist", "path": "righe", "label": "Righe", "components": [
          {"type": "textfield", "key": "titolo", "label": "Titolo", "validate": {"required": true}},
          {"type": "number", "key": "quota", "label": "Quota", "validate": {"min": 1}}]}
      ]}""";

  private final Modulo modulo =
      Modulo.leggi(new ByteArrayInputStream(MODULO.getBytes(StandardCharsets.UTF_8)));

  /**
   * Understands the one condition of the form above: the engine's FEEL is tested with the forms.
   */
  private final ValidatoreModulo validatore =
      new ValidatoreModulo((condizione, valori) -> !"NO".equals(valori.get("esito")));

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
        Arguments.of(
            "triennio", "2025", "«Triennio» non ha la forma attesa (per esempio 2025-2027)"),
        Arguments.of("posta", "nessuno", "«E-mail» non è un indirizzo e-mail"),
        Arguments.of("importo", -1, "«Importo» deve essere almeno 0"),
        Arguments.of("importo", 1000.51, "«Importo» deve essere al massimo 1000,5"),
        Arguments.of("importo", 1.005, "troppe cifre decimali: al massimo 2"),
        Arguments.of("importo", "molto", "si accetta un numero, non «molto»"),
        Arguments.of("importo", true, "«Importo» non è valido: si accetta un numero"),
        Arguments.of("consenso", false, "«Consenso» è obbligatorio: la casella va spuntata"),
        Arguments.of("consenso", "true", "si accetta solo sì o no"),
        Arguments.of("data", "31/12/2024", "«Data» non è valido"),
        Arguments.of("data", "2024-02-30", "«Data» non è valido"),
        Arguments.of("data", "0001-01-01", "«Data» non è valido"),
        Arguments.of("ora", "2024-10-07", "si accettano una data e un'ora"),
        Arguments.of("esito", "FORSE", "«Esito» non ammette «FORSE»"),
        Arguments.of("presenti", List.of("016077", "999999"), "non ammette «999999»"),
        Arguments.of("presenti", List.of("016077", "016077"), "due volte la stessa scelta"),
        Arguments.of("presenti", "016077", "si accetta un elenco di scelte"),
        Arguments.of("esito", "NO", "«Motivo» è obbligatorio"),
        Arguments.of("righe", "testo", "si accetta un elenco di righe"),
        Arguments.of(
            "righe", List.of(Map.of("quota", 1)), "«Righe, riga 1, Titolo» è obbligatorio"),
        Arguments.of(
            "righe",
            List.of(Map.of("titolo", "a"), Map.of("titolo", "b", "quota", 0)),
            "«Righe, riga 2, Quota» deve essere almeno 1"),
        Arguments.of(
            "righe", List.of(Map.of("titolo", "a", "altro", "x")), "è un campo sconosciuto"));
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
  void unCampoNascostoNonEObbligatorio() {
    assertThat(errori(Map.of("esito", "SI"))).isEmpty();
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
    return validatore.errori(modulo, valori, invio.keySet());
  }
}
