package it.pianodizona.portale.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The manual for officials, read once from the Markdown files in {@code src/docs/manuale}: a file
 * is a chapter, a second-level heading a section. A heading that ends with an id in braces, as in
 * {@code ## Redigere avviso {UserTask_RedigereAvviso}}, opens the section about that user task (or,
 * with the key of a process, about its start form), and shows its picture. Tasks with the same form
 * share a section: their ids follow each other in the braces.
 *
 * <p>The files are read with the first page that is asked for: a start of the application does not
 * pay for them.
 */
@Lazy
@Component
class Manuale {

  private static final String CARTELLA = "classpath*:manuale/";
  private static final Pattern NUMERO_DEL_FILE = Pattern.compile("^\\d+-|\\.md$");
  private static final Pattern CON_COMPITO = Pattern.compile("^(.*?)\\s*\\{(\\w+(?: \\w+)*)}$");
  private static final int INTORNO = 90;

  private final List<Capitolo> capitoli;
  private final Map<String, Immagine> immagini = new LinkedHashMap<>();

  Manuale() {
    try {
      var risorse = new PathMatchingResourcePatternResolver();
      for (var file : risorse.getResources(CARTELLA + "immagini/*.png")) {
        immagini.put(file.getFilename(), immagine(file));
      }
      capitoli =
          Arrays.stream(risorse.getResources(CARTELLA + "*.md"))
              .sorted(Comparator.comparing(Resource::getFilename))
              .map(this::capitolo)
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Manuale illeggibile", e);
    }
  }

  /**
   * @param introduzione HTML before the first section
   */
  public record Capitolo(String id, String titolo, String introduzione, List<Sezione> sezioni) {}

  /**
   * @param capitolo id of its chapter
   * @param ancora id of the section in the page
   * @param compiti ids of the user tasks or of the process that it explains; often none
   * @param html everything under the heading
   * @param testo the same without markup
   */
  public record Sezione(
      String capitolo,
      String ancora,
      String titolo,
      List<String> compiti,
      String html,
      String testo) {

    public String indirizzo() {
      return "/manuale/" + capitolo + "#" + ancora;
    }
  }

  /** A place where the searched words were found, with some of the text around. */
  public record Trovata(Sezione sezione, String brano) {}

  record Immagine(Resource file, int larghezza, int altezza) {}

  List<Capitolo> capitoli() {
    return capitoli;
  }

