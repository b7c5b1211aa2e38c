package it.pianodizona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.pianodizona.ValoriSbagliati.Sbaglio;
import it.pianodizona.motore.modulo.ModuloNonValido;
import it.pianodizona.motore.modulo.ValoriModulo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The life of a plan told by people, and programs, who get every form wrong before they get it
 * right, through every door of the engine: its two services and their REST interface. A refusal
 * names the field and leaves no trace.
 *
 * <p>Each form meets {@value #COSTRUITI_DI_SOLITO} submissions <em>crafted</em> from its definition
 * (each field with the wrong values that the definition lets one think of, alone and together; all
 * must be named in the refusal) and {@value #CASUALI_DI_SOLITO} <em>random</em> ones (right values,
 * noise, and one certain mistake): over 10,000 and 1,000 in a build. {@code -Dmoduli.casuali=10000
 * -Dmoduli.costruiti=1000} does as many against every single form, and {@code -Dmoduli.seme}
 * repeats a run.
 *
 * <p>All forms that way take about an hour. {@code -Dmoduli.da=29 -Dmoduli.a=32} gets wrong only
 * the forms met from the 29th to the 32nd, both included, and all others right at once; the log
 * says the number and the name of each. A form gets the same submissions in a slice and in a whole
 * run, and a slice in which no form is left fails.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:sbagliati;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE",
      "camunda.bpm.job-execution.enabled=false",
      // a long run outlives the quarter of an hour after which the engine writes its own figures
      "camunda.bpm.metrics.db-reporter-activate=false",
      "pianodizona.posta.attiva=false",
      "pianodizona.dimostrazione.attiva=false"
    })
class ModuliSbagliatiTest extends PercorsoCompleto {

  static final int CASUALI_DI_SOLITO = 230;
  static final int COSTRUITI_DI_SOLITO = 40;

  private static final Logger LOG = LoggerFactory.getLogger(ModuliSbagliatiTest.class);
  private static final int CASUALI = Integer.getInteger("moduli.casuali", CASUALI_DI_SOLITO);
  private static final int COSTRUITI = Integer.getInteger("moduli.costruiti", COSTRUITI_DI_SOLITO);
  private static final long SEME = Long.getLong("moduli.seme", 2025_2027L);
  private static final int DA = Integer.getInteger("moduli.da", 1);
  private static final int A = Integer.getInteger("moduli.a", Integer.MAX_VALUE);

  /** After so many refusals everything is counted: rows, variables, the open task. */
  private static final int OGNI_TANTO = 50;

  /** One submission in so many goes over HTTP. */
  private static final int PER_HTTP = 12;

  private static final String LUNGHEZZA_FISSA = "ha un numero di righe che non si può cambiare";

