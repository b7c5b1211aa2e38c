package it.pianodizona.monitoraggio;

import java.time.ZonedDateTime;

/**
 * Something of one Ambito that falls due.
 *
 * @param descrizione what is due, the same for all the Ambiti that owe it
 * @param dettaglio what is of this Ambito alone; empty when there is nothing to add
 * @param quando last instant, or the start of a meeting, Europe/Rome
 * @param inRitardo true when that instant has passed and it is still due
 */
public record ScadenzaVicina(
    Tipo tipo,
    String descrizione,
    String dettaglio,
    ZonedDateTime quando,
    boolean inRitardo,
    String codiceAts,
    String ats,
    String codiceAmbito,
    String ambito,
    String triennio) {

  /** Kinds, in the order they are listed. */
  public enum Tipo {
    ACCORDO("Termine dell'Accordo"),
    FLUSSO("Debito informativo"),
    COMPITO("Compito"),
    AVVISO("Scadenza delle domande"),
    TAVOLO("Incontro di tavolo"),
    ASSEMBLEA("Seduta dell'Assemblea");

    private final String descrizione;

    Tipo(String descrizione) {
      this.descrizione = descrizione;
    }

    /** As officials read it. */
    public String descrizione() {
      return descrizione;
    }
  }
}
