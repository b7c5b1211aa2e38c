package it.pianodizona.monitoraggio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.pianodizona.fascicolo.Pdf;
import it.pianodizona.piano.Piani;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of this room, asked by everybody: each sees what is his or hers, or nothing. */
class ChiVedeCheCosaTest extends ProvaMonitoraggio {

  private static final String API = "/api/v1/monitoraggio";
  private static final int AMBITI_DI_BERGAMO = 14;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** User, and how many Ambiti he or she sees. */
  private record Occhi(String utente, int ambiti) {}

  private static final List<Occhi> OCCHI =
      List.of(
          new Occhi("udp", 1),
          new Occhi("sindaco.016077", 1),
          new Occhi("ats", AMBITI_DI_BERGAMO),
          new Occhi("regione", 91),
          new Occhi("gruppo.tecnico", 91),
          new Occhi("admin", 91));

  @Autowired private Piani piani;
  @Autowired private JdbcClient jdbc;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  private long mio;
  private long altrui;

  @BeforeEach
  void duePiani() {
    mio = piano(MIO);
    altrui = piano(ALTRUI);
  }

  @Test
  void nessunIndirizzoDellaStanzaRestaSenzaProva() {
    var provati =
        new TreeSet<>(
            Set.of(
                API + "/ambiti",
                API + "/scadenze",
                API + "/cicli",
                "/monitoraggio",
                "/monitoraggio/quadro",
                "/monitoraggio/ambiti.csv",
                "/monitoraggio/rapporto.pdf",
                "/monitoraggio/piani/{pianoId:\\d{1,18}}",
                "/monitoraggio/importa",
                "/monitoraggio/importa/ciclo-2018-2020.csv",
                "/dati-aperti",
                "/dati-aperti/cicli.csv"));
    var mappati =
        requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
            .filter(
                voce ->
                    voce.getValue()
                        .getBeanType()
                        .getPackageName()
                        .startsWith("it.pianodizona.monitoraggio"))
            .flatMap(voce -> voce.getKey().getPatternValues().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(provati).isEqualTo(mappati);
  }

  @Test
  void iProgrammiRicevonoLeRigheDiChiLiUsa() {
    for (var occhi : OCCHI) {
      var ambiti = json(occhi.utente(), API + "/ambiti?triennio=" + TUTTI);
      assertThat(codici(ambiti)).as("ambiti di %s", occhi.utente()).hasSize(occhi.ambiti());
      if (occhi.ambiti() == 1) {
        assertThat(codici(ambiti)).containsExactly(MIO);
      }
      assertThat(codici(json(occhi.utente(), API + "/scadenze?triennio=" + TUTTI)))
          .as("scadenze di %s", occhi.utente())
          .isNotEmpty()
          .isSubsetOf(codici(ambiti));
      assertThat(csv(occhi.utente(), API + "/ambiti?triennio=" + TUTTI))
          .as("ambiti di %s in CSV", occhi.utente())
          .containsExactlyInAnyOrderElementsOf(codici(ambiti));
      assertThat(Set.copyOf(csv(occhi.utente(), API + "/scadenze?triennio=" + TUTTI)))
          .as("scadenze di %s in CSV", occhi.utente())
          .isSubsetOf(codici(ambiti));
      assertThat(chiedi(occhi.utente(), API + "/cicli", "application/json").statusCode())
          .isEqualTo(200);
    }
    assertThat(codici(json("asst", API + "/ambiti"))).contains(MIO).hasSizeBetween(2, 13);
    // asking for another's rows gives nothing, not an error that says they exist
    assertThat(codici(json("udp", API + "/ambiti?ats=321"))).isEmpty();
  }

  @Test
  void leRigheSonoQuelleGiusteAncheInCsv() throws IOException {
    var risposta = chiedi("udp", API + "/ambiti?triennio=" + TUTTI, "text/csv");
    assertThat(risposta.headers().firstValue("Content-Type").orElse(""))
        .isEqualTo("text/csv;charset=UTF-8");
    assertThat(risposta.body()).startsWith("codice_ambito,ambito,codice_ats,ats,").contains("\r\n");
    try (var righe =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(risposta.body()))) {
      var riga = righe.getRecords().get(0);
      var json = json("udp", API + "/ambiti?triennio=" + TUTTI).get(0);
      assertThat(riga.get("fase")).isEqualTo(json.get("fase").asText());
      assertThat(riga.get("firme_dovute")).isEqualTo(json.get("firmeDovute").asText());
      assertThat(riga.get("in_mano")).isEqualTo("Ufficio di piano");
      assertThat(riga.get("premialita_assegnata"))
          .isEqualTo(json.get("premialitaAssegnata").decimalValue().setScale(2).toString());
    }
  }

