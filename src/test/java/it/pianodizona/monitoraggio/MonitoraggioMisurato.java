package it.pianodizona.monitoraggio;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import it.pianodizona.giro.Finestre;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the view of the whole Region takes, for {@code src/bench/monitoraggio.sh}: not a test,
 * and not run by the build. It writes one line for each address: name and milliseconds, one after
 * the other.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "camunda.bpm.job-execution.enabled=false",
      "pianodizona.posta.attiva=false",
      "pianodizona.dimostrazione.attiva=false"
    })
@Import(RegioneFixture.class)
class MonitoraggioMisurato {

  private static final int GIRI = Integer.getInteger("pianodizona.giri", 200);
  private static final int DISEGNI = 7;
  private static final String UTENTE = "regione";
  private static final String[] TRIENNI = {"2018-2020", "2021-2023", "2025-2027"};

  @LocalServerPort private int porta;
  @Autowired private ProcessEngine motore;
  @Autowired private RegioneFixture regione;
  @Autowired private JdbcClient jdbc;

  @Test
  void misura() throws Exception {
    ProcessEngines.registerProcessEngine(motore);
    for (int i = 0; i < TRIENNI.length; i++) {
      regione.riempi(TRIENNI[i], 91, i == TRIENNI.length - 1);
    }
    var righe = new ArrayList<String>();
    righe.add(
        "dati: %d Ambiti, %d Comuni, %d piani, %d domande, %d compiti, %d messaggi"
            .formatted(
                conta("ambito"),
                conta("comune"),
                conta("piano"),
                conta("domanda"),
                conta("act_ru_task"),
                conta("messaggio")));
    try (var finestre =
        new Finestre("http://localhost:" + porta, Path.of("target/monitoraggio-misurato"))) {
      var pagina = finestre.di(UTENTE).pagina();
      var sessione = entra(pagina);
      for (var percorso :
          List.of(
              "/monitoraggio/quadro?vista=ambiti",
              "/monitoraggio/quadro?vista=mappa",
              "/monitoraggio/quadro?vista=scadenze",
              "/monitoraggio/quadro?vista=grafici",
              "/api/v1/monitoraggio/ambiti",
              "/api/v1/monitoraggio/scadenze",
              "/monitoraggio/piani/" + unPiano())) {
        righe.add(percorso + " " + tempi(percorso, sessione));
      }
      righe.add("disegno:pagina " + disegni(pagina, "/monitoraggio", ".pdzm-tabella"));
      righe.add(
          "disegno:cockpit "
              + disegni(pagina, "/camunda/app/cockpit/default/#/dashboard", ".pdzm-tabella"));
    }
    var uscita = Path.of(System.getProperty("pianodizona.tempi", "target/monitoraggio-tempi.txt"));
    Files.createDirectories(uscita.toAbsolutePath().getParent());
    Files.write(uscita, righe);
  }

  private String tempi(String percorso, String sessione) throws IOException, InterruptedException {
    var client = HttpClient.newHttpClient();
    var richiesta =
        HttpRequest.newBuilder(URI.create("http://localhost:" + porta + percorso))
            .header("Cookie", sessione)
            .header("Accept", percorso.startsWith("/api") ? "application/json" : "text/html")
            .build();
    var tempi = new StringBuilder();
    for (int giro = -GIRI / 4; giro < GIRI; giro++) {
      long inizio = System.nanoTime();
      var risposta = client.send(richiesta, BodyHandlers.ofByteArray());
      if (risposta.statusCode() != 200) {
        throw new AssertionError(percorso + ": " + risposta.statusCode());
      }
      if (giro >= 0) {
        tempi.append(Math.round((System.nanoTime() - inizio) / 1e6)).append(' ');
      }
    }
    return tempi.toString().strip();
  }

  /** From the address entered to the table on the screen. */
  private String disegni(Page pagina, String percorso, String atteso) {
    var tempi =
        IntStream.range(0, DISEGNI + 1)
            .mapToObj(
                giro -> {
                  pagina.navigate("about:blank");
                  long inizio = System.nanoTime();
                  pagina.navigate("http://localhost:" + porta + percorso);
                  pagina.locator(atteso).first().waitFor();
                  pagina.evaluate("() => new Promise(r => requestAnimationFrame(() => r()))");
                  return Math.round((System.nanoTime() - inizio) / 1e6);
                })
            .skip(1)
            .map(String::valueOf)
            .toList();
    return String.join(" ", tempi);
  }

  private String entra(Page pagina) {
    var base = "http://localhost:" + porta;
    var richieste = pagina.context().request();
    richieste.get(base + "/camunda/app/cockpit/default/");
    richieste.post(
        base + "/camunda/api/admin/auth/user/default/login/cockpit",
        RequestOptions.create()
            .setHeader("X-XSRF-TOKEN", cookie(pagina, "XSRF-TOKEN"))
            .setForm(FormData.create().set("username", UTENTE).set("password", "demo")));
    return "JSESSIONID=" + cookie(pagina, "JSESSIONID");
  }

  private static String cookie(Page pagina, String nome) {
    return pagina.context().cookies().stream()
        .filter(c -> c.name.equals(nome))
        .findFirst()
        .orElseThrow()
        .value;
  }

  private long unPiano() {
    return jdbc.sql("select max(id) from piano").query(Long.class).single();
  }

  private long conta(String tabella) {
    return jdbc.sql("select count(*) from " + tabella).query(Long.class).single();
  }
}
