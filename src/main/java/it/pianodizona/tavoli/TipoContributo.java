package it.pianodizona.tavoli;

/** What a member brought to a meeting; each kind has its own place in the synthesis. */
public enum TipoContributo {
  BISOGNO,
  PROPOSTA,
  RISORSA,
  DISSENSO
}
