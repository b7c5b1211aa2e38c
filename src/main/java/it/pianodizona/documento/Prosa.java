package it.pianodizona.documento;

import java.util.ArrayList;
import java.util.List;

/**
 * The light marks of the texts of the document: paragraphs are separated by empty lines, a line
 * that begins with {@code ## } is a title, lines that begin with {@code - } are entries of a list.
 */
public final class Prosa {

  private static final String TITOLO = "## ";
  private static final String VOCE = "- ";

  private Prosa() {}

  /** What a block of text is. */
  public enum Genere {
    PARAGRAFO,
    TITOLO,
    ELENCO
  }

  /**
   * @param righe one for a title or a paragraph, one per entry for a list
   */
  public record Blocco(Genere genere, List<String> righe) {

    public String testo() {
      return String.join("\n", righe);
    }
  }

  /** The blocks of a text, in order; none for {@code null}. */
  public static List<Blocco> blocchi(String testo) {
    var blocchi = new ArrayList<Blocco>();
    if (testo == null) {
      return blocchi;
    }
    var aperte = new ArrayList<String>();
    Genere genere = null;
    for (var riga : testo.lines().map(String::strip).toList()) {
      var suo =
          riga.isEmpty()
              ? null
              : riga.startsWith(TITOLO)
                  ? Genere.TITOLO
                  : riga.startsWith(VOCE) ? Genere.ELENCO : Genere.PARAGRAFO;
      if (suo != genere || suo == Genere.TITOLO) {
        chiudi(genere, aperte, blocchi);
        genere = suo;
      }
      if (suo != null) {
        aperte.add(
            switch (suo) {
              case TITOLO -> riga.substring(TITOLO.length()).strip();
              case ELENCO -> riga.substring(VOCE.length()).strip();
              case PARAGRAFO -> riga;
            });
      }
    }
    chiudi(genere, aperte, blocchi);
    return blocchi;
  }

  private static void chiudi(Genere genere, List<String> aperte, List<Blocco> blocchi) {
    if (genere != null && !aperte.isEmpty()) {
      blocchi.add(
          new Blocco(
              genere,
              genere == Genere.PARAGRAFO
                  ? List.of(String.join("\n", aperte))
                  : List.copyOf(aperte)));
    }
    aperte.clear();
  }
}
