package it.pianodizona.notifiche;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Lays out a letter twice, as plain text and as HTML, from the same content. */
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
   * @param nome whom the letter greets
   * @param mittente office that signs
   * @param triennio of the plan it is about
   * @param rispondibile whether an office reads the answers
   */
  Pagine impagina(
      Lettera lettera, String nome, String mittente, String triennio, boolean rispondibile) {
    var contesto =
        new Context(
            Locale.ITALIAN,
            Map.of(
                "lettera", lettera,
                "nome", nome,
                "mittente", mittente,
                "triennio", triennio,
                "rispondibile", rispondibile));
    return new Pagine(
        modelli.process("lettera.txt", contesto).strip() + "\n",
        modelli.process("lettera.html", contesto));
  }
}
