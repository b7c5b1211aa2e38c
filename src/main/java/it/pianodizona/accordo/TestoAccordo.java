package it.pianodizona.accordo;

import it.pianodizona.comune.DatoNonValido;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of an Accordo di Programma, in its eight essential parts (S3 §4.1). */
public record TestoAccordo(Map<Parte, String> parti) {

  /** What an Accordo must say, in the order in which it says it. */
  public enum Parte {
    FINALITA("Finalità e obiettivi"),
    ENTE_CAPOFILA("Ente capofila"),
    UFFICIO_DI_PIANO("Ufficio di Piano"),
    SOTTOSCRITTORI("Sottoscrittori, aderenti e impegni"),
    TERZO_SETTORE("Collaborazione con il Terzo Settore"),
    VERIFICA("Verifica e monitoraggio"),
    DURATA("Durata triennale"),
    INTEGRAZIONE("Integrazione sociosanitaria");

    /** A part shorter than this says nothing. */
    static final int LUNGHEZZA_MINIMA = 20;

    private final String titolo;

    Parte(String titolo) {
      this.titolo = titolo;
    }

    public String titolo() {
      return titolo;
    }
  }

  /**
   * @throws DatoNonValido naming every part that is missing or says nothing
   */
  public TestoAccordo {
    var complete = new EnumMap<Parte, String>(Parte.class);
    parti.forEach((parte, testo) -> complete.put(parte, testo == null ? "" : testo.strip()));
    var mancanti =
        Stream.of(Parte.values())
            .filter(p -> complete.getOrDefault(p, "").length() < Parte.LUNGHEZZA_MINIMA)
            .map(p -> "%d. %s".formatted(p.ordinal() + 1, p.titolo()))
            .collect(Collectors.joining("; "));
    if (!mancanti.isEmpty()) {
      throw DatoNonValido.regola(
          "Testo dell'Accordo",
          "mancano parti essenziali, o hanno meno di %d caratteri: %s."
              .formatted(Parte.LUNGHEZZA_MINIMA, mancanti));
    }
    parti = Map.copyOf(complete);
  }

  /** The parts by title, in their order. */
  public Map<String, String> perTitolo() {
    var titoli = new LinkedHashMap<String, String>();
    for (Parte parte : Parte.values()) {
      titoli.put(parte.titolo(), parti.get(parte));
    }
    return titoli;
  }
}
