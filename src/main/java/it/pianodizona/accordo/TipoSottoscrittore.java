package it.pianodizona.accordo;

/** The kinds of body that sign the Accordo di Programma (S3 §4.1). */
public enum TipoSottoscrittore {
  COMUNE("Comune di "),
  ATS("ATS "),
  ASST("ASST ");

  private final String prefisso;

  TipoSottoscrittore(String prefisso) {
    this.prefisso = prefisso;
  }

  /** The full name of the body, e.g. {@code Comune di Clusone}, {@code ASST Bergamo Est}. */
  public String nomeDi(String denominazione) {
    return prefisso + denominazione;
  }
}
