package it.pianodizona.motore.istruzioni;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.namespace.NamespaceContext;
import javax.xml.namespace.QName;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import javax.xml.xpath.XPathFunctionResolver;
import javax.xml.xpath.XPathVariableResolver;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Finds the children of an element by their names, which is all that MyBatis asks when it reads the
 * engine's statements; anything else goes to the XPath of the JDK. For every question that one
 * copies the document, up to the element, into a model of its own: with a file of hundreds of
 * statements it read what came before again for each, and a start lost more than half a second.
 */
public final class XPathDelleMappature extends XPathFactory {

  private static final String FORNITURA = "/motore/" + XPathFactory.class.getName();
  private static final String SERVIZIO = "META-INF/services/" + XPathFactory.class.getName();
  private static final String NOME = "[A-Za-z_][\\w-]*";
  private static final Pattern FIGLI =
      Pattern.compile("/?%1$s(/%1$s)*|%1$s(\\|%1$s)*".formatted(NOME));

  private final XPathFactory delJdk = XPathFactory.newDefaultInstance();

  /** With it as its context's, a thread that looks for the JDK's XPath finds this one. */
  static ClassLoader trovataDa(ClassLoader classi) {
    return new ClassLoader(classi) {
      @Override
      public Enumeration<URL> getResources(String nome) throws IOException {
        return nome.equals(SERVIZIO)
            ? Collections.enumeration(List.of(XPathDelleMappature.class.getResource(FORNITURA)))
            : super.getResources(nome);
      }
    };
  }

  @Override
  public boolean isObjectModelSupported(String modello) {
    return delJdk.isObjectModelSupported(modello);
  }

  @Override
  public void setFeature(String nome, boolean valore) throws XPathFactoryConfigurationException {
    delJdk.setFeature(nome, valore);
  }

  @Override
  public boolean getFeature(String nome) throws XPathFactoryConfigurationException {
    return delJdk.getFeature(nome);
  }

  @Override
  public void setXPathVariableResolver(XPathVariableResolver variabili) {
    delJdk.setXPathVariableResolver(variabili);
  }

  @Override
  public void setXPathFunctionResolver(XPathFunctionResolver funzioni) {
    delJdk.setXPathFunctionResolver(funzioni);
  }

  @Override
  public XPath newXPath() {
    return new PerNome(delJdk.newXPath());
  }

  private record Nodi(List<Node> nodi) implements NodeList {

    @Override
    public Node item(int indice) {
      return indice >= 0 && indice < nodi.size() ? nodi.get(indice) : null;
    }

    @Override
    public int getLength() {
      return nodi.size();
    }
  }

  private record PerNome(XPath delJdk) implements XPath {

    @Override
    public Object evaluate(String espressione, Object da, QName tipo)
        throws XPathExpressionException {
      if (da instanceof Node nodo && FIGLI.matcher(espressione).matches()) {
        if (tipo == XPathConstants.NODESET) {
          return new Nodi(figli(espressione, nodo));
        }
        if (tipo == XPathConstants.NODE) {
          return figli(espressione, nodo).stream().findFirst().orElse(null);
        }
      }
      return delJdk.evaluate(espressione, da, tipo);
    }

    private static List<Node> figli(String espressione, Node da) {
      boolean dallaRadice = espressione.startsWith("/");
      var trovati = List.of(dallaRadice ? documento(da) : da);
      for (var passo : espressione.substring(dallaRadice ? 1 : 0).split("/")) {
        var nomi = Set.copyOf(List.of(passo.split("\\|")));
        trovati = trovati.stream().flatMap(padre -> figli(padre, nomi)).toList();
      }
      return trovati;
    }

    private static Stream<Node> figli(Node padre, Set<String> nomi) {
      return Stream.iterate(padre.getFirstChild(), Objects::nonNull, Node::getNextSibling)
          .filter(n -> n.getNodeType() == Node.ELEMENT_NODE && n.getNamespaceURI() == null)
          .filter(n -> nomi.contains(n.getNodeName()));
    }

    private static Node documento(Node nodo) {
      return nodo instanceof Document ? nodo : nodo.getOwnerDocument();
    }

    @Override
    public String evaluate(String espressione, Object da) throws XPathExpressionException {
      return delJdk.evaluate(espressione, da);
    }

    @Override
    public Object evaluate(String espressione, InputSource da, QName tipo)
        throws XPathExpressionException {
      return delJdk.evaluate(espressione, da, tipo);
    }

    @Override
    public String evaluate(String espressione, InputSource da) throws XPathExpressionException {
      return delJdk.evaluate(espressione, da);
    }

    @Override
    public XPathExpression compile(String espressione) throws XPathExpressionException {
      return delJdk.compile(espressione);
    }

    @Override
    public void reset() {
      delJdk.reset();
    }

    @Override
    public void setXPathVariableResolver(XPathVariableResolver variabili) {
      delJdk.setXPathVariableResolver(variabili);
    }

    @Override
    public XPathVariableResolver getXPathVariableResolver() {
      return delJdk.getXPathVariableResolver();
    }

    @Override
    public void setXPathFunctionResolver(XPathFunctionResolver funzioni) {
      delJdk.setXPathFunctionResolver(funzioni);
    }

    @Override
    public XPathFunctionResolver getXPathFunctionResolver() {
      return delJdk.getXPathFunctionResolver();
    }

    @Override
    public void setNamespaceContext(NamespaceContext spazi) {
      delJdk.setNamespaceContext(spazi);
    }

    @Override
    public NamespaceContext getNamespaceContext() {
      return delJdk.getNamespaceContext();
    }
  }
}
