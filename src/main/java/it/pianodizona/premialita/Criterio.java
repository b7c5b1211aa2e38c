package it.pianodizona.premialita;

/**
 * What the gruppo tecnico gives points for. Which criteria a triennio uses, with how many points,
 * is in the decision table {@code CriteriValutazione}; the characters themselves are those of DGR
 * XI/4563 §5.2 and, for 2018-2020, of §2.
 */
public enum Criterio {
  CO_PROGETTAZIONE("coProgettazione", "Co-progettazione e attori coinvolti"),
  BISOGNO("bisogno", "Lettura integrata del bisogno e risposta"),
  OBIETTIVI("obiettivi", "Chiarezza degli obiettivi"),
  RICADUTE("ricadute", "Ricadute effettive e valutabili sui territori"),
  INNOVAZIONE("innovazione", "Innovazione"),
  TRASVERSALITA("trasversalita", "Trasversalità fra aree di policy"),
  VALUTAZIONE_EX_POST("valutazioneExPost", "Percorso di valutazione ex post");

  private final String campo;
  private final String descrizione;

  Criterio(String campo, String descrizione) {
    this.campo = campo;
    this.descrizione = descrizione;
  }

  /** Name in tables and forms. */
  public String campo() {
    return campo;
  }

  public String descrizione() {
    return descrizione;
  }
}
