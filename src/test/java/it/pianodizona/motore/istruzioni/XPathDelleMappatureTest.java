package it.pianodizona.motore.istruzioni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What it finds is what the JDK finds. */
class XPathDelleMappatureTest {

  private static final String MAPPATURA =
      """
      <mapper><sql id="a"/>testo<select id="b"><selectKey/><where><selectKey/></where></select>
      <!-- nota --><update id="c"/><select id="d"/><delete/><x><sql id="e"/></x><n xmlns="altro"/></mapper>""";

  private Document documento;
  private XPath nostro;
  private XPath delJdk;

  @BeforeEach
  void leggi() throws Exception {
    documento =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(MAPPATURA)));
    nostro = new XPathDelleMappature().newXPath();
    delJdk = XPathFactory.newDefaultInstance().newXPath();
  }

  @ParameterizedTest
  @CsvSource({
    "/mapper",
    "/mapper/sql",
    "/mapper/x/sql",
    "/altro",
    "select|update|delete",
    "sql",
    "selectKey",
    "x/sql",
    "//sql",
    "*",
    "select[@id='d']",
    ".",
    "x/sql|select",
    "sql|sql|n",
    "n"
  })
  void trovaGliStessiElementiDelJdkDaQualunqueElemento(String espressione) throws Exception {
    var tutti = (NodeList) delJdk.evaluate("//*", documento, XPathConstants.NODESET);
    assertThat(tutti.getLength()).isEqualTo(12);
    for (int i = -1; i < tutti.getLength(); i++) {
      var da = i < 0 ? documento : tutti.item(i);
      assertThat(nodi(nostro.evaluate(espressione, da, XPathConstants.NODESET)))
          .as("%s da %s", espressione, da)
          .isEqualTo(nodi(delJdk.evaluate(espressione, da, XPathConstants.NODESET)));
      assertThat(nostro.evaluate(espressione, da, XPathConstants.NODE))
          .isEqualTo(delJdk.evaluate(espressione, da, XPathConstants.NODE));
    }
  }

  @Test
  void rispondeAncheAlleDomandeCheNonSonoDiFigli() throws Exception {
    var mapper = (Element) nostro.evaluate("/mapper", documento, XPathConstants.NODE);
    assertThat(nostro.evaluate("count(select)", mapper)).isEqualTo("2");
    assertThat(nostro.evaluate("select/@id", mapper, XPathConstants.STRING)).isEqualTo("b");
    assertThat(nostro.evaluate("sql", mapper, XPathConstants.BOOLEAN)).isEqualTo(true);
    assertThatThrownBy(() -> nostro.evaluate("2", mapper, XPathConstants.NODESET))
        .isInstanceOf(XPathExpressionException.class);
    assertThatThrownBy(() -> nostro.evaluate("select[", mapper, XPathConstants.NODE))
        .isInstanceOf(XPathExpressionException.class);
  }

  @Test
  void ilMotoreHaLeStesseIstruzioni() throws Exception {
    var colJdk = daSolo();
    assertThat(istruzioni(IstruzioniDelMotore.leggi("h2")))
        .hasSizeGreaterThan(500)
        .isEqualTo(istruzioni(colJdk));
  }

  @Test
  void laTrovaSoloUnFiloCheLaCerca() throws Exception {
    var altroFilo = Executors.newSingleThreadExecutor();
    var filo = Thread.currentThread();
    var classi = filo.getContextClassLoader();
    try {
      assertThat(altroFilo.submit(XPathDelleMappatureTest::trovata).get()).isFalse();
      filo.setContextClassLoader(XPathDelleMappature.trovataDa(classi));
      assertThat(trovata()).isTrue();
      assertThat(altroFilo.submit(XPathDelleMappatureTest::trovata).get()).isFalse();
    } finally {
      filo.setContextClassLoader(classi);
      altroFilo.shutdown();
    }
    assertThat(trovata()).isFalse();
  }

  private static boolean trovata() {
    return XPathFactory.newInstance() instanceof XPathDelleMappature;
  }

  private static List<Object> nodi(Object trovati) {
    var nodi = (NodeList) trovati;
    return new ArrayList<>(IntStream.range(0, nodi.getLength()).mapToObj(nodi::item).toList());
  }

  private static Configuration daSolo() throws Exception {
    var proprieta = new Properties();
    proprieta.put("prefix", "");
    ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(proprieta, "", "h2");
    try (var mappature =
        new ClassPathResource(ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE)
            .getInputStream()) {
      return new XMLConfigBuilder(
              new InputStreamReader(mappature, StandardCharsets.UTF_8), "", proprieta)
          .parse();
    }
  }

  /** By name, what can be compared of them. */
  private static TreeMap<String, String> istruzioni(Configuration lette) {
    var istruzioni = new TreeMap<String, String>();
    for (var nome : lette.getMappedStatementNames()) {
      if (nome.contains(".")) {
        istruzioni.put(nome, descrizione(lette.getMappedStatement(nome)));
      }
    }
    return istruzioni;
  }

  private static String descrizione(MappedStatement istruzione) {
    return String.join(
        " ",
        istruzione.getSqlCommandType().name(),
        istruzione.getStatementType().name(),
        istruzione.getKeyGenerator().getClass().getSimpleName(),
        istruzione.getParameterMap().getId(),
        istruzione.getResultMaps().stream()
            .map(r -> r.getId() + r.getMappedProperties())
            .toList()
            .toString());
  }
}
