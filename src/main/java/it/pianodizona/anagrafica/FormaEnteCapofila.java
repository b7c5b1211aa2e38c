package it.pianodizona.anagrafica;

/** Legal form of the body that leads an Ambito and runs its Ufficio di Piano. */
public enum FormaEnteCapofila {
  COMUNE("Comune"),
  COMUNITA_MONTANA("Comunità montana"),
  UNIONE_DI_COMUNI("Unione di Comuni"),
  AZIENDA_SPECIALE_CONSORTILE("Azienda speciale consortile"),
  CONSORZIO("Consorzio");

  private final String descrizione;

  FormaEnteCapofila(String descrizione) {
    this.descrizione = descrizione;
  }

  /** The form as officials write it. */
  public String descrizione() {
    return descrizione;
  }
}
