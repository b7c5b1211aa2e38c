package it.pianodizona.coprogrammazione;

/** Who may take part (S2 §4). */
public enum CategoriaPartecipante {
  ETS("Ente del Terzo settore (art. 4 d.lgs. 117/2017)"),
  ALTRO_ENTE("Altro ente senza scopo di lucro o ente di confessione religiosa"),
  SINDACATO("Organizzazione sindacale maggiormente rappresentativa");

  private final String descrizione;

  CategoriaPartecipante(String descrizione) {
    this.descrizione = descrizione;
  }

  public String descrizione() {
    return descrizione;
  }
}
