package it.pianodizona.assemblea;

/** What is counted to say that the Assemblea may vote. */
public enum ModoQuorum {
  /** The Comuni present, one each. */
  TESTE,
  /** The inhabitants of the Comuni present. */
  POPOLAZIONE,
  /** Both, each against its own threshold. */
  ENTRAMBI
}
