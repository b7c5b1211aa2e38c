package it.pianodizona.esercizio;

import static it.pianodizona.esercizio.Compose.elenco;
import static it.pianodizona.esercizio.Compose.leggi;
import static it.pianodizona.esercizio.Compose.mappa;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alarms fire when they must, and the dashboard is one that Grafana shows. */
class OsservabilitaTest {

  @Test
  void promtoolAccettaLeRegoleELeLoroProve() throws Exception {
    Strumenti.serve("promtool");
    assertThat(
            Strumenti.esegui(
                List.of("promtool", "check", "rules", Espressioni.ALLARMI.toString()), ""))
        .contains("SUCCESS");
    assertThat(
            Strumenti.esegui(
                List.of("promtool", "test", "rules", "docker/osservabilita/allarmi-prove.yaml"),
                ""))
        .contains("SUCCESS");
  }

  @Test
  void promtoolAccettaLaConfigurazioneDiPrometheus(@TempDir Path cartella) throws Exception {
    Strumenti.serve("promtool");
    Files.copy(Espressioni.ALLARMI, cartella.resolve("allarmi.yaml"));
    Files.writeString(cartella.resolve("password"), "di-prova");
    Files.writeString(
        cartella.resolve("prometheus.yaml"),
        Files.readString(Path.of("docker/osservabilita/prometheus.yaml"))
            .replace("/run/secrets/password-amministratore", cartella + "/password"));
    assertThat(
            Strumenti.esegui(
                List.of("promtool", "check", "config", cartella + "/prometheus.yaml"), ""))
        .contains("SUCCESS");
  }

  /** An alarm that no test makes ring may never ring. */
  @Test
  void ogniAllarmeHaUnaProvaInCuiSuonaEUnaInCuiTace() {
    var suona = new TreeSet<String>();
    var tace = new TreeSet<String>();
    for (var prova :
        elenco(leggi(Path.of("docker/osservabilita/allarmi-prove.yaml")).get("tests"))) {
      for (var attesa : elenco(mappa(prova).get("alert_rule_test"))) {
        var nome = mappa(attesa).get("alertname").toString();
        (elenco(mappa(attesa).get("exp_alerts")).isEmpty() ? tace : suona).add(nome);
      }
    }
    var allarmi = new TreeSet<String>();
    for (var gruppo : elenco(leggi(Espressioni.ALLARMI).get("groups"))) {
      for (var regola : elenco(mappa(gruppo).get("rules"))) {
        allarmi.add(mappa(regola).get("alert").toString());
        assertThat(mappa(mappa(regola).get("labels")).get("gravita")).isIn("urgente", "avviso");
      }
    }
    assertThat(suona).isEqualTo(allarmi);
    assertThat(tace).isEqualTo(allarmi);
  }

  /** And what to do is written, for each. */
  @Test
  void diOgniAllarmeLEsercizioDiceCheCosaFare() throws IOException {
    var esercizio = Files.readString(Path.of("src/docs/esercizio.md"));
    for (var gruppo : elenco(leggi(Espressioni.ALLARMI).get("groups"))) {
      for (var regola : elenco(mappa(gruppo).get("rules"))) {
        assertThat(esercizio).contains("`" + mappa(regola).get("alert") + "`");
      }
    }
  }

  @Test
  void ilCruscottoESenzaRiquadriSovrappostiOVuoti() throws IOException {
    var cruscotto = Espressioni.cruscotto();
    assertThat(cruscotto.get("title").asText()).isNotBlank();
    assertThat(cruscotto.get("uid").asText()).matches("[a-z0-9-]{1,40}");
    assertThat(cruscotto.get("schemaVersion").asInt()).isBetween(36, 60);
    var fonti =
        elenco(leggi(Path.of("docker/osservabilita/grafana/fonti.yaml")).get("datasources"))
            .stream()
            .map(f -> mappa(f).get("uid").toString())
            .toList();
    var numeri = new HashSet<Integer>();
    var caselle = new HashSet<List<Integer>>();
    for (var riquadro : cruscotto.get("panels")) {
      assertThat(numeri.add(riquadro.get("id").asInt())).as("numero ripetuto").isTrue();
      assertThat(riquadro.get("title").asText()).isNotBlank();
      occupa(riquadro.get("gridPos"), caselle, riquadro.get("title").asText());
      if (!riquadro.get("type").asText().equals("row")) {
        assertThat(riquadro.get("type").asText()).isIn("stat", "timeseries");
        assertThat(fonti).contains(riquadro.get("datasource").get("uid").asText());
        assertThat(riquadro.get("targets")).isNotEmpty();
        for (var serie : riquadro.get("targets")) {
          assertThat(
                  Espressioni.misure(serie.get("expr").asText()).size()
                      + (serie.get("expr").asText().contains("up{") ? 1 : 0))
              .as(serie.toString())
              .isPositive();
        }
      }
    }
    assertThat(numeri).hasSizeGreaterThan(15);
  }

  private static void occupa(JsonNode posto, HashSet<List<Integer>> caselle, String titolo) {
    int x = posto.get("x").asInt();
    int y = posto.get("y").asInt();
    assertThat(x + posto.get("w").asInt()).as(titolo).isLessThanOrEqualTo(24);
    for (int i = x; i < x + posto.get("w").asInt(); i++) {
      for (int j = y; j < y + posto.get("h").asInt(); j++) {
        assertThat(caselle.add(List.of(i, j))).as("%s si sovrappone", titolo).isTrue();
      }
    }
  }
}
