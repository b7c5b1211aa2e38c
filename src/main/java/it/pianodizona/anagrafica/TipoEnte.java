package it.pianodizona.anagrafica;

/** The kinds of body that have an address in the Anagrafica. */
public enum TipoEnte {
  ATS("ats", "codice", "ATS"),
  ASST("asst", "codice", "ASST"),
  AMBITO("ambito", "codice", "Ambito"),
  COMUNE("comune", "codice_istat", "Comune"),
  ETS("ets", "codice_fiscale", "Ente");

  private final String tabella;
  private final String chiave;
  private final String nome;

  TipoEnte(String tabella, String chiave, String nome) {
    this.tabella = tabella;
    this.chiave = chiave;
    this.nome = nome;
  }

  String nome() {
    return nome;
  }

  String aggiornamentoEmail() {
    return "update %s set email = ? where %s = ?".formatted(tabella, chiave);
  }
}
