package it.pianodizona.fascicolo;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Matcher;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Prints documents as tagged PDF/A-2A from the templates in {@code templates/stampa}, with embedded
 * fonts. The same data at the same moment of the {@link Clock} give the same bytes.
 */
@Component
public class Stampa {

  private static final String BOOTSTRAP_ITALIA =
      "META-INF/resources/webjars/bootstrap-italia/*/dist/fonts/";
  private static final String DEJAVU = "net/sf/jasperreports/fonts/dejavu/";

  private final Clock orologio;
  private final ITemplateEngine modelli;

  Stampa(Clock orologio) {
    this.orologio = orologio;
    var risolutore = new ClassLoaderTemplateResolver();
    risolutore.setPrefix("templates/stampa/");
    risolutore.setSuffix(".html");
    risolutore.setTemplateMode(TemplateMode.HTML);
    risolutore.setCharacterEncoding("UTF-8");
    risolutore.setCacheable(true);
    var motore = new SpringTemplateEngine();
    motore.addTemplateResolver(risolutore);
    this.modelli = motore;
  }

  /** Read when first needed: most starts of the application print nothing for a while. */
  private static final class Risorse {

    private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final List<Carattere> FAMIGLIA =
        List.of(
            new Carattere("Titillium Web", 400, FontStyle.NORMAL, titillium("regular")),
            new Carattere("Titillium Web", 700, FontStyle.NORMAL, titillium("700")),
            new Carattere("Titillium Web", 400, FontStyle.ITALIC, titillium("italic")),
            new Carattere("Titillium Web", 700, FontStyle.ITALIC, titillium("700italic")),
            new Carattere(
                "Roboto Mono",
                400,
                FontStyle.NORMAL,
                leggi(BOOTSTRAP_ITALIA + "Roboto_Mono/roboto-mono-*-latin-ext_latin-regular")),
            // for the signs that the two above do not have
            new Carattere("DejaVu Sans", 400, FontStyle.NORMAL, leggi(DEJAVU + "DejaVuSans")),
            new Carattere("DejaVu Sans", 700, FontStyle.NORMAL, leggi(DEJAVU + "DejaVuSans-Bold")));

    private static byte[] titillium(String stile) {
      return leggi(BOOTSTRAP_ITALIA + "Titillium_Web/titillium-web-*-latin-ext_latin-" + stile);
    }

    private static byte[] leggi(String nome) {
      try {
        Resource[] trovati =
            new PathMatchingResourcePatternResolver().getResources("classpath*:" + nome + ".ttf");
        if (trovati.length != 1) {
          throw new IllegalStateException("Atteso un solo carattere " + nome);
        }
        return trovati[0].getContentAsByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  // the renderer speaks to the console on its own, at every page
  static {
    XRLog.listRegisteredLoggers().forEach(nome -> XRLog.setLevel(nome, Level.SEVERE));
  }

  private record Carattere(String famiglia, int peso, FontStyle stile, byte[] contenuto) {}

  /**
   * Prints a template.
   *
   * @param modello name of the template in {@code templates/stampa}, without extension; its {@code
   *     title} and {@code meta[name=description]} become those of the document
   * @param dati what the template shows; {@code adesso} is added
   * @return headings {@code h2} and {@code h3} that have an id are bookmarks of the document
   */
  public byte[] pdf(String modello, Map<String, ?> dati) {
    var adesso = ZonedDateTime.now(orologio).truncatedTo(ChronoUnit.SECONDS);
    var variabili = new HashMap<String, Object>(dati);
    variabili.put("adesso", adesso);
    String pagina = modelli.process(modello, new Context(Locale.ITALIAN, variabili));
    var costruttore = new PdfRendererBuilder();
    costruttore.useFastMode();
    costruttore.usePdfAConformance(PdfAConformance.PDFA_2_A);
    costruttore.usePdfUaAccessibility(true);
    costruttore.useColorProfile(Risorse.SRGB);
    Risorse.FAMIGLIA.forEach(
        carattere ->
            costruttore.useFont(
                () -> new ByteArrayInputStream(carattere.contenuto()),
                carattere.famiglia(),
                carattere.peso(),
                carattere.stile(),
                true));
    costruttore.withProducer("Piano di Zona");
    // nothing outside the template is ever loaded
    costruttore.useUriResolver((base, indirizzo) -> null);
    var html = Jsoup.parse(pagina);
    aggiungiSegnalibri(html);
    costruttore.withW3cDocument(new W3CDom().fromJsoup(html), null);
    try (PdfBoxRenderer disegno = costruttore.buildPdfRenderer();
        var uscita = new ByteArrayOutputStream()) {
      disegno.createPDFWithoutClosing();
      PDDocument documento = disegno.getPdfDocument();
      data(documento, adesso);
      documento.save(uscita);
      documento.close();
      return uscita.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void aggiungiSegnalibri(Document html) {
    Element segnalibri = new Element("bookmarks");
    Element capitolo = null;
    for (Element titolo : html.select("h2[id], h3[id]")) {
      boolean nuovoCapitolo = titolo.normalName().equals("h2");
      Element sotto = nuovoCapitolo || capitolo == null ? segnalibri : capitolo;
      Element segnalibro =
          sotto
              .appendElement("bookmark")
              .attr("name", titolo.text())
              .attr("href", "#" + titolo.id());
      if (nuovoCapitolo) {
        capitolo = segnalibro;
      }
    }
    if (segnalibri.childrenSize() > 0) {
      html.head().appendChild(segnalibri);
    }
  }

  /** The renderer dates a document by the machine's clock; ours may be elsewhere. */
  private static void data(PDDocument documento, ZonedDateTime adesso) throws IOException {
    documento.getDocumentInformation().setCreationDate(GregorianCalendar.from(adesso));
    documento.setDocumentId(adesso.toEpochSecond());
    var metadati = documento.getDocumentCatalog().getMetadata();
    String xmp = new String(metadati.toByteArray(), StandardCharsets.UTF_8);
    String istante = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(adesso);
    metadati.importXMPMetadata(
        xmp.replaceFirst(
                "<xmp:CreateDate>[^<]*</xmp:CreateDate>",
                Matcher.quoteReplacement("<xmp:CreateDate>" + istante + "</xmp:CreateDate>"))
            .getBytes(StandardCharsets.UTF_8));
  }
}
