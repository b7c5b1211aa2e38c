package it.pianodizona.esercizio;

import static it.pianodizona.esercizio.Compose.ambiente;
import static it.pianodizona.esercizio.Compose.elenco;
import static it.pianodizona.esercizio.Compose.leggi;
import static it.pianodizona.esercizio.Compose.mappa;
import static it.pianodizona.esercizio.Compose.servizio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.unit.DataSize;

/**
 * What can be known of the image, of the Compose files and of the proxy without an engine. The rest
 * is in {@code src/prove/Topologia.java}, which runs the same things as plain processes.
 */
class ContenitoriTest {

  private static final Path DOCKERFILE = Path.of("docker/Dockerfile");

  /** As {@code java -Djarmode=tools extract --layers} names them when the pom says nothing else. */
  private static final List<String> STRATI =
      List.of("dependencies", "spring-boot-loader", "snapshot-dependencies", "application");

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path cartella;

  // Compose

  @ParameterizedTest
  @ValueSource(strings = {"docker/compose.yaml", "docker/compose.produzione.example.yaml"})
  void ilFileDiComposeRispettaLoSchema(String file) throws IOException {
    assertThat(errori(JSON.valueToTree(leggi(Path.of(file))))).isEmpty();
  }

  @Test
  void loSchemaTrovaGliErrori() throws IOException {
    var sbagliato = leggi(Compose.LOCALE);
    mappa(mappa(sbagliato.get("services")).get("proxy")).put("imagine", "nginx");
    assertThat(errori(JSON.valueToTree(sbagliato))).isNotEmpty();
  }

  private static List<String> errori(JsonNode file) throws IOException {
    try (var testo = ContenitoriTest.class.getResourceAsStream("/docker/compose-spec.json")) {
      // names of older drafts, which 2019-09 does not have
      var schema =
          new String(testo.readAllBytes(), StandardCharsets.UTF_8)
              .replaceAll("(?m)^\\s*\"id\": \"[^\"]*\",$", "");
      return JsonSchemaFactory.getInstance(VersionFlag.V201909)
          .getSchema(schema)
          .validate(file)
          .stream()
          .map(Object::toString)
          .toList();
    }
  }

  /** A misspelt variable is ignored by everybody, and nobody notices. */
  @ParameterizedTest
  @ValueSource(strings = {"docker/compose.yaml", "docker/compose.produzione.example.yaml"})
  void ogniVariabileDeiNodiEUnaProprietaCheCE(String file) throws IOException {
    var note = proprieta();
    for (var nodo : List.of("nodo1", "nodo2")) {
      assertThat(ambiente(Path.of(file), nodo).keySet())
          .isNotEmpty()
          .allSatisfy(nome -> assertThat(conosciuta(nome, note)).as(nome).isTrue());
      assertThat(elenco(servizio(Path.of(file), nodo).get("secrets")))
          .extracting(s -> mappa(s).get("target").toString())
          .allSatisfy(nome -> assertThat(conosciuta(nome, note)).as(nome).isTrue());
    }
    assertThat(conosciuta("PIANODIZONA_POSTA_MITENTE", note)).isFalse();
    assertThat(conosciuta("SPRING_DATASOURCE_UTENTE", note)).isFalse();
    var immagine = Files.readString(DOCKERFILE);
    var fissate = Pattern.compile("(?m)^ENV (SERVER_\\w+)=\\S+ (\\w+)=").matcher(immagine);
    assertThat(fissate.find()).isTrue();
    assertThat(conosciuta(fissate.group(1), note)).isTrue();
    assertThat(conosciuta(fissate.group(2), note)).isTrue();
  }

  private static boolean conosciuta(String variabile, Map<String, Boolean> note) {
    var nome = piana(variabile);
    return note.containsKey(nome)
        || note.entrySet().stream().anyMatch(p -> p.getValue() && nome.startsWith(p.getKey()));
  }

