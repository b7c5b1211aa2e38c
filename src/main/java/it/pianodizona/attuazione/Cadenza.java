package it.pianodizona.attuazione;

/** How often a flow is due. */
public enum Cadenza {
  ANNO(12, ""),
  SEMESTRE(6, "S"),
  TRIMESTRE(3, "T"),
  /** Only when the Region opens a call. */
  BANDO(0, "");

  private final int mesi;
  private final String sigla;

  Cadenza(int mesi, String sigla) {
    this.mesi = mesi;
    this.sigla = sigla;
  }

  int mesi() {
    return mesi;
  }

  String sigla() {
    return sigla;
  }
}
