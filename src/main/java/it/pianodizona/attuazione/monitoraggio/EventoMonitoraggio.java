package it.pianodizona.attuazione.monitoraggio;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;

/**
 * Something happened to the monitoring of a year.
 *
 * @param volta tells apart facts of the same kind on the same year
 * @param testo why, or the act; may be {@code null}
 */
public record EventoMonitoraggio(
    RiferimentoPiano piano, int anno, Fatto fatto, int volta, ZonedDateTime scadenza, String testo)
    implements EventoDelPiano {

  /** What happened. */
  public enum Fatto {
    APERTO("monitoraggio aperto"),
    SCRITTO("valori scritti"),
    IN_SCADENZA("termine vicino, ufficio avvisato"),
    IN_RITARDO("termine scaduto senza approvazione"),
    IN_ASSEMBLEA("proposta inviata all'Assemblea"),
    NON_APPROVATO("non approvato dall'Assemblea"),
    APPROVATO("approvato dall'Assemblea");

    private final String descrizione;

    Fatto(String descrizione) {
      this.descrizione = descrizione;
    }

    /** As officials read it. */
    public String descrizione() {
      return descrizione;
    }
  }
}
