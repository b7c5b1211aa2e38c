package it.pianodizona.assemblea;

/** How much the vote of a Comune weighs. */
public enum ModoVoto {
  /** One vote each. */
  CAPITARIO,
  /** As many votes as inhabitants. */
  PONDERATO
}