  private static String piana(String nome) {
    return nome.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Without separators, as environment variables lose them; true for those that open a map. */
  private static Map<String, Boolean> proprieta() throws IOException {
    var note = new HashMap<String, Boolean>();
    for (var metadati :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:META-INF/spring-configuration-metadata.json")) {
      try (var testo = metadati.getInputStream()) {
        for (var voce : JSON.readTree(testo).get("properties")) {
          note.put(
              piana(voce.get("name").asText()),
              voce.path("type").asText().startsWith("java.util.Map"));
        }
      }
    }
    note.put(piana("spring.profiles.active"), false);
    var nostre = new ClassPathScanningCandidateComponentProvider(false);
    nostre.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    for (var trovata : nostre.findCandidateComponents("it.pianodizona")) {
      try {
        var tipo = Class.forName(trovata.getBeanClassName());
        var annotazione = tipo.getAnnotation(ConfigurationProperties.class);
        var prefisso = annotazione.prefix().isEmpty() ? annotazione.value() : annotazione.prefix();
        componenti(prefisso, tipo, note);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
    var letterale = Pattern.compile("\"\\$?\\{?(pianodizona\\.[a-z.-]+)[\":}]");
    try (var sorgenti = Files.walk(Path.of("src/main/java"))) {
      for (var sorgente : sorgenti.filter(f -> f.toString().endsWith(".java")).toList()) {
        letterale
            .matcher(Files.readString(sorgente))
            .results()
            .forEach(r -> note.put(piana(r.group(1)), false));
      }
    }
    return note;
  }

  private static void componenti(String prefisso, Class<?> tipo, Map<String, Boolean> note) {
    if (!tipo.isRecord()) {
      Arrays.stream(tipo.getDeclaredFields())
          .forEach(c -> note.put(piana(prefisso + c.getName()), false));
      return;
    }
    for (var componente : tipo.getRecordComponents()) {
      var nome = prefisso + "." + componente.getName();
      note.put(piana(nome), Map.class.isAssignableFrom(componente.getType()));
      if (componente.getType().isRecord()) {
        componenti(nome, componente.getType(), note);
      }
    }
  }

  /** Nothing is mounted, and no secret is named, that is not there. */
  @ParameterizedTest
  @ValueSource(strings = {"docker/compose.yaml", "docker/compose.produzione.example.yaml"})
  void iFileMontatiCiSonoEISegretiSonoDichiarati(String nome) {
    var file = leggi(Path.of(nome));
    var volumi = mappa(file.get("volumes")).keySet();
    var segreti = mappa(file.get("secrets")).keySet();
    mappa(file.get("services"))
        .forEach(
            (servizio, valore) -> {
              for (var montato : elenco(mappa(valore).get("volumes"))) {
                var origine = montato.toString().split(":")[0];
                if (origine.startsWith("./")) {
                  assertThat(Path.of("docker", origine)).as(servizio).isRegularFile();
                } else {
                  assertThat(volumi).as(servizio).contains(origine);
                }
              }
              for (var segreto : elenco(mappa(valore).get("secrets"))) {
                assertThat(segreti)
                    .as(servizio)
                    .contains(
                        segreto instanceof Map<?, ?> m
                            ? m.get("source").toString()
                            : segreto.toString());
              }
            });
  }

  @Test
  void inProduzioneTuttoHaUnLimiteUnRegistroCheGiraERiparte() {
    mappa(leggi(Compose.PRODUZIONE).get("services"))
        .forEach(
            (nome, valore) -> {
              var servizio = mappa(valore);
              assertThat(servizio.get("image").toString()).as(nome).matches("[^:]+:(?!latest).+");
              assertThat(servizio.get("restart")).as(nome).isEqualTo("unless-stopped");
              assertThat(mappa(mappa(servizio.get("logging")).get("options")))
                  .as(nome)
                  .containsKeys("max-size", "max-file");
              assertThat(mappa(mappa(mappa(servizio.get("deploy")).get("resources")).get("limits")))
                  .as(nome)
                  .containsKey("memory");
              mappa(servizio.get("environment"))
                  .forEach(
                      (variabile, scelto) ->
                          assertThat(
                                  variabile.matches(".*(PASSWORD|SECRET|TOKEN).*")
                                      && !scelto.toString().startsWith("/run/secrets/"))
                              .as("%s: %s non è un segreto nell'ambiente", nome, variabile)
                              .isFalse());
            });
  }

  // Image

  private record Istruzione(String nome, String argomenti) {}

  private static List<Istruzione> istruzioni() throws IOException {
    var righe = new ArrayList<String>();
    var aperta = new StringBuilder();
    for (var riga : Files.readAllLines(DOCKERFILE)) {
      if (riga.startsWith("#") || riga.isBlank()) {
        continue;
      }
      aperta.append(riga.replaceFirst("\\\\$", " "));
      if (!riga.endsWith("\\")) {
        righe.add(aperta.toString());
        aperta.setLength(0);
      }
    }
    assertThat(aperta).as("l'ultima istruzione finisce").isEmpty();
    return righe.stream()
        .map(r -> new Istruzione(r.split("\\s+", 2)[0], r.split("\\s+", 2)[1].strip()))
        .toList();
  }

  private static List<String> argomenti(String nome) throws IOException {
    return istruzioni().stream()
        .filter(i -> i.nome().equals(nome))
        .map(Istruzione::argomenti)
        .toList();
  }

  @Test
  void ilDockerfileHaSoloIstruzioniCheEsistonoEComandiSenzaShell() throws IOException {
    assertThat(istruzioni())
        .extracting(Istruzione::nome)
        .isSubsetOf(
            "FROM", "RUN", "COPY", "ENV", "USER", "WORKDIR", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT");
    // one base, with a version: an archive of classes holds for one JVM only
    var basi = argomenti("FROM").stream().map(f -> f.split(" ")[0]).distinct().toList();
    assertThat(basi).singleElement().asString().matches("[^:]+:17-.+");
    // without a shell in between the application is told to stop
    assertThat(JSON.readTree(argomenti("ENTRYPOINT").get(0)).get(0).asText()).isEqualTo("java");
    var salute = argomenti("HEALTHCHECK").get(0);
    assertThat(JSON.readTree(salute.substring(salute.indexOf('['))).get(0).asText())
        .isEqualTo("bash");
  }

  @Test
  void laJvmAccettaLeSueOpzioniELImmagineLeUsa() throws Exception {
    var opzioni = argomenti("COPY").stream().filter(c -> c.contains("docker/java.opzioni"));
    assertThat(opzioni).singleElement().asString().endsWith(" ./");
    assertThat(argomenti("WORKDIR")).last().isEqualTo("/app");
    assertThat(JSON.readTree(argomenti("ENTRYPOINT").get(0)).get(1).asText())
        .isEqualTo("@/app/java.opzioni");
    Strumenti.esegui(List.of("java", "@docker/java.opzioni", "-version"), "");
  }

  @Test
  void chiEsegueNonERootENonPuoCambiareIlProgramma() throws IOException {
    var nomi = istruzioni().stream().map(Istruzione::nome).toList();
    assertThat(argomenti("USER")).singleElement().asString().matches("[1-9]\\d+:[1-9]\\d+");
    assertThat(nomi.lastIndexOf("USER"))
        .as("nulla viene copiato o eseguito dopo")
        .isGreaterThan(Math.max(nomi.lastIndexOf("COPY"), nomi.lastIndexOf("RUN")));
    assertThat(argomenti("COPY")).noneMatch(c -> c.contains("--chown"));
  }

  @Test
  void gliStratiCopiatiSonoQuelliDelJarDalPiuStabile() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml"))).doesNotContain("<layers>");
    var copiati =
        argomenti("COPY").stream()
            .filter(c -> c.startsWith("--from=strati"))
            .map(c -> c.replaceFirst(".*/estratti/([^/]+)/ .*", "$1"))
            .toList();
    assertThat(copiati).containsExactlyElementsOf(STRATI);
  }

  @Test
  void alMotoreArrivaSoloCioCheVieneCopiato() throws IOException {
    var ammessi =
        Files.readAllLines(Path.of(".dockerignore")).stream()
            .filter(r -> r.startsWith("!"))
            .map(r -> r.substring(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(Files.readAllLines(Path.of(".dockerignore"))).contains("*");
    var copiati = new TreeSet<String>();
    for (var copia : argomenti("COPY")) {
      if (!copia.startsWith("--from")) {
        var parti = copia.split(" ");
        copiati.addAll(List.of(parti).subList(0, parti.length - 1));
      }
    }
    assertThat(copiati).isEqualTo(ammessi);
    assertThat(copiati.stream().filter(f -> f.startsWith("docker/")))
        .allSatisfy(f -> assertThat(Path.of(f)).isRegularFile());
  }

  @Test
  void lePortePassanoDallImmagineAlProxy() throws IOException {
    var porta = argomenti("EXPOSE").get(0);
    assertThat(argomenti("ENV")).anyMatch(e -> e.contains("SERVER_PORT=" + porta));
    assertThat(argomenti("HEALTHCHECK").get(0)).contains("\"" + porta + "\"");
    var comune = Files.readString(Path.of("docker/proxy/piano.inc"));
    assertThat(comune).contains("server nodo1:" + porta, "server nodo2:" + porta);
    var prometheus = Files.readString(Path.of("docker/osservabilita/prometheus.yaml"));
    assertThat(prometheus).contains("nodo1:" + porta, "nodo2:" + porta);
    pubblicate(Compose.LOCALE, "docker/proxy/locale.conf");
    pubblicate(Compose.PRODUZIONE, "docker/proxy/produzione.conf");
  }

  private static void pubblicate(Path compose, String configurazione) throws IOException {
    var ascolta =
        Pattern.compile("listen (\\d+)")
            .matcher(Files.readString(Path.of(configurazione)))
            .results()
            .map(r -> r.group(1))
            .toList();
    assertThat(elenco(servizio(compose, "proxy").get("ports")))
        .extracting(p -> p.toString().replaceFirst(".*:", ""))
        .containsExactlyElementsOf(ascolta);
  }

  // Proxy

  /** Otherwise who sends too large a file reads the proxy's English instead of our Italian. */
  @Test
  void ilProxyLasciaPassareTuttoCioCheLApplicazioneLegge() throws IOException {
    var quanto =
        Pattern.compile("client_max_body_size (\\d+)m;")
            .matcher(Files.readString(Path.of("docker/proxy/piano.inc")));
    assertThat(quanto.find()).isTrue();
    var letto =
        Pattern.compile("max-swallow-size: (\\w+)")
            .matcher(Files.readString(Path.of("src/main/resources/application.yaml")));
    assertThat(letto.find()).isTrue();
    assertThat(DataSize.ofMegabytes(Long.parseLong(quanto.group(1))))
        .isGreaterThanOrEqualTo(DataSize.parse(letto.group(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"locale.conf", "produzione.conf"})
  void nginxAccettaLaConfigurazione(String file) throws Exception {
    Strumenti.serve("nginx");
    var conf = Files.createDirectories(cartella.resolve("conf.d"));
    for (var nome : List.of(file, "piano.inc", "posizioni.inc")) {
      Files.writeString(
          conf.resolve(nome),
          Files.readString(Path.of("docker/proxy", nome))
              .replaceAll("nodo[12]:", "127.0.0.1:")
              .replace("/run/secrets", cartella.toString()));
    }
    Strumenti.esegui(
        List.of(
            "keytool",
            "-genkeypair",
            "-alias",
            "p",
            "-keyalg",
            "RSA",
            "-dname",
            "CN=localhost",
            "-storetype",
            "PKCS12",
            "-keystore",
            cartella + "/p.p12",
            "-storepass",
            "di-prova"),
        "");
    Pem.scrivi(cartella.resolve("p.p12"), "di-prova", cartella);
    Files.writeString(
        cartella.resolve("nginx.conf"),
        """
        pid %1$s/pid;
        error_log %1$s/errori;
        events {}
        http {
          access_log off;
          client_body_temp_path %1$s/a; proxy_temp_path %1$s/b; fastcgi_temp_path %1$s/c;
          uwsgi_temp_path %1$s/d; scgi_temp_path %1$s/e;
          include conf.d/%2$s;
        }
        """
            .formatted(cartella, file));

    var esito =
        Strumenti.esegui(
            List.of("nginx", "-t", "-p", cartella.toString(), "-c", cartella + "/nginx.conf"), "");
    assertThat(esito).contains("test is successful").doesNotContain("[warn]");

    Files.writeString(conf.resolve("posizioni.inc"), "location / { proxy_pas http://x; }");
    assertThatThrownBy(
            () ->
                Strumenti.esegui(
                    List.of(
                        "nginx", "-t", "-p", cartella.toString(), "-c", cartella + "/nginx.conf"),
                    ""))
        .hasMessageContaining("proxy_pas");
  }

  // Health

  @Test
  void laProvaDiSaluteDistingueChiStaBeneDaChiNo() throws Exception {
    for (var caso : Map.of(200, 0, 503, 1, 302, 1).entrySet()) {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/actuator/health",
          scambio -> {
            var corpo = "{}".getBytes(StandardCharsets.UTF_8);
            scambio.sendResponseHeaders(caso.getKey(), corpo.length);
            scambio.getResponseBody().write(corpo);
            scambio.close();
          });
      server.start();
      try {
        assertThat(salute(server.getAddress().getPort()))
            .as("%d", caso.getKey())
            .isEqualTo(caso.getValue());
      } finally {
        server.stop(0);
      }
    }
    try (var muto = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(salute(muto.getLocalPort())).as("chi tace").isEqualTo(1);
      muto.close();
      assertThat(salute(muto.getLocalPort())).as("chi non c'è").isEqualTo(1);
    }
  }

  private static int salute(int porta) throws Exception {
    var processo =
        new ProcessBuilder("bash", "docker/salute.sh", String.valueOf(porta))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(processo.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return processo.exitValue();
  }
}