  Optional<Capitolo> capitolo(String id) {
    return capitoli.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /** The section about a user task, or about the start form of a process. */
  Optional<Sezione> sulCompito(String id) {
    return capitoli.stream()
        .flatMap(c -> c.sezioni().stream())
        .filter(s -> s.compiti().contains(id))
        .findFirst();
  }

  Optional<Resource> immagine(String nome) {
    return Optional.ofNullable(immagini.get(nome)).map(Immagine::file);
  }

  /** The sections with all these words, whatever their case and accents; by title first. */
  List<Trovata> cerca(String parole) {
    var cercate = Arrays.stream(semplice(parole).split("\\W+")).filter(p -> !p.isEmpty()).toList();
    if (cercate.isEmpty()) {
      return List.of();
    }
    return capitoli.stream()
        .flatMap(c -> c.sezioni().stream())
        .filter(s -> contiene(s.titolo() + "\n" + s.testo(), cercate))
        .sorted(Comparator.comparing(s -> !contiene(s.titolo(), cercate)))
        .map(s -> new Trovata(s, brano(s.testo(), cercate)))
        .toList();
  }

  private static boolean contiene(String testo, List<String> parole) {
    var semplice = semplice(testo);
    return parole.stream().allMatch(semplice::contains);
  }

  private static String brano(String testo, List<String> parole) {
    int dove =
        parole.stream().mapToInt(semplice(testo)::indexOf).filter(i -> i >= 0).min().orElse(0);
    int da = dove <= INTORNO ? 0 : testo.indexOf(' ', dove - INTORNO) + 1;
    int fino = Math.min(testo.length(), dove + 2 * INTORNO);
    return (da > 0 ? "… " : "")
        + testo.substring(da, fino).strip()
        + (fino < testo.length() ? "…" : "");
  }

  /** Lower case without accents, letter for letter. */
  private static String semplice(String testo) {
    var semplice = new StringBuilder(testo.length());
    for (int i = 0; i < testo.length(); i++) {
      semplice.append(
          Normalizer.normalize(testo.substring(i, i + 1), Normalizer.Form.NFD).charAt(0));
    }
    return semplice.toString().toLowerCase(Locale.ITALIAN);
  }

  private Capitolo capitolo(Resource file) {
    var id = NUMERO_DEL_FILE.matcher(file.getFilename()).replaceAll("");
    var estensioni = List.of(TablesExtension.create());
    var nodi = figli(Parser.builder().extensions(estensioni).build().parse(leggi(file)));
    var html =
        HtmlRenderer.builder()
            .extensions(estensioni)
            .attributeProviderFactory(contesto -> this::attributi)
            .build();
    var testo = TextContentRenderer.builder().extensions(estensioni).build();

    var titolo = "";
    var introduzione = new StringBuilder();
    var sezioni = new ArrayList<Sezione>();
    for (int i = 0; i < nodi.size(); ) {
      var nodo = nodi.get(i++);
      if (nodo instanceof Heading intestazione && intestazione.getLevel() == 1) {
        titolo = testo(intestazione);
      } else if (nodo instanceof Heading intestazione && intestazione.getLevel() == 2) {
        var corpo = new ArrayList<Node>();
        while (i < nodi.size() && !(nodi.get(i) instanceof Heading h && h.getLevel() <= 2)) {
          corpo.add(nodi.get(i++));
        }
        sezioni.add(sezione(id, testo(intestazione), corpo, html, testo));
      } else {
        introduzione.append(html.render(nodo));
      }
    }
    return new Capitolo(id, titolo, introduzione.toString(), List.copyOf(sezioni));
  }

  private Sezione sezione(
      String capitolo,
      String intestazione,
      List<Node> corpo,
      HtmlRenderer html,
      TextContentRenderer testo) {
    var conCompito = CON_COMPITO.matcher(intestazione);
    var titolo = conCompito.matches() ? conCompito.group(1) : intestazione;
    var compiti =
        conCompito.matches() ? List.of(conCompito.group(2).split(" ")) : List.<String>of();
    var pagina = new StringBuilder();
    var parole = new StringBuilder();
    for (var nodo : corpo) {
      pagina.append(html.render(nodo));
      parole.append(testo.render(nodo)).append('\n');
    }
    compiti.stream()
        .map(compito -> compito + ".png")
        .filter(immagini::containsKey)
        .findFirst()
        .ifPresent(immagine -> pagina.append(figura(immagine, titolo)));
    return new Sezione(
        capitolo,
        semplice(titolo).replaceAll("\\W+", "-").replaceAll("^-|-$", ""),
        titolo,
        compiti,
        pagina.toString(),
        parole.toString());
  }

  private String figura(String nome, String titolo) {
    var immagine = immagini.get(nome);
    return """
        <figure class="pdz-schermata"><a href="/manuale/immagini/%s"><img src="/manuale/immagini/%s" \
        alt="Il modulo «%s» come appare: apri l'immagine intera" width="%d" height="%d" \
        loading="lazy"></a></figure>
        """
        .formatted(
            nome,
            nome,
            HtmlUtils.htmlEscape(titolo, StandardCharsets.UTF_8.name()),
            immagine.larghezza(),
            immagine.altezza());
  }

  /** Pictures have their size, so that the page does not jump while they arrive. */
  private void attributi(Node nodo, String nome, Map<String, String> attributi) {
    if (nome.equals("img")) {
      var file = attributi.get("src").replaceFirst("^immagini/", "");
      attributi.put("src", "/manuale/immagini/" + file);
      attributi.put("loading", "lazy");
      var immagine = immagini.get(file);
      if (immagine != null) {
        attributi.put("width", String.valueOf(immagine.larghezza()));
        attributi.put("height", String.valueOf(immagine.altezza()));
      }
      attributi.put("class", "pdz-schermata");
    }
  }

  private static List<Node> figli(Node padre) {
    var figli = new ArrayList<Node>();
    for (var nodo = padre.getFirstChild(); nodo != null; nodo = nodo.getNext()) {
      figli.add(nodo);
    }
    return figli;
  }

  private static String testo(Heading intestazione) {
    var testo = new StringBuilder();
    figli(intestazione)
        .forEach(nodo -> testo.append(nodo instanceof Text parole ? parole.getLiteral() : ""));
    return testo.toString();
  }

  private static String leggi(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Capitolo illeggibile: " + file.getFilename(), e);
    }
  }

  private static Immagine immagine(Resource file) throws IOException {
    try (var flusso = ImageIO.createImageInputStream(file.getInputStream())) {
      var lettore = ImageIO.getImageReadersByFormatName("png").next();
      lettore.setInput(flusso);
      return new Immagine(file, lettore.getWidth(0), lettore.getHeight(0));
    }
  }
}
