package it.pianodizona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import it.pianodizona.piano.AccordoPrecedenteProrogato;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.ProrogaAccordo;
import it.pianodizona.piano.Triennio;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.support.StandardServletEnvironment;

/** The profile prod, started for real: PostgreSQL, a mail server, secrets in files. */
class ProduzioneTest {

  private static final String PASSWORD = "una-frase-abbastanza-lunga";

  @TempDir Path segreti;

  @Test
  void conLeImpostazioniGiusteSiEntraEPartonoIMessaggi() throws Exception {
    var posta = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    posta.start();
    try (var postgres = EmbeddedPostgres.start()) {
      segreto("camunda.bpm.admin-user.password", PASSWORD);
      segreto("spring.datasource.password", "la-password-del-database");
      try (var applicazione = avvia(postgres, posta)) {
        var porta = ((ServletWebServerApplicationContext) applicazione).getWebServer().getPort();
        assertThat(chiedi(porta, "/engine-rest/user/count", "amministratore:" + PASSWORD).body())
            .isEqualTo("{\"count\":1}");
        assertThat(chiedi(porta, "/engine-rest/user/count", "amministratore:demo").statusCode())
            .isEqualTo(401);
        assertThat(chiedi(porta, "/engine-rest/user/count", "admin:demo").statusCode())
            .isEqualTo(401);
        for (var dimostrativo : List.of("/demo", "/posta", "/api/demo/orologio")) {
          assertThat(chiedi(porta, dimostrativo, null).statusCode()).isEqualTo(404);
        }
        for (var pagina : List.of("/camunda/app/tasklist/default/", "/avvisi")) {
          var intestazioni = chiedi(porta, pagina, null).headers();
          assertThat(intestazioni.allValues("Set-Cookie"))
              .allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("Secure"));
          assertThat(intestazioni.firstValue("Strict-Transport-Security"))
              .as(pagina)
              .hasValueSatisfying(durata -> assertThat(durata).contains("max-age=31536000"));
        }
        assertThat(
                chiedi(porta, "/camunda/app/tasklist/default/", null)
                    .headers()
                    .allValues("Set-Cookie"))
            .isNotEmpty();

        assertThat(
                applicazione
                    .getBean(JdbcClient.class)
                    .sql("show enable_material")
                    .query(String.class)
                    .single())
            .as("i permessi sui compiti si cercano uno per uno")
            .isEqualTo("off");

        proroga(applicazione);
        await().atMost(Duration.ofSeconds(30)).until(() -> posta.getReceivedMessages().length > 0);
        assertThat(posta.getReceivedMessages()[0].getAllRecipients()[0].toString())
            .contains("<regione@ente.example>");

        var identita = applicazione.getBean(IdentityService.class);
        var dimenticato = identita.newUser("udp");
        dimenticato.setPassword("demo");
        assertThatThrownBy(() -> identita.saveUser(dimenticato))
            .hasMessageContaining("does not match policy");
        // as one who was there before
        ((ProcessEngineConfigurationImpl)
                applicazione.getBean(ProcessEngine.class).getProcessEngineConfiguration())
            .getCommandExecutorTxRequired()
            .execute(new SaveUserCmd(dimenticato, true));
      }
      // a database that knows a password of the demonstration is refused
      assertThatThrownBy(() -> avvia(postgres, posta).close())
          .hasStackTraceContaining("Utenti con una password nota a tutti: udp");
    } finally {
      posta.stop();
    }
  }

  /** Something that is told at once, not in the digest of the day. */
  private static void proroga(ConfigurableApplicationContext applicazione) {
    var piani = applicazione.getBean(Piani.class);
    piani.registra(
        Triennio.di("2031-2033", "DGR di prova", LocalDate.of(2030, 12, 10), "2025-2027"));
    var prorogato =
        new AccordoPrecedenteProrogato(
            piani.avvia("2031-2033", List.of("50084")).get(0),
            new ProrogaAccordo(
                1,
                ProrogaAccordo.Organo.ASSEMBLEA,
                "delibera 4/2030",
                LocalDate.of(2030, 12, 1),
                LocalDate.of(2031, 12, 31),
                "In attesa delle elezioni."));
    applicazione
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(stato -> applicazione.publishEvent(prorogato));
  }

  private ConfigurableApplicationContext avvia(EmbeddedPostgres postgres, GreenMail posta) {
    var variabili = new LinkedHashMap<String, Object>();
    variabili.put("SERVER_PORT", "0");
    variabili.put("SPRING_CONFIG_IMPORT", "configtree:" + segreti + "/");
    variabili.put("SPRING_DATASOURCE_URL", postgres.getJdbcUrl("postgres", "postgres"));
    variabili.put("SPRING_DATASOURCE_USERNAME", "postgres");
    variabili.put("SPRING_MAIL_HOST", "127.0.0.1");
    variabili.put("SPRING_MAIL_PORT", String.valueOf(posta.getSmtp().getPort()));
    variabili.put("PIANODIZONA_POSTA_MITTENTE", "piano@ente.example");
    variabili.put("PIANODIZONA_POSTA_INTERVALLO", "500ms");
    variabili.put("PIANODIZONA_REGIONE_EMAIL", "regione@ente.example");
    variabili.put("PIANODIZONA_INDIRIZZO_PUBBLICO", "https://piano.ente.example");
    variabili.put("CAMUNDA_BPM_ADMIN_USER_ID", "amministratore");
    return new SpringApplicationBuilder(PianoDiZonaApplication.class)
        .profiles("prod", "postgres")
        .environment(
            new StandardServletEnvironment() {
              @Override
              protected void customizePropertySources(MutablePropertySources fonti) {
                super.customizePropertySources(fonti);
                fonti.replace(
                    SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                    new SystemEnvironmentPropertySource(
                        SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(variabili)));
              }
            })
        .run();
  }

  private void segreto(String nome, String valore) throws IOException {
    Files.writeString(segreti.resolve(nome), valore);
  }

  private static HttpResponse<String> chiedi(int porta, String percorso, String credenziali)
      throws IOException, InterruptedException {
    var richiesta =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + porta + percorso))
            // as the reverse proxy in front says
            .header("X-Forwarded-Proto", "https");
    if (credenziali != null) {
      richiesta.header(
          "Authorization", "Basic " + Base64.getEncoder().encodeToString(credenziali.getBytes()));
    }
    return HttpClient.newHttpClient().send(richiesta.build(), BodyHandlers.ofString());
  }
}
