package it.pianodizona.giro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  /** What the engine answers to who asks for something. */
  int stato(String utente, String percorso) {
    return invia(richiesta(utente, percorso).GET().build()).statusCode();
  }

  /** What the engine answers to who tries something on a task, with no data. */
  int prova(String utente, String idCompito, String azione) {
    var corpo = azione.equals("/claim") ? Map.of("userId", utente) : Map.of("variables", Map.of());
    return invia(
            richiesta(utente, "/task/" + idCompito + azione)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(corpo)))
                .build())
        .statusCode();
  }

  private HttpRequest.Builder richiesta(String utente, String percorso) {
    return HttpRequest.newBuilder(URI.create(indirizzo + "/engine-rest" + percorso))
        .header("Authorization", "Basic " + credenziali(utente));
  }

  private HttpResponse<String> invia(HttpRequest richiesta) {
    try {
      return cliente.send(richiesta, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** What the form of a task is prefilled with, as if its person completed it untouched. */
  Map<String, Object> proposta(String utente, String idCompito) {
    var chiavi = new HashSet<String>();
    chiavi(leggi(utente, "/task/" + idCompito + "/deployed-form").path("components"), chiavi);
    var dati = new HashMap<String, Object>();
    leggi(utente, "/task/" + idCompito + "/form-variables?deserializeValues=false")
        .fields()
        .forEachRemaining(
            variabile -> {
              var valore = variabile.getValue().path("value");
              if (chiavi.contains(variabile.getKey()) && !valore.isNull()) {
                dati.put(
                    variabile.getKey(),
                    variabile.getValue().path("type").asText().equals("Json")
                        ? lista(valore.asText())
                        : JSON.convertValue(valore, Object.class));
              }
            });
    return dati;
  }

  /** The options that a form offers for a field, by their label. */
  Map<String, String> scelte(String utente, String idCompito, String opzioni) {
    var scelte = new HashMap<String, String>();
    var valore =
        leggi(utente, "/task/" + idCompito + "/form-variables?deserializeValues=false")
            .path(opzioni)
            .path("value")
            .asText();
    try {
      JSON.readTree(valore)
          .forEach(
              scelta -> scelte.put(scelta.path("label").asText(), scelta.path("value").asText()));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
    return scelte;
  }

  /** Only the keys of the form's own level: rows of a list travel inside the list. */
  private static void chiavi(JsonNode componenti, Set<String> trovate) {
    for (var componente : componenti) {
      if (componente.has("key")) {
        trovate.add(componente.path("key").asText());
      }
      if (componente.has("path")) {
        trovate.add(componente.path("path").asText());
      } else {
        chiavi(componente.path("components"), trovate);
      }
    }
  }

  private static List<?> lista(String json) {
    try {
      return JSON.readValue(json, List.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode leggi(String utente, String percorso) {
    var richiesta =
        HttpRequest.newBuilder(URI.create(indirizzo + "/engine-rest" + percorso))
            .header("Authorization", "Basic " + credenziali(utente))
            .build();
    try {
      var risposta = cliente.send(richiesta, BodyHandlers.ofString());
      assertThat(risposta.statusCode()).as(percorso + ": " + risposta.body()).isEqualTo(200);
      return JSON.readTree(risposta.body());
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
