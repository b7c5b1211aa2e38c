package it.pianodizona.notifiche;

import java.util.ArrayList;
import java.util.List;

/**
 * What a message says, before it is laid out as text and as HTML: what happened, the facts, what to
 * do and by when.
 *
 * @param oggetto subject, on one line
 * @param fatto paragraphs that say what happened
 * @param dati facts, in the order they are read
 * @param daFare paragraphs that say what to do and by when; empty when nothing is asked
 * @param collegamento where to do or read it; {@code null} when there is nowhere to go
 */
record Lettera(
    String oggetto,
    List<String> fatto,
    List<Dato> dati,
    List<String> daFare,
    Collegamento collegamento) {

  /** A fact; the value may have more than one line. */
  record Dato(String etichetta, String valore) {

    public List<String> righe() {
      return valore.lines().toList();
    }
  }

  /** An address to follow. */
  record Collegamento(String etichetta, String indirizzo) {}

  static Bozza su(String oggetto) {
    return new Bozza(oggetto);
  }

  /** A letter being written. */
  static final class Bozza {
    private final String oggetto;
    private final List<String> fatto = new ArrayList<>();
    private final List<Dato> dati = new ArrayList<>();
    private final List<String> daFare = new ArrayList<>();
    private Collegamento collegamento;

    private Bozza(String oggetto) {
      this.oggetto = oggetto;
    }

    Bozza fatto(String paragrafo) {
      fatto.add(paragrafo);
      return this;
    }

    /** Adds a fact, unless it is not known. */
    Bozza dato(String etichetta, String valore) {
      if (valore != null && !valore.isBlank()) {
        dati.add(new Dato(etichetta, valore.strip()));
      }
      return this;
    }

    Bozza daFare(String paragrafo) {
      daFare.add(paragrafo);
      return this;
    }

    Bozza collegamento(String etichetta, String indirizzo) {
      collegamento = new Collegamento(etichetta, indirizzo);
      return this;
    }

    Lettera fine() {
      return new Lettera(
          oggetto, List.copyOf(fatto), List.copyOf(dati), List.copyOf(daFare), collegamento);
    }
  }
}
