package it.pianodizona.assemblea;

import java.time.ZonedDateTime;

/**
 * How a sitting ended.
 *
 * @param presidente who chaired it
 * @param segretario who kept the register
 * @param note what else the verbale should say; may be {@code null}
 */
public record Chiusura(
    Esito esito, String presidente, String segretario, String note, ZonedDateTime chiusa) {

  /** What became of the sitting. */
  public enum Esito {
    DELIBERANTE("ha deliberato"),
    SENZA_NUMERO_LEGALE("sciolta per mancanza del numero legale"),
    DESERTA("deserta: nessun Comune presente");

    private final String descrizione;

    Esito(String descrizione) {
      this.descrizione = descrizione;
    }

    /** As the verbale says it. */
    public String descrizione() {
      return descrizione;
    }
  }
}
