package it.pianodizona.motore.accesso;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.motore.Processi;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A test over real HTTP, with a scratch process of one user task for the group {@code
 * ufficio-di-piano}, deployed for the time of each test.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:accesso;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE",
      "camunda.bpm.job-execution.enabled=false",
      "pianodizona.posta.attiva=false",
      "pianodizona.dimostrazione.attiva=false",
      "pianodizona.incarichi.allineamento-giornaliero=false",
      "management.prometheus.metrics.export.enabled=true",
      "pianodizona.sorveglianza.password=" + ProvaHttp.SORVEGLIANZA
    })
@Import(ProvaHttp.CompitiDiProva.class)
abstract class ProvaHttp {

  static final String SORVEGLIANZA = "una-password-per-le-misure";
  static final String PROCESSO = "ProvaAccesso";
  static final String MIO = "50084";
  static final String ALTRUI = "50001";
  static final ObjectMapper JSON = new ObjectMapper();

  @LocalServerPort private int porta;
  @Autowired ProcessEngine motore;
  @Autowired Processi processi;
  private String rilascio;

  @TestConfiguration(proxyBeanMethods = false)
  static class CompitiDiProva {
    @Bean
    Compito compilareProva() {
      return new Compito() {
        @Override
        public String processo() {
          return PROCESSO;
        }

        @Override
        public String compito() {
          return "UserTask_Compilare";
        }

        @Override
        public Map<String, Object> prepara(ContestoCompito contesto) {
          return Map.of("importo", 10);
        }

        @Override
        public void completa(ContestoCompito contesto, DatiModulo dati) {
          if (dati.testo("titolo").equals("vietato")) {
            throw DatoNonValido.regola("Titolo", "non può essere «vietato».");
          }
          contesto.compito().getExecution().setVariable("titoloLetto", dati.testo("titolo"));
        }
      };
    }
  }

  @BeforeEach
  void rilascia() {
    // the REST interface finds the engine by name, and other tests in this JVM have one of the same
    ProcessEngines.registerProcessEngine(motore);
    rilascio =
        motore
            .getRepositoryService()
            .createDeployment()
            .addClasspathResource("accesso/ProvaAccesso.bpmn")
            .addClasspathResource("accesso/prova-accesso.form")
            .deploy()
            .getId();
  }

  @AfterEach
  void ritira() {
    motore.getRepositoryService().deleteDeployment(rilascio, true);
  }

  /** An instance in the Ambito, started by the application. */
  String istanza(String ambito) {
    return processi.avvia(PROCESSO, ambito + "/prova", Map.of("codiceAmbito", ambito));
  }

  String compito(String istanza) {
    return motore
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(istanza)
        .singleResult()
        .getId();
  }

  boolean aperto(String compito) {
    return motore.getTaskService().createTaskQuery().taskId(compito).count() == 1;
  }

  URI indirizzo(String percorso) {
    return URI.create("http://localhost:" + porta + percorso);
  }

  /** An anonymous caller, as a browser that follows no redirect. */
  HttpResponse<String> chiedi(String percorso) {
    return invia(
        HttpClient.newHttpClient(),
        HttpRequest.newBuilder(indirizzo(percorso)).header("Accept", "text/html").build());
  }

  HttpResponse<String> rest(String utente, String percorso) {
    return invia(HttpClient.newHttpClient(), conPassword(utente, percorso).build());
  }

  HttpResponse<String> rest(String utente, String percorso, Object corpo) {
    return invia(
        HttpClient.newHttpClient(),
        conPassword(utente, percorso)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(testo(corpo)))
            .build());
  }

  /** Any method on the engine's REST interface. */
  HttpResponse<String> manda(String utente, String metodo, String percorso, Object corpo) {
    return invia(
        HttpClient.newHttpClient(),
        conPassword(utente, "/engine-rest" + percorso)
            .header("Content-Type", "application/json")
            .method(metodo, BodyPublishers.ofString(testo(corpo)))
            .build());
  }

  /** Tasklist in a browser, logged in. */
  Browser tasklist(String utente) {
    var browser = new Browser();
    browser.chiedi("/camunda/app/tasklist/default/");
    var risposta =
        browser.invia(
            "/camunda/api/admin/auth/user/default/login/tasklist",
            "application/x-www-form-urlencoded",
            "username=" + utente + "&password=demo");
    if (risposta.statusCode() != 200) {
      throw new AssertionError("Accesso rifiutato a " + utente + ": " + risposta.statusCode());
    }
    browser.chiedi("/camunda/app/tasklist/default/");
    return browser;
  }

  final class Browser {
    private final CookieManager cookie = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookie).build();
    private String gettone = "";

    HttpResponse<String> chiedi(String percorso) {
      return ricorda(ProvaHttp.invia(client, HttpRequest.newBuilder(indirizzo(percorso)).build()));
    }

    /** As a person who opens a page. */
    HttpResponse<String> apri(String percorso) {
      return ricorda(
          ProvaHttp.invia(
              client,
              HttpRequest.newBuilder(indirizzo(percorso))
                  .header("Accept", "text/html, */*;q=0.8")
                  .build()));
    }

    HttpResponse<String> invia(String percorso, Object corpo) {
      return invia(percorso, "application/json", testo(corpo));
    }

    HttpResponse<String> invia(String percorso, String tipo, String corpo) {
      return ricorda(
          ProvaHttp.invia(
              client,
              HttpRequest.newBuilder(indirizzo(percorso))
                  .header("Content-Type", tipo)
                  .header("X-XSRF-TOKEN", gettone)
                  .POST(BodyPublishers.ofString(corpo))
                  .build()));
    }

    String cookie(String nome) {
      return cookie.getCookieStore().getCookies().stream()
          .filter(c -> c.getName().equals(nome))
          .map(HttpCookie::getValue)
          .findFirst()
          .orElse("");
    }

    void dimenticaIlGettone() {
      gettone = "";
    }

    HttpResponse<String> manda(String metodo, String percorso, String corpo) {
      return ricorda(
          ProvaHttp.invia(
              client,
              HttpRequest.newBuilder(indirizzo(percorso))
                  .header("Content-Type", "application/json")
                  .header("Accept", "*/*")
                  .header("X-XSRF-TOKEN", gettone)
                  .method(metodo, BodyPublishers.ofString(corpo))
                  .build()));
    }

    private HttpResponse<String> ricorda(HttpResponse<String> risposta) {
      cookie.getCookieStore().getCookies().stream()
          .filter(c -> c.getName().equals("XSRF-TOKEN"))
          .forEach(c -> gettone = c.getValue());
      return risposta;
    }
  }

  static JsonNode json(HttpResponse<String> risposta) {
    try {
      return JSON.readTree(risposta.body());
    } catch (IOException e) {
      throw new AssertionError(risposta.statusCode() + ": " + risposta.body(), e);
    }
  }

  HttpResponse<String> restConPassword(String utente, String password, String percorso) {
    return invia(HttpClient.newHttpClient(), conPassword(utente, password, percorso).build());
  }

  private HttpRequest.Builder conPassword(String utente, String percorso) {
    return conPassword(utente, "demo", percorso);
  }

  private HttpRequest.Builder conPassword(String utente, String password, String percorso) {
    var credenziali =
        Base64.getEncoder()
            .encodeToString((utente + ":" + password).getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(indirizzo(percorso))
        .header("Authorization", "Basic " + credenziali);
  }

  private static String testo(Object corpo) {
    try {
      return JSON.writeValueAsString(corpo);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static HttpResponse<String> invia(HttpClient client, HttpRequest richiesta) {
    try {
      return client.send(richiesta, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
