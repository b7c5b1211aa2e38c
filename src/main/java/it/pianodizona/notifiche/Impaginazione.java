package it.pianodizona.notifiche;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Lays out letters twice, as plain text and as HTML, from the same content. */
@Component
class Impaginazione {

  /** Separate from the engine of the web pages, which would not know the text template. */
  private final ITemplateEngine modelli;

  Impaginazione() {
    var motore = new SpringTemplateEngine();
    motore.addTemplateResolver(risolutore(TemplateMode.TEXT, ".txt"));
    motore.addTemplateResolver(risolutore(TemplateMode.HTML, ".html"));
    this.modelli = motore;
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

  Pagine impagina(Lettera lettera, Cornice cornice) {
    return pagine("lettera", Map.of("lettera", lettera), cornice);
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
        modelli.process(modello + ".txt", contesto).strip() + "\n",
        modelli.process(modello + ".html", contesto));
  }
}
