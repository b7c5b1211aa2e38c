package it.pianodizona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import it.pianodizona.motore.accesso.Funzionario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page of ours, public or of the offices, under what no honest person sends: the paths come
 * from the mappings, so that a new one is tried without being named here. No page answers 5xx, and
 * what is refused leaves no row.
 */
class PagineSbagliateTest extends Percorso {

  private static final Logger LOG = LoggerFactory.getLogger(PagineSbagliateTest.class);
  private static final int PER_PAGINA = Integer.getInteger("pagine.casuali", 60);
  private static final long SEME = Long.getLong("pagine.seme", 2025_2027L);
  private static final Pattern VARIABILE = Pattern.compile("\\{(\\w+)(:[^/]*)?}");
  private static final Pattern CAMPO =
      Pattern.compile("(?:name=\"|name='|\\|)([a-zA-Z][\\w.]*)[\"'|]");
  private static final List<String> FILE =
      List.of("file", "documentoIdentita", "allegati", "firmato");

  private final Random caso = new Random(SEME);
  private final InviiCasuali casuali = new InviiCasuali(caso);

  @Autowired private WebApplicationContext contesto;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappe;

  private final Map<String, Integer> risposte = new TreeMap<>();
  private final List<String> rotte = new ArrayList<>();
  private List<String> segreti;

  PagineSbagliateTest() {
    super("2031-2033");
  }

  @Test
  void nessunaPaginaSiRompeENullaRestaAMeta() {
    laRegioneApreIlTriennio();
    lUfficioPubblicaLAvvisoDelDodiciSettembre();
    treEntiEUnSindacatoMandanoLaDomandaEUnoArrivaTardi();
    leDomandeSonoIstruiteEAllaScadenzaEsceLElencoDegliAmmessi();
    for (var compito : compiti("UserTask_ConvocareIncontri")) {
      completa(compito, Map.of());
    }
    segreti =
        jdbc.sql("select token from domanda union all select token from collegamento_tavoli")
            .query(String.class)
            .list();
    var pagine = MockMvcBuilders.webAppContextSetup(contesto).apply(springSecurity()).build();
    var campi = campiDeiModelli();
    LOG.info("Seme {}, invii per pagina {}", SEME, PER_PAGINA);

    for (var percorso : percorsi()) {
      var prima = senzaBozze();
      for (int i = 0; i < PER_PAGINA; i++) {
        var richiesta = richiesta(percorso, campi);
        int stato = stato(pagine, percorso, richiesta);
        risposte.merge(stato / 100 + "xx", 1, Integer::sum);
        var dopo = senzaBozze();
        if (stato >= 400) {
          assertThat(dopo).as("%s rifiutata con %d".formatted(percorso, stato)).isEqualTo(prima);
        }
        prima = dopo;
      }
    }

    LOG.info("Risposte {}", risposte);
    assertThat(rotte).isEmpty();
    assertThat(risposte.get("4xx")).isGreaterThan(1_000);
  }

  /** A refused domanda keeps in a draft the files that came with it: nobody uploads them twice. */
  private Map<String, Long> senzaBozze() {
    var righe = righe();
    righe.keySet().removeIf(tabella -> tabella.startsWith("BOZZA_"));
    return righe;
  }

  private record Pagina(HttpMethod metodo, String modello) {

    @Override
    public String toString() {
      return metodo + " " + modello;
    }
  }

  /** Those of our own controllers. */
  private List<Pagina> percorsi() {
    return mappe.getHandlerMethods().entrySet().stream()
        .filter(m -> m.getValue().getBeanType().getPackageName().startsWith("it.pianodizona"))
        .flatMap(
            m ->
                m.getKey().getPatternValues().stream()
                    .flatMap(
                        modello ->
                            m.getKey().getMethodsCondition().getMethods().stream()
                                .map(metodo -> new Pagina(metodo(metodo), modello))))
        .sorted(Comparator.comparing(Pagina::toString))
        .toList();
  }

