package it.pianodizona.monitoraggio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import it.pianodizona.esercizio.Espressioni;
import it.pianodizona.fascicolo.Pdf;
import it.pianodizona.piano.Fase;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What other programs rely on: the described interface, the catalogue, the figures, the report. */
class InterfacceTest extends ProvaMonitoraggio {

  private static final String AP_IT = "http://dati.gov.it/onto/dcatapit#";

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired private RapportoRegionale rapporto;
  @Autowired private MeterRegistry registro;
  @Autowired private CicliConclusi cicli;

  @Test
  void ilDocumentoOpenApiDescriveGliIndirizziCheCiSonoENessunAltro() throws Exception {
    var documento =
        new ObjectMapper().readTree(chiedi("udp", "/api/v1/openapi", "application/json").body());
    var descritti = new TreeSet<String>();
    documento.get("paths").fieldNames().forEachRemaining(descritti::add);
    var mappati =
        requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
            .filter(
                voce ->
                    voce.getValue().getBeanType().getPackageName().startsWith("it.pianodizona."))
            .flatMap(voce -> voce.getKey().getPatternValues().stream())
            .filter(percorso -> percorso.startsWith("/api/v1/"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(mappati).isNotEmpty();
    assertThat(descritti).isEqualTo(mappati);

    var ambiti = documento.at("/paths/~1api~1v1~1monitoraggio~1ambiti/get");
    assertThat(ambiti.at("/responses/200/content").has("application/json")).isTrue();
    assertThat(ambiti.at("/responses/200/content").toString()).contains("text/csv");
    assertThat(ambiti.get("parameters"))
        .extracting(parametro -> parametro.get("name").asText())
        .containsExactlyInAnyOrder("triennio", "ats", "asst");
    var proprieta = new TreeSet<String>();
    documento
        .at("/components/schemas/AmbitoEsportato/properties")
        .fieldNames()
        .forEachRemaining(proprieta::add);
    assertThat(proprieta)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(AmbitoEsportato.class.getRecordComponents())
                .map(c -> c.getName())
                .toList());
  }

  @Test
  void ilCatalogoHaTuttoQuelloCheDcatApItVuole() throws Exception {
    cicli.importa(
        "ciclo.csv",
        new ClassPathResource("monitoraggio/ciclo-2018-2020.csv").getContentAsByteArray(),
        "prova");
    var risposta = chiedi(null, "/dati-aperti", "text/turtle");
    assertThat(risposta.statusCode()).isEqualTo(200);
    Model modello = Rio.parse(new StringReader(risposta.body()), "", RDFFormat.TURTLE);

    for (var catalogo : istanze(modello, DCAT.CATALOG, "Catalog")) {
      haTutto(
          modello,
          catalogo,
          DCTERMS.TITLE,
          DCTERMS.DESCRIPTION,
          DCTERMS.PUBLISHER,
          DCTERMS.MODIFIED,
          DCAT.HAS_DATASET);
    }
    var insiemi = istanze(modello, DCAT.DATASET, "Dataset");
    assertThat(insiemi).hasSize(2);
    for (var insieme : insiemi) {
      haTutto(
          modello,
          insieme,
          DCTERMS.IDENTIFIER,
          DCTERMS.TITLE,
          DCTERMS.DESCRIPTION,
          DCTERMS.MODIFIED,
          DCAT.THEME,
          DCTERMS.RIGHTS_HOLDER,
          DCTERMS.ACCRUAL_PERIODICITY,
          DCAT.HAS_DISTRIBUTION);
      assertThat(modello.filter(insieme, DCAT.THEME, null).objects())
          .allSatisfy(
              tema ->
                  assertThat(tema.stringValue())
                      .startsWith("http://publications.europa.eu/resource/authority/data-theme/"));
    }
    for (var distribuzione : istanze(modello, DCAT.DISTRIBUTION, "Distribution")) {
      haTutto(modello, distribuzione, DCTERMS.FORMAT, DCAT.ACCESS_URL, DCTERMS.LICENSE);
      var percorso =
          uno(modello, distribuzione, DCAT.DOWNLOAD_URL)
              .stringValue()
              .replaceFirst("^http://[^/]+", "");
      assertThat(chiedi(null, percorso, "*/*").statusCode())
          .as("il file di %s si scarica", distribuzione)
          .isEqualTo(200);
    }
    for (var chi : istanze(modello, FOAF.AGENT, "Agent")) {
      haTutto(modello, chi, FOAF.NAME, DCTERMS.IDENTIFIER);
    }
    assertThat(modello.filter(null, DCAT.HAS_DATASET, null).objects())
        .containsExactlyInAnyOrderElementsOf(insiemi);
  }

  @Test
  void leMisurePerPrometheusDiconoFasiRitardiBlocchiEPosta() {
    assertThat(chiedi(null, "/actuator/prometheus", "*/*").statusCode()).isEqualTo(401);
    var misure = chiedi("admin", "/actuator/prometheus", "*/*").body();
    assertThat(valore(misure, "pianodizona_piani{fase=\"accordo\"}"))
        .isEqualTo(
            List.of("2018-2020", POCHI, TUTTI).stream()
                .mapToLong(
                    t -> monitoraggio.quadro(t, Visibilita.piena()).perFase().get(Fase.ACCORDO))
                .sum());
    assertThat(valore(misure, "pianodizona_piani_in_ritardo")).isPositive();
    assertThat(valore(misure, "pianodizona_pagamenti_bloccati")).isPositive();
    assertThat(valore(misure, "pianodizona_flussi_in_ritardo")).isPositive();
    assertThat(misure).contains("pianodizona_posta{stato=\"in_coda\"}");
    assertThat(
            domande(
                () ->
                    registro.find("pianodizona.piani").gauges().forEach(misura -> misura.value())))
        .as("una seconda lettura non chiede nulla al database")
        .isZero();
  }

  /** An alarm on a metric that nobody writes never rings. */
  @Test
  void gliAllarmiEIlCruscottoNominanoSoloMisureCheCiSono() throws Exception {
    chiedi("admin", "/actuator/prometheus", "*/*");
    var scritte =
        chiedi("admin", "/actuator/prometheus", "*/*")
            .body()
            .lines()
            .filter(riga -> !riga.startsWith("#"))
            .map(riga -> riga.split("[{ ]", 2)[0])
            .collect(Collectors.toCollection(TreeSet::new));
    var nominate = new TreeSet<String>();
    for (var espressione : Espressioni.tutte()) {
      nominate.addAll(Espressioni.misure(espressione));
    }
    assertThat(nominate).hasSizeGreaterThan(20);
    assertThat(scritte).containsAll(nominate);
    assertThat(Espressioni.misure("max by (fase) (rate(inventata_total{a=\"b\"}[5m])) > 1 and up"))
        .containsExactly("inventata_total");
  }

  @Test
  void leMisureDiSaluteNonChiedonoNullaAllaSecondaLettura() {
    var misure = chiedi("admin", "/actuator/prometheus", "*/*").body();
    assertThat(valore(misure, "pianodizona_lavori_falliti")).isNotNegative();
    assertThat(valore(misure, "pianodizona_integrita_alterazioni")).isZero();
    assertThat(Math.abs(valore(misure, "pianodizona_orologio_scarto_seconds"))).isLessThan(5);
    assertThat(
            domande(
                () -> registro.find("pianodizona.lavori.attesa").gauges().forEach(m -> m.value())))
        .isZero();
  }

  @Test
  void ilRapportoEUnPdfConservabile() throws Exception {
    var quadro = monitoraggio.quadro(TUTTI, Visibilita.piena());
    var pdf = rapporto.pdf(quadro);
    assertThat(Pdf.difetti(pdf)).isEmpty();
    assertThat(Pdf.testo(pdf))
        .contains("rapporto di monitoraggio", "Situazione di 91 Ambiti", "Premialità assegnata");
    assertThat(rapporto.pdf(quadro)).as("gli stessi dati danno gli stessi byte").isEqualTo(pdf);
  }

  private static List<Resource> istanze(Model modello, IRI classe, String apIt) {
    var trovate = modello.filter(null, RDF.TYPE, classe).subjects();
    assertThat(trovate)
        .as("istanze di %s", classe)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            modello.filter(null, RDF.TYPE, Values.iri(AP_IT, apIt)).subjects());
    return List.copyOf(trovate);
  }

  private static void haTutto(Model modello, Resource chi, IRI... proprieta) {
    for (var una : proprieta) {
      assertThat(modello.filter(chi, una, null)).as("%s di %s", una, chi).isNotEmpty();
    }
  }

  private static Value uno(Model modello, Resource chi, IRI proprieta) {
    return modello.filter(chi, proprieta, null).objects().iterator().next();
  }

  private static long valore(String misure, String nome) {
    return misure
        .lines()
        .filter(riga -> riga.startsWith(nome + " "))
        .map(riga -> riga.substring(nome.length() + 1))
        .mapToLong(numero -> Math.round(Double.parseDouble(numero)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Manca " + nome));
  }
}
