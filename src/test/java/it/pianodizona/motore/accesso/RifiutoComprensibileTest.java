package it.pianodizona.motore.accesso;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong input is told in Italian, whichever way it came, and the task stays as it was. */
class RifiutoComprensibileTest extends ProvaHttp {

  static Stream<Arguments> inviiSbagliati() {
    return Stream.of(
        Arguments.of(
            Map.of("titolo", "Prova", "amministratore", "sì"),
            "«amministratore»: campo sconosciuto"),
        Arguments.of(Map.of("importo", 3), "«Titolo» è obbligatorio"),
        Arguments.of(Map.of("titolo", "<script>alert(1)"), "«Titolo» contiene marcatura HTML"),
        Arguments.of(
            Map.of("titolo", "Un titolo decisamente troppo lungo"), "«Titolo» è troppo lungo"),
        Arguments.of(Map.of("titolo", "Prova", "importo", -1), "«Importo» deve essere almeno 0"),
        Arguments.of(Map.of("titolo", "Prova", "giorno", "31/02/2024"), "«Giorno» non è valido"),
        Arguments.of(Map.of("titolo", "con\u0000nullo"), "«Titolo» contiene caratteri illeggibili"),
        Arguments.of(
            Map.of("titolo", tipizzato("Json", "[\"Prova\"]")),
            "«Titolo» non è valido: si accetta"),
        Arguments.of(Map.of("titolo", tipizzato("Json", "[{")), "«titolo» non è valido"),
        Arguments.of(Map.of("titolo", tipizzato("Xml", "<a/>")), "«titolo» non è valido"),
        Arguments.of(Map.of("titolo", tipizzato("Bytes", "UHJvdmE=")), "«titolo» non è valido"),
        Arguments.of(
            Map.of(
                "indirizzo",
                Map.of(
                    "type",
                    "Object",
                    "value",
                    "\"http://ente.example\"",
                    "valueInfo",
                    Map.of(
                        "objectTypeName",
                        "java.net.URL",
                        "serializationDataFormat",
                        "application/json"))),
            "«indirizzo» non è valido"),
        Arguments.of(Map.of("titolo", "vietato"), "Titolo: non può essere «vietato»."));
  }

  @ParameterizedTest
  @MethodSource("inviiSbagliati")
  void dallInterfacciaRest(Map<String, Object> dati, String messaggio) {
    var compito = compito(istanza(MIO));

    for (var via : new String[] {"/complete", "/submit-form"}) {
      rifiutato(rest("udp", "/engine-rest/task/" + compito + via, corpo(dati)), compito, messaggio);
    }
  }

  @ParameterizedTest
  @MethodSource("inviiSbagliati")
  void daTasklist(Map<String, Object> dati, String messaggio) {
    var compito = compito(istanza(MIO));
    var tasklist = tasklist("udp");

    for (var via : new String[] {"/complete", "/submit-form"}) {
      rifiutato(
          tasklist.invia("/camunda/api/engine/engine/default/task/" + compito + via, corpo(dati)),
          compito,
          messaggio);
    }
  }

  private void rifiutato(HttpResponse<String> risposta, String compito, String messaggio) {
    assertThat(risposta.statusCode()).as(risposta.body()).isEqualTo(400);
    var errore = json(risposta);
    assertThat(errore.get("type").asText()).isEqualTo("ModuloNonValido");
    assertThat(errore.get("message").asText())
        .startsWith(messaggio)
        .doesNotContain("Cannot", "Exception", "ENGINE-", "null");
    assertThat(aperto(compito)).isTrue();
  }

  private static Map<String, Object> tipizzato(String tipo, String valore) {
    return Map.of("type", tipo, "value", valore);
  }

  private static Map<String, Object> corpo(Map<String, Object> dati) {
    var variabili = new HashMap<String, Object>();
    dati.forEach(
        (chiave, valore) ->
            variabili.put(chiave, valore instanceof Map<?, ?> ? valore : Map.of("value", valore)));
    return Map.of("variables", variabili);
  }
}
