package it.pianodizona.accordo;

/** What a body answered. */
public enum Esito {
  FIRMATA,
  RIFIUTATA
}
