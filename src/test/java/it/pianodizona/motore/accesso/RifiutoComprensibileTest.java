package it.pianodizona.motore.accesso;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

  @Test
  void leFrasiDelMotoreSonoInItaliano() {
    var compito = compito(istanza(MIO));
    var persona =
        Map.of(
            "profile", Map.of("id", "udp", "firstName", "Ada", "lastName", "Neri"),
            "credentials", Map.of("password", "Abcdefg1!"));
    detto(
        rest("admin", "/engine-rest/user/create", persona),
        400,
        "Esiste già una persona con questo nome utente.");
    detto(
        rest("admin", "/engine-rest/group/create", Map.of("id", "r p!", "name", "Prova")),
        400,
        "L'identificativo «r p!» non è ammesso: usare lettere senza accento e cifre");
    rest("udp", "/engine-rest/task/" + compito + "/claim", Map.of("userId", "udp"));
    detto(
        rest("admin", "/engine-rest/task/" + compito + "/claim", Map.of("userId", "admin")),
        409,
        "Il compito è già stato preso in carico da un'altra persona.");
    detto(
        rest(
            "admin",
            "/engine-rest/filter/create",
            Map.of("resourceType", "Task", "name", "", "query", Map.of())),
        400,
        "Il filtro non è completo");
    var nonPrevisto =
        rest(
            "admin",
            "/engine-rest/authorization/create",
            Map.of("type", 1, "permissions", List.of("READ"), "resourceType", 7));
    assertThat(json(nonPrevisto).get("message").asText())
        .startsWith("Il motore dei processi ha rifiutato l'operazione. Dettaglio tecnico: ");
  }

  private void detto(HttpResponse<String> risposta, int stato, String messaggio) {
    assertThat(risposta.statusCode()).as(risposta.body()).isEqualTo(stato);
    assertThat(json(risposta).get("message").asText()).startsWith(messaggio);
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
