package it.pianodizona.esercizio;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.motore.modulo.ValoriModulo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

/** What prod writes on its console while a job runs, as whoever collects logs reads it. */
class RegistriTest extends ProvaDiProcesso {

  @Test
  void ogniRigaEUnOggettoJsonConPianoAmbitoAttivitaELavoro() throws IOException {
    var piano = piano();
    avvia("CoProgrammazione", piano, Map.of());
    motore
        .getTaskService()
        .complete(
            compito("UserTask_NominareRup").getId(),
            ValoriModulo.versoIlMotore(
                Map.of(
                    "rup", "Dott.ssa Lucia Ferrandi",
                    "numeroDetermina", "412/2024",
                    "dataDetermina", "2024-09-05",
                    "numeroIndirizzo", "7/2024",
                    "dataIndirizzo", "2024-08-30",
                    "priorita", "Domiciliarità")));
    var lavoro = motore.getManagementService().createJobQuery().active().list().get(0);

    var righe = righe(() -> inUnFilo(lavoro.getId()));

    assertThat(righe).isNotEmpty();
    assertThat(righe)
        .allSatisfy(
            riga -> {
              assertThat(riga.at("/@timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.+Z");
              assertThat(testo(riga, "log.level")).isNotEmpty();
              assertThat(testo(riga, "message")).isNotEmpty();
            });
    assertThat(righe)
        .anySatisfy(
            riga -> {
              assertThat(testo(riga, "piano")).isEqualTo(piano.chiave());
              assertThat(testo(riga, "ambito")).isEqualTo(AMBITO);
              assertThat(testo(riga, "activityId")).isNotEmpty();
              assertThat(testo(riga, "processInstanceId")).isNotEmpty();
              assertThat(testo(riga, "jobId")).isEqualTo(lavoro.getId());
            });
  }

  /** As the job executor does it. */
  private void inUnFilo(String lavoro) {
    Context.setJobExecutorContext(new JobExecutorContext());
    try {
      motore.getManagementService().executeJob(lavoro);
    } finally {
      Context.removeJobExecutorContext();
    }
  }

  private static List<JsonNode> righe(Runnable azione) throws IOException {
    var contesto = (LoggerContext) LoggerFactory.getILoggerFactory();
    var uscita = new ByteArrayOutputStream();
    var prima = contesto.getObject(Environment.class.getName());
    contesto.putObject(Environment.class.getName(), produzione());
    var codifica = new StructuredLogEncoder();
    codifica.setContext(contesto);
    codifica.setFormat(produzione().getProperty("logging.structured.format.console"));
    codifica.setCharset(StandardCharsets.UTF_8);
    codifica.start();
    var appender = new OutputStreamAppender<ILoggingEvent>();
    appender.setContext(contesto);
    appender.setEncoder(codifica);
    appender.setOutputStream(uscita);
    appender.start();
    Logger registro = contesto.getLogger("org.camunda.bpm.engine.pvm");
    registro.addAppender(appender);
    registro.setAdditive(false);
    registro.setLevel(Level.DEBUG);
    try {
      azione.run();
    } finally {
      registro.detachAppender(appender);
      registro.setAdditive(true);
      registro.setLevel(null);
      contesto.putObject(Environment.class.getName(), prima);
    }
    var righe = new ArrayList<JsonNode>();
    for (var riga : uscita.toString(StandardCharsets.UTF_8).lines().toList()) {
      righe.add(new ObjectMapper().readTree(riga));
    }
    return righe;
  }

  /** The part of application.yaml that only production reads. */
  private static Environment produzione() throws IOException {
    var ambiente = new MockEnvironment();
    for (var parte :
        new YamlPropertySourceLoader().load("prod", new ClassPathResource("application.yaml"))) {
      if ("prod".equals(parte.getProperty("spring.config.activate.on-profile"))) {
        ambiente.getPropertySources().addLast(parte);
      }
    }
    return ambiente;
  }

  /** Nested or with dots, as the format likes it. */
  private static String testo(JsonNode riga, String nome) {
    var piatto = riga.path(nome);
    return piatto.isMissingNode()
        ? riga.at("/" + nome.replace('.', '/')).asText()
        : piatto.asText();
  }
}
