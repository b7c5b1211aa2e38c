package it.pianodizona.premialita;

/** What becomes of the others when an Ambito leaves a project that was already evaluated. */
public enum EffettoDelRecesso {
  /** The conditions are looked at again; where one is gone, the amounts of the plan are too. */
  RIDETERMINA("le condizioni si riesaminano e gli importi si rideterminano"),
  /** The others keep what the evaluation gave them; only who leaves loses its own. */
  MANTIENE("gli altri Ambiti conservano gli importi; perde il proprio solo chi recede");

  private final String descrizione;

  EffettoDelRecesso(String descrizione) {
    this.descrizione = descrizione;
  }

  public String descrizione() {
    return descrizione;
  }
}