  @Test
  void unNomeCheSembraUnaFormulaRestaUnTesto() {
    jdbc.sql("update ambito set denominazione = ? where codice = ?")
        .params("=1+1, \"prova\"", MIO)
        .update();
    try {
      assertThat(chiedi("udp", API + "/ambiti?triennio=" + TUTTI, "text/csv").body())
          .contains("50084,\"'=1+1, \"\"prova\"\"\",325");
      assertThat(json("udp", API + "/ambiti?triennio=" + TUTTI).get(0).get("ambito").asText())
          .isEqualTo("=1+1, \"prova\"");
    } finally {
      jdbc.sql(
              "update ambito set denominazione = 'Valle Seriana Superiore e Valle di Scalve'"
                  + " where codice = ?")
          .param(MIO)
          .update();
    }
  }

  @Test
  void unaRichiestaSbagliataDiceQualeParametroECheCosaEAmmesso() {
    for (var tipo : List.of("application/json", "text/csv")) {
      var triennio = chiedi("udp", API + "/ambiti?triennio=1999-2001", tipo);
      assertThat(triennio.statusCode()).isEqualTo(400);
      assertThat(triennio.body()).contains("Triennio", "1999-2001", TUTTI);
      var giorni = chiedi("udp", API + "/scadenze?giorni=zero", tipo);
      assertThat(giorni.statusCode()).isEqualTo(400);
      assertThat(giorni.body()).contains("giorni", "zero", "un numero intero");
      assertThat(chiedi("udp", API + "/scadenze?giorni=0", tipo).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void unAnonimoNonVedeNulla() {
    for (var percorso : List.of(API + "/ambiti", API + "/scadenze", API + "/cicli")) {
      for (var tipo : List.of("application/json", "text/csv")) {
        var risposta = chiedi(null, percorso, tipo);
        assertThat(risposta.statusCode()).as(percorso).isEqualTo(401);
        assertThat(risposta.body()).doesNotContain(MIO);
      }
    }
    assertThat(chiedi(null, "/api/v1/openapi", "application/json").statusCode()).isEqualTo(401);
    var nessuno = persona(null);
    for (var percorso :
        List.of(
            "/monitoraggio",
            "/monitoraggio/quadro",
            "/monitoraggio/ambiti.csv",
            "/monitoraggio/rapporto.pdf",
            "/monitoraggio/piani/" + mio,
            "/monitoraggio/importa",
            "/monitoraggio/importa/ciclo-2018-2020.csv")) {
      var risposta = nessuno.apri(percorso);
      assertThat(risposta.statusCode()).as(percorso).isEqualTo(302);
      assertThat(risposta.body()).isEmpty();
    }
  }

  @Test
  void lePagineMostranoGliAmbitiDiChiGuarda() throws IOException {
    for (var occhi : OCCHI) {
      var persona = persona(occhi.utente());
      for (var percorso : List.of("/monitoraggio", "/monitoraggio/quadro")) {
        for (var vista : List.of("ambiti", "mappa", "scadenze", "grafici", "cicli")) {
          var pagina = persona.apri(percorso + "?triennio=" + TUTTI + "&vista=" + vista);
          assertThat(pagina.statusCode()).isEqualTo(200);
          assertThat(pagina.body())
              .contains("%d Ambiti su %d;".formatted(occhi.ambiti(), occhi.ambiti()));
        }
      }
      assertThat(persona.apri("/monitoraggio/ambiti.csv?triennio=" + TUTTI).body().lines())
          .hasSize(occhi.ambiti() + 1);
      assertThat(persona.apri("/monitoraggio/piani/" + mio).statusCode()).isEqualTo(200);
      assertThat(persona.apri("/monitoraggio/piani/" + altrui).statusCode())
          .as("piano altrui per %s", occhi.utente())
          .isEqualTo(occhi.ambiti() == 91 ? 200 : 404);
      var rapporto =
          Pdf.testo(persona.scarica("/monitoraggio/rapporto.pdf?triennio=" + TUTTI).body());
      assertThat(rapporto).contains("Situazione di %d Ambiti".formatted(occhi.ambiti()));
    }
    assertThat(persona("udp").apri("/monitoraggio?triennio=" + TUTTI).body())
        .doesNotContain(
            "/camunda/app/cockpit/default/#/process-instance/", "/monitoraggio/importa");
    assertThat(persona("regione").apri("/monitoraggio?triennio=" + TUTTI).body())
        .contains("/camunda/app/cockpit/default/#/process-instance/");
  }

  @Test
  void importaSoloLaRegione() {
    for (var utente : List.of("udp", "ats", "gruppo.tecnico")) {
      var persona = persona(utente);
      assertThat(persona.apri("/monitoraggio/importa").statusCode()).isEqualTo(404);
      assertThat(persona.apri("/monitoraggio/importa/ciclo-2018-2020.csv").statusCode())
          .isEqualTo(404);
      assertThat(persona.carica("/monitoraggio/importa", "x.csv", "a").statusCode()).isIn(403, 404);
    }
    var regione = persona("regione");
    var vero = regione.apri("/monitoraggio/importa/ciclo-2018-2020.csv").body();
    assertThat(regione.carica("/monitoraggio/importa", "vero.csv", vero).body())
        .contains("Importati 22 totali per 2018-2020");
    assertThat(regione.apri("/monitoraggio?vista=cicli").body()).contains("72 su 91", "147", "87");
    var sbagliato =
        regione.carica(
            "/monitoraggio/importa", "x.csv", vero.replace("progetti_approvati", "approvati"));
    assertThat(sbagliato.statusCode()).isEqualTo(422);
    assertThat(sbagliato.body()).contains("3 celle da correggere", "B19");
    assertThat(persona("udp").apri("/monitoraggio?vista=cicli").body())
        .as("i totali regionali sono di tutti")
        .contains("72 su 91")
        .doesNotContain("/monitoraggio/importa");
    jdbc.sql("delete from totale_ciclo").update();
    jdbc.sql("delete from importazione_cicli").update();
  }

  private long piano(String ambito) {
    return piani.elenco(TUTTI).stream()
        .filter(p -> p.codiceAmbito().equals(ambito))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private JsonNode json(String utente, String percorso) {
    var risposta = chiedi(utente, percorso, "application/json");
    assertThat(risposta.statusCode()).as(percorso).isEqualTo(200);
    try {
      return JSON.readTree(risposta.body());
    } catch (IOException e) {
      throw new AssertionError(risposta.body(), e);
    }
  }

  private static Collection<String> codici(JsonNode righe) {
    return StreamSupport.stream(righe.spliterator(), false)
        .map(r -> r.get("codiceAmbito").asText())
        .collect(Collectors.toSet());
  }

  private List<String> csv(String utente, String percorso) {
    try (var righe =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(chiedi(utente, percorso, "text/csv").body()))) {
      return righe.stream().map(r -> r.get("codice_ambito")).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
