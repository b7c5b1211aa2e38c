package it.pianodizona.assemblea;

/** How a Comune voted. */
public enum Voto {
  FAVOREVOLE,
  CONTRARIO,
  ASTENUTO
}