  private static HttpMethod metodo(RequestMethod metodo) {
    return HttpMethod.valueOf(metodo.name());
  }

  private int stato(MockMvc pagine, Pagina percorso, MockHttpServletRequestBuilder richiesta) {
    try {
      int stato = pagine.perform(richiesta).andReturn().getResponse().getStatus();
      if (stato >= 500) {
        rotte.add(percorso + ": " + stato);
      }
      return stato;
    } catch (Exception e) {
      rotte.add(percorso + ": " + e);
      return 500;
    }
  }

  private MockHttpServletRequestBuilder richiesta(Pagina percorso, List<String> campi) {
    var indirizzo = indirizzo(percorso.modello());
    MockHttpServletRequestBuilder richiesta;
    if (percorso.metodo() == HttpMethod.POST && caso.nextInt(3) == 0) {
      var aParti = MockMvcRequestBuilders.multipart(indirizzo);
      for (int i = caso.nextInt(3); i > 0; i--) {
        byte[] contenuto = new byte[caso.nextInt(2_000)];
        caso.nextBytes(contenuto);
        aParti.file(
            new MockMultipartFile(
                FILE.get(caso.nextInt(FILE.size())),
                testo(),
                caso.nextBoolean() ? "application/pdf" : "text/csv",
                contenuto));
      }
      richiesta = aParti;
    } else {
      richiesta = MockMvcRequestBuilders.request(percorso.metodo(), indirizzo);
      if (percorso.metodo() == HttpMethod.POST && caso.nextInt(10) == 0) {
        richiesta.contentType(MediaType.APPLICATION_JSON).content("{\"campo\": ");
      }
    }
    for (int i = caso.nextInt(12); i > 0; i--) {
      var valori = new String[1 + caso.nextInt(2)];
      for (int v = 0; v < valori.length; v++) {
        valori[v] = testo();
      }
      richiesta.param(campi.get(caso.nextInt(campi.size())), valori);
    }
    return richiesta.with(csrf()).with(chi());
  }

  /** An official of everything, or nobody. */
  private RequestPostProcessor chi() {
    if (caso.nextInt(5) == 0) {
      return richiesta -> richiesta;
    }
    var funzionario =
        new Funzionario(
            "udp",
            List.of(
                "ufficio-di-piano",
                "rup",
                "facilitatore",
                "presidente-assemblea",
                "assemblea",
                "comitato-dei-sindaci",
                "ats",
                "asst",
                "regione",
                "camunda-admin"),
            List.of(AMBITO));
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(funzionario, null, List.of()));
  }

  /** Ids and secrets that often exist, and sometimes cannot. */
  private String indirizzo(String modello) {
    return VARIABILE
        .matcher(modello)
        .replaceAll(
            variabile -> {
              var nome = variabile.group(1);
              if (caso.nextInt(6) == 0) {
                return "x" + caso.nextInt(1_000_000);
              }
              if (nome.equals("token") || nome.equals("gettone")) {
                return segreti.get(caso.nextInt(segreti.size()));
              }
              if (nome.equals("numero") && modello.startsWith("/avvisi")) {
                return avvisi.delPiano(piano.pianoId()).orElseThrow().numero();
              }
              if (nome.toLowerCase().contains("piano") || nome.equals("p")) {
                return String.valueOf(piano.pianoId());
              }
              return nome.toLowerCase().contains("ambito")
                  ? AMBITO
                  : String.valueOf(1 + caso.nextInt(30));
            });
  }

  private String testo() {
    var valore = casuali.testo();
    return valore.length() > 3_000 ? valore.substring(0, 3_000) : valore;
  }

  /** Every name that a field of ours has. */
  private static List<String> campiDeiModelli() {
    try (var modelli = Files.walk(Path.of("src/main/resources/templates"))) {
      return modelli
          .filter(m -> m.toString().endsWith(".html"))
          .flatMap(m -> CAMPO.matcher(leggi(m)).results().map(r -> r.group(1)))
          .distinct()
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String leggi(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
