package it.pianodizona.tavoli;

/** Why somebody sits at a tavolo. */
public enum TipoMembro {
  /** Admitted by its domanda. */
  PARTECIPANTE,
  ATS,
  ASST
}