  private static final ObjectMapper JSON =
      new ObjectMapper().configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), true);

  private final Random caso = new Random();
  private final InviiCasuali casuali = new InviiCasuali(caso);
  private final HttpClient rete = HttpClient.newHttpClient();

  @LocalServerPort private int porta;

  private final Set<String> provati = new HashSet<>();
  private final Set<String> moduli = new TreeSet<>();
  private final Map<String, Integer> rifiuti = new TreeMap<>();
  private int sbagliati;

  ModuliSbagliatiTest() {
    super("2028-2030");
  }

  @Test
  void nessunModuloAccettaValoriSbagliatiEIlPianoArrivaInFondoLoStesso() {
    ProcessEngines.registerProcessEngine(motore);
    LOG.info(
        "Seme {}, invii per modulo: {} casuali e {} costruiti, moduli da {} a {}",
        SEME,
        CASUALI,
        COSTRUITI,
        DA,
        A == Integer.MAX_VALUE ? "ultimo" : A);

    ilPianoArrivaInFondoETuttoIlRestoSuccede();

    assertThat(moduli).isEqualTo(moduliNelRepository());
    LOG.info("Rifiutati {} in {} moduli", rifiuti, sbagliati);
    assertThat(sbagliati).isPositive().isEqualTo(Math.min(A, provati.size()) - DA + 1);
    assertThat(rifiuti.get("casuali")).isGreaterThanOrEqualTo(sbagliati * CASUALI);
    assertThat(rifiuti.get("costruiti")).isGreaterThanOrEqualTo(sbagliati * COSTRUITI);
  }

  /** Gets the form wrong in every way, the first time this task is met, and then right. */
  @Override
  protected void completa(Task compito, Map<String, ?> giusti) {
    if (provati.add(compito.getTaskDefinitionKey())) {
      var id = compito.getId();
      var modulo = definizione(motore.getFormService().getDeployedTaskForm(id));
      if (!daSbagliare(modulo)) {
        super.completa(compito, giusti);
        return;
      }
      var prima = stato(compito);
      var compilati = new HashMap<>(prima.modulo());
      compilati.putAll(giusti);
      sbaglia(
          ValoriSbagliati.di(modulo, compilati),
          giusti,
          new Porte(
              List.of(
                  invio -> motore.getTaskService().complete(id, invio),
                  invio -> motore.getFormService().submitTaskForm(id, invio)),
              chiPuo(compito),
              List.of("/task/" + id + "/complete", "/task/" + id + "/submit-form")),
          () -> assertThat(stato(compito)).isEqualTo(prima));
    }
    super.completa(compito, giusti);
  }

  @Override
  protected void avviaDalModulo(String processo, Map<String, ?> giusti) {
    if (provati.add(processo)) {
      var definizione = definizione(processo);
      var modulo = definizione(motore.getFormService().getDeployedStartForm(definizione));
      if (!daSbagliare(modulo)) {
        super.avviaDalModulo(processo, giusti);
        return;
      }
      var prima = righe();
      sbaglia(
          ValoriSbagliati.di(modulo, giusti),
          giusti,
          new Porte(
              List.of(invio -> motore.getFormService().submitStartForm(definizione, invio)),
              chiPuoAvviare(processo),
              List.of(
                  "/process-definition/" + definizione + "/submit-form",
                  "/process-definition/key/" + processo + "/submit-form")),
          () -> assertThat(righe()).isEqualTo(prima));
    }
    super.avviaDalModulo(processo, giusti);
  }

  /** Whether the form just met is one of those of this run; says where the run is. */
  private boolean daSbagliare(JsonNode modulo) {
    var id = modulo.path("id").asText();
    moduli.add(id);
    if (provati.size() < DA || provati.size() > A) {
      return false;
    }
    LOG.info("Modulo {}: {}", provati.size(), id);
    // the same submissions whatever was done before
    caso.setSeed(SEME + id.hashCode());
    sbagliati++;
    return true;
  }

  /** The ways into one form: the services, and their addresses with who may use them. */
  private record Porte(
      List<Consumer<Map<String, Object>>> servizi, String utente, List<String> indirizzi) {}

  private void sbaglia(
      List<Sbaglio> sbagli, Map<String, ?> giusti, Porte porte, Runnable tuttoComePrima) {
    assertThat(sbagli).as("modi di sbagliare il modulo").isNotEmpty();
    var sicuri = sbagli.stream().filter(sbaglio -> !sbaglio.condizionato()).toList();
    var chiavi = sbagli.stream().map(Sbaglio::chiave).distinct().toList();
    int fatti = 0;
    for (var prova : costruiti(sbagli, sicuri)) {
      var dati = new HashMap<String, Object>(giusti);
      prova.forEach(sbaglio -> dati.put(sbaglio.chiave(), sbaglio.valore()));
      rifiuto(dati, porte).ifPresent(errori -> nomina(errori, prova));
      rifiuti.merge("costruiti", 1, Integer::sum);
      ogniTanto(++fatti, tuttoComePrima);
    }
    for (int i = 0; i < CASUALI; i++) {
      var dati = casuali.sporca(giusti, chiavi);
      var certo = sicuri.get(caso.nextInt(sicuri.size()));
      dati.put(certo.chiave(), certo.valore());
      rifiuto(dati, porte);
      rifiuti.merge("casuali", 1, Integer::sum);
      ogniTanto(++fatti, tuttoComePrima);
    }
    for (var corpo : corpiMalfatti()) {
      for (var indirizzo : porte.indirizzi()) {
        var risposta = invia(porte.utente(), indirizzo, corpo);
        assertThat(risposta.statusCode()).as(corpo + ": " + risposta.body()).isBetween(400, 499);
      }
    }
    tuttoComePrima.run();
  }

  private static void ogniTanto(int fatti, Runnable tuttoComePrima) {
    if (fatti % OGNI_TANTO == 0) {
      tuttoComePrima.run();
    }
  }

  /** Every field at least once, then the other mistakes, then two to four of them together. */
  private List<List<Sbaglio>> costruiti(List<Sbaglio> sbagli, List<Sbaglio> sicuri) {
    var mescolati = new ArrayList<>(sbagli);
    Collections.shuffle(mescolati, caso);
    var primi = new LinkedHashMap<String, Sbaglio>();
    mescolati.forEach(sbaglio -> primi.putIfAbsent(sbaglio.campo(), sbaglio));
    var singoli = new LinkedHashSet<>(primi.values());
    singoli.addAll(mescolati);
    int daSoli = Math.max(primi.size(), Math.min(singoli.size(), COSTRUITI * 3 / 4));
    var prove =
        singoli.stream()
            .limit(daSoli)
            .map(List::of)
            .collect(Collectors.toCollection(ArrayList::new));
    while (prove.size() < COSTRUITI) {
      prove.add(insieme(sicuri));
    }
    return prove;
  }

  /** Two to four mistakes in different fields, none of which depends on the others. */
  private List<Sbaglio> insieme(List<Sbaglio> sicuri) {
    var mescolati = new ArrayList<>(sicuri);
    Collections.shuffle(mescolati, caso);
    var chiavi = new HashSet<String>();
    return mescolati.stream()
        .filter(sbaglio -> chiavi.add(sbaglio.chiave()))
        .limit(2 + caso.nextInt(3))
        .toList();
  }

  /** The sentences of the refusal of a form, through a door chosen by chance. */
  private Optional<String> rifiuto(Map<String, Object> dati, Porte porte) {
    if (caso.nextInt(PER_HTTP) == 0) {
      var indirizzo = porte.indirizzi().get(caso.nextInt(porte.indirizzi().size()));
      var risposta = invia(porte.utente(), indirizzo, corpo(dati));
      // who names the Ambito of a new instance is stopped before the form is read
      boolean perLAmbito = risposta.statusCode() == 403 && dati.containsKey("codiceAmbito");
      assertThat(risposta.statusCode())
          .as("%s %s risponde %s", indirizzo, inBreve(dati), inBreve(risposta.body()))
          .isEqualTo(perLAmbito ? 403 : 400);
      if (perLAmbito) {
        return Optional.empty();
      }
      return testo(risposta);
    }
    var servizio = porte.servizi().get(caso.nextInt(porte.servizi().size()));
    var rifiuto = catchThrowable(() -> servizio.accept(comeDalBrowser(dati)));
    if (rifiuto instanceof AuthorizationException && dati.containsKey("codiceAmbito")) {
      return Optional.empty();
    }
    assertThat(rifiuto).as(inBreve(dati)).isInstanceOf(ModuloNonValido.class);
    assertThat(((ModuloNonValido) rifiuto).errori())
        .as(inBreve(dati))
        .isNotEmpty()
        .allSatisfy(frase -> assertThat(frase).startsWith("«").endsWith(".").hasSizeLessThan(500));
    return Optional.of(rifiuto.getMessage());
  }

  private static void nomina(String errori, List<Sbaglio> prova) {
    for (var sbaglio : prova) {
      // a list that may not change its length is refused before its rows are read
      int righe = errori.contains(LUNGHEZZA_FISSA) ? sbaglio.nome().indexOf(", riga ") : -1;
      assertThat(errori)
          .as(inBreve(prova))
          .contains(righe < 0 ? sbaglio.nome() : sbaglio.nome().substring(0, righe));
    }
  }

  private static String inBreve(Object dati) {
    // escaped: what is wrong with it must not spoil the report
    var descrizione = scritto(String.valueOf(dati));
    return descrizione.substring(0, Math.min(500, descrizione.length()));
  }

  /** What no form sends and no client should: broken JSON, wrong types, objects, files. */
  private static List<String> corpiMalfatti() {
    return List.of(
        "{",
        "[]",
        "42",
        "{\"variables\": []}",
        "{\"variables\": {\"esito\": 1}}",
        "{\"variables\": {\"x\": {\"value\": {\"a\": {\"b\": []}}}}}",
        "{\"variables\": {\"x\": {\"type\": \"Integer\", \"value\": \"molti\"}}}",
        "{\"variables\": {\"x\": {\"type\": \"Inesistente\", \"value\": 1}}}",
        "{\"variables\": {\"x\": {\"type\": \"Json\", \"value\": \"{rotto\"}}}",
        "{\"variables\": {\"x\": {\"type\": \"Xml\", \"value\": \"<a>\"}}}",
        "{\"variables\": {\"x\": {\"type\": \"Bytes\", \"value\": \"AAAA\"}}}",
        "{\"variables\": {\"x\": {\"type\": \"Object\", \"value\": \"rO0ABQ==\", \"valueInfo\":"
            + " {\"objectTypeName\": \"java.util.ArrayList\","
            + " \"serializationDataFormat\": \"application/x-java-serialized-object\"}}}}");
  }

  private String corpo(Map<String, Object> dati) {
    var variabili = new HashMap<String, Object>();
    dati.forEach(
        (chiave, valore) -> {
          var variabile = new HashMap<String, Object>();
          boolean json = valore instanceof List<?> || valore instanceof Map<?, ?>;
          variabile.put("value", json ? scritto(valore) : valore);
          if (json) {
            variabile.put("type", "Json");
          }
          variabili.put(chiave, variabile);
        });
    return scritto(Map.of("variables", variabili));
  }

  private static String scritto(Object valore) {
    try {
      return JSON.writeValueAsString(valore);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty when the request was refused as a text, before anybody looked at the form. */
  private static Optional<String> testo(HttpResponse<String> risposta) {
    boolean json =
        risposta.headers().firstValue("Content-Type").orElse("").contains("application/json");
    try {
      return json
          ? Optional.of(JSON.readTree(risposta.body()).path("message").asText())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> invia(String utente, String indirizzo, String corpo) {
    var credenziali =
        Base64.getEncoder().encodeToString((utente + ":demo").getBytes(StandardCharsets.UTF_8));
    try {
      return rete.send(
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + porta + "/engine-rest" + indirizzo))
              .header("Authorization", "Basic " + credenziali)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(corpo))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** An open task and everything around it that a refused submission must not touch. */
  private record Stato(
      String nome, String assegnatario, Map<String, Object> modulo, Map<String, Long> righe) {}

  private Stato stato(Task compito) {
    var aperto =
        motore.getTaskService().createTaskQuery().taskId(compito.getId()).active().singleResult();
    assertThat(aperto).as("il compito resta aperto").isNotNull();
    return new Stato(
        aperto.getName(),
        aperto.getAssignee(),
        ValoriModulo.dalMotore(
            motore.getTaskService().getVariablesLocalTyped(compito.getId(), true)),
        righe());
  }

  private static JsonNode definizione(InputStream modulo) {
    try (modulo) {
      return JSON.readTree(modulo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
