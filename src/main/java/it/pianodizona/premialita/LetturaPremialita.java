package it.pianodizona.premialita;

/** The two ways to read Tabella 1 of the 2021-2023 Linee di indirizzo (DGR XI/4563, §5.2). */
public enum LetturaPremialita {
  /** The single premialità adds to the quotas of the first two objectives. */
  ADDITIVA("la premialità unica si somma alle quote dei primi due obiettivi"),
  /** With three or more objectives the single premialità replaces the quotas. */
  SOLO_UNICA("con tre o più obiettivi spetta la sola premialità unica");

  private final String descrizione;

  LetturaPremialita(String descrizione) {
    this.descrizione = descrizione;
  }

  public String descrizione() {
    return descrizione;
  }
}
