package it.pianodizona.documento;

/** Who speaks about a version of the document. */
public enum Provenienza {
  COMITATO("Comitato dei Sindaci"),
  OOSS("Organizzazioni sindacali"),
  ATS("ATS"),
  ASST("ASST"),
  ASSEMBLEA("Assemblea dei Sindaci");

  private final String denominazione;

  Provenienza(String denominazione) {
    this.denominazione = denominazione;
  }

  /** As officials call it. */
  public String denominazione() {
    return denominazione;
  }
}
