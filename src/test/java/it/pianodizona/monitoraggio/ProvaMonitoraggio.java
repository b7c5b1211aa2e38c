package it.pianodizona.monitoraggio;

import it.pianodizona.comune.Termini;
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
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.listener.SingleQueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A test over a Region of three trienni, one of them with nine Ambiti and the others with all,
 * whose database counts the statements it is asked. It stands on 12 September 2024.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:monitoraggio;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE",
      "camunda.bpm.job-execution.enabled=false",
      "pianodizona.posta.attiva=false",
      "pianodizona.dimostrazione.attiva=false"
    })
@AutoConfigureObservability(tracing = false)
@Import({ProvaMonitoraggio.ContaDomande.class, RegioneFixture.class})
abstract class ProvaMonitoraggio {

  /** Nine Ambiti, all of Bergamo. */
  static final String POCHI = "2022-2024";

  /** All 91, with running processes. */
  static final String TUTTI = "2025-2027";

  static final String MIO = "50084";
  static final String ALTRUI = "50076";

  private static boolean pronta;

  @LocalServerPort int porta;
  @Autowired ProcessEngine motore;
  @Autowired Monitoraggio monitoraggio;
  @Autowired RegioneFixture regione;
  @Autowired SingleQueryCountHolder conteggio;

  @TestConfiguration(proxyBeanMethods = false)
  static class ContaDomande {

    private static final AtomicReference<SingleQueryCountHolder> CONTEGGIO =
        new AtomicReference<>(new SingleQueryCountHolder());

    @Bean
    SingleQueryCountHolder conteggio() {
      return CONTEGGIO.get();
    }

    @Bean
    static BeanPostProcessor contaDomande() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String nome) {
          return bean instanceof DataSource database
              ? ProxyDataSourceBuilder.create(database).countQuery(CONTEGGIO.get()).build()
              : bean;
        }
      };
    }
  }

  @BeforeEach
  void prepara() {
    ProcessEngines.registerProcessEngine(motore);
    adesso("2024-09-12T09:00");
    if (!pronta) {
      regione.riempi("2018-2020", 91, false);
      regione.riempi(POCHI, 9, true);
      regione.riempi(TUTTI, 91, true);
      pronta = true;
    }
  }

  @AfterEach
  void rimetti() {
    ClockUtil.reset();
  }

  static void adesso(String dataOra) {
    ClockUtil.setCurrentTime(
        Date.from(LocalDateTime.parse(dataOra).atZone(Termini.ROMA).toInstant()));
  }

  /** How many statements an action asks of the database. */
  long domande(Runnable azione) {
    conteggio.getQueryCountMap().values().forEach(c -> c.setTotal(0));
    conteggio.clear();
    azione.run();
    return conteggio.getQueryCountMap().values().stream().mapToLong(c -> c.getTotal()).sum();
  }

  /** A program: its password at each request; anonymous without a user. */
  HttpResponse<String> chiedi(String utente, String percorso, String tipo) {
    var richiesta = richiesta(percorso).header("Accept", tipo);
    if (utente != null) {
      richiesta.header(
          "Authorization",
          "Basic "
              + Base64.getEncoder()
                  .encodeToString((utente + ":demo").getBytes(StandardCharsets.UTF_8)));
    }
    return invia(HttpClient.newHttpClient(), richiesta.build());
  }

  /** A person in a browser without scripts, logged in to Tasklist; anonymous without a user. */
  Persona persona(String utente) {
    return new Persona(utente);
  }

  final class Persona {
    private static final Pattern GETTONE = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookie = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookie).build();

    private Persona(String utente) {
      if (utente != null) {
        apri("/camunda/app/tasklist/default/");
        var accesso =
            invia(
                client,
                richiesta("/camunda/api/admin/auth/user/default/login/tasklist")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                    .POST(BodyPublishers.ofString("username=" + utente + "&password=demo"))
                    .build());
        if (accesso.statusCode() != 200) {
          throw new AssertionError(utente + " non entra: " + accesso.statusCode());
        }
      }
    }

    HttpResponse<String> apri(String percorso) {
      return invia(client, richiesta(percorso).header("Accept", "text/html,*/*;q=0.8").build());
    }

    HttpResponse<byte[]> scarica(String percorso) {
      try {
        return client.send(richiesta(percorso).build(), BodyHandlers.ofByteArray());
      } catch (IOException | InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    /** Sends a file from the page with the form. */
    HttpResponse<String> carica(String percorso, String nomeFile, String contenuto) {
      var gettone = GETTONE.matcher(apri(percorso).body());
      var confine = "confine";
      var corpo =
          (gettone.find() ? parte(confine, "name=\"_csrf\"", gettone.group(1)) : "")
              + parte(confine, "name=\"file\"; filename=\"%s\"".formatted(nomeFile), contenuto)
              + "--confine--\r\n";
      return invia(
          client,
          richiesta(percorso)
              .header("Content-Type", "multipart/form-data; boundary=" + confine)
              .POST(BodyPublishers.ofString(corpo))
              .build());
    }

    String cookie(String nome) {
      return cookie.getCookieStore().getCookies().stream()
          .filter(c -> c.getName().equals(nome))
          .map(HttpCookie::getValue)
          .findFirst()
          .orElse("");
    }

    private static String parte(String confine, String campo, String valore) {
      return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
          .formatted(confine, campo, valore);
    }
  }

  private HttpRequest.Builder richiesta(String percorso) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + porta + percorso));
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
