package it.pianodizona.notifiche;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.unbescape.html.HtmlEscape;

/** Lays out letters twice, as plain text and as HTML, from the same content. */
@Component
class Impaginazione {

  /** Separate from the engine of the web pages, which would not know the text template. */
  private final ITemplateEngine motore;

  Impaginazione() {
    var thymeleaf = new SpringTemplateEngine();
    thymeleaf.addTemplateResolver(risolutore(TemplateMode.TEXT, ".txt"));
    thymeleaf.addTemplateResolver(risolutore(TemplateMode.HTML, ".html"));
    this.motore = thymeleaf;
  }

  private static ClassLoaderTemplateResolver risolutore(TemplateMode modo, String suffisso) {
    var risolutore = new ClassLoaderTemplateResolver();
    risolutore.setPrefix("templates/lettera/");
    risolutore.setTemplateMode(modo);
    risolutore.setCharacterEncoding("UTF-8");
    risolutore.setResolvablePatterns(Set.of("*" + suffisso));
    risolutore.setCacheable(true);
    return risolutore;
  }

  /** Both versions of a letter. */
  record Pagine(String testo, String html) {}

  /**
   * What surrounds a letter.
   *
   * @param nome whom the letter greets
   * @param mittente office that signs
   * @param triennio of the plan it is about; {@code null} when it is about more than one
   * @param rispondibile whether an office reads the answers
   * @param comunicazioni page where the recipient opts out; {@code null} when nothing is optional
   */
  record Cornice(
      String nome, String mittente, String triennio, boolean rispondibile, String comunicazioni) {}

  /**
   * One letter inside a digest.
   *
   * @param titolo its subject, without what the digest says for all
   * @param per the body it is for; {@code null} when all are for the same
   */
  record Sezione(String titolo, String per, Lettera lettera) {}

  /**
   * A letter that many receive, laid out once.
   *
   * @param mittente office that signs
   * @param rispondibile whether an office reads the answers
   */
  Circolare circolare(Lettera lettera, String mittente, String triennio, boolean rispondibile) {
    return new Circolare(lettera, mittente, triennio, rispondibile);
  }

  /** The copies of a letter, which differ by the name and the page of choices; for one thread. */
  final class Circolare {

    private final Lettera lettera;
    private final String mittente;
    private final String triennio;
    private final boolean rispondibile;
    // what stands in their place is drawn by lot: nobody can have written it in the letter
    private final String postoDelNome = UUID.randomUUID().toString();
    private final String postoDellaPagina = UUID.randomUUID().toString();
    private final Map<Boolean, Pagine> modelli = new HashMap<>();

    private Circolare(Lettera lettera, String mittente, String triennio, boolean rispondibile) {
      this.lettera = lettera;
      this.mittente = mittente;
      this.triennio = triennio;
      this.rispondibile = rispondibile;
    }

    /**
     * @param nome whom the copy greets
     * @param comunicazioni page where the recipient opts out; {@code null} when nothing is optional
     */
    Pagine per(String nome, String comunicazioni) {
      var modello = modelli.computeIfAbsent(comunicazioni != null, this::modello);
      var pagina = comunicazioni == null ? "" : comunicazioni;
      return new Pagine(
          modello.testo().replace(postoDelNome, nome).replace(postoDellaPagina, pagina),
          modello
              .html()
              .replace(postoDelNome, HtmlEscape.escapeHtml4Xml(nome))
              .replace(postoDellaPagina, HtmlEscape.escapeHtml4Xml(pagina)));
    }

    private Pagine modello(boolean facoltativa) {
      return pagine(
          "lettera",
          Map.of("lettera", lettera),
          new Cornice(
              postoDelNome,
              mittente,
              triennio,
              rispondibile,
              facoltativa ? postoDellaPagina : null));
    }
  }

  /** A digest, with its letters in the given order. */
  Pagine riunisci(String oggetto, List<Sezione> sezioni, Cornice cornice) {
    return pagine("riepilogo", Map.of("oggetto", oggetto, "sezioni", sezioni), cornice);
  }

  private Pagine pagine(String modello, Map<String, Object> contenuto, Cornice cornice) {
    var dati = new HashMap<>(contenuto);
    dati.put("cornice", cornice);
    var contesto = new Context(Locale.ITALIAN, dati);
    return new Pagine(
        motore.process(modello + ".txt", contesto).strip() + "\n",
        motore.process(modello + ".html", contesto));
  }
}
