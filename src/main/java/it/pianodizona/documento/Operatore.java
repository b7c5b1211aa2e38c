package it.pianodizona.documento;

/** How the measured value must stand to the target. */
public enum Operatore {
  ALMENO("≥", "almeno"),
  AL_MASSIMO("≤", "al massimo"),
  UGUALE("=", "uguale a"),
  PIU_DI(">", "più di"),
  MENO_DI("<", "meno di");

  private final String segno;
  private final String parole;

  Operatore(String segno, String parole) {
    this.segno = segno;
    this.parole = parole;
  }

  public String segno() {
    return segno;
  }

  public String parole() {
    return parole;
  }
}
