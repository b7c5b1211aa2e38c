package it.pianodizona.giro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The engine's REST interface, used as a person: for what the tour has already shown once. */
final class Sportello {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient cliente = HttpClient.newHttpClient();
  private final String indirizzo;

  Sportello(String indirizzo) {
    this.indirizzo = indirizzo;
  }

  /** Completes a task with what its person filled in; lists travel as JSON, as Tasklist does. */
  void completa(String utente, String idCompito, Map<String, ?> dati) {
    var variabili = new HashMap<String, Object>();
    dati.forEach(
        (nome, valore) ->
            variabili.put(
                nome,
                valore instanceof List<?>
                    ? Map.of("type", "Json", "value", json(valore))
                    : Map.of("value", valore)));
    var richiesta =
        HttpRequest.newBuilder(
                URI.create(indirizzo + "/engine-rest/task/" + idCompito + "/submit-form"))
            .header("Authorization", "Basic " + credenziali(utente))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json(Map.of("variables", variabili))))
            .build();
    try {
      var risposta = cliente.send(richiesta, BodyHandlers.ofString());
      assertThat(risposta.statusCode())
          .as("compito %s di %s: %s", idCompito, utente, risposta.body())
          .isBetween(200, 299);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String credenziali(String utente) {
    return Base64.getEncoder().encodeToString((utente + ":demo").getBytes(StandardCharsets.UTF_8));
  }

  private static String json(Object valore) {
    try {
      return JSON.writeValueAsString(valore);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
