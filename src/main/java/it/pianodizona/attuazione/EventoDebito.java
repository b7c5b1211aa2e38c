package it.pianodizona.attuazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;

/**
 * Something happened to a debito informativo that its Ambito must know.
 *
 * @param denominazione of the flow
 * @param testo reasons, act or {@code null}
 */
public record EventoDebito(
    RiferimentoPiano piano,
    long debitoId,
    int acquisizione,
    Fatto fatto,
    String denominazione,
    String periodo,
    ZonedDateTime scadenza,
    String testo)
    implements EventoDelPiano {

  /** What happened. */
  public enum Fatto {
    APERTO("finestra aperta"),
    IN_SCADENZA("finestra in scadenza, ufficio avvisato"),
    IN_RITARDO("finestra chiusa, flusso in ritardo"),
    INVIATO("flusso inviato"),
    RESPINTO("flusso respinto dalla ATS"),
    ACQUISITO("flusso acquisito"),
    RIAPERTO("flusso riaperto dalla Regione");

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
