package it.pianodizona.portale.web;

import it.pianodizona.coprogrammazione.Avviso;
import it.pianodizona.coprogrammazione.StatoAvviso;
import java.time.ZonedDateTime;

/**
 * A published notice as the public sees it.
 *
 * @param ambito name of the Ambito
 */
record VistaAvviso(Avviso avviso, String ambito, Situazione situazione) {

  /** Whether domande are still taken, and how. */
  enum Situazione {
    APERTO("Aperto"),
    SCADUTO("Termine scaduto"),
    CONCLUSO("Concluso");

    private final String descrizione;

    Situazione(String descrizione) {
      this.descrizione = descrizione;
    }

    public String descrizione() {
      return descrizione;
    }
  }

  static VistaAvviso di(Avviso avviso, String ambito, ZonedDateTime adesso) {
    var situazione =
        avviso.stato() == StatoAvviso.CONCLUSO
            ? Situazione.CONCLUSO
            : avviso.aperto(adesso) ? Situazione.APERTO : Situazione.SCADUTO;
    return new VistaAvviso(avviso, ambito, situazione);
  }

  public boolean aperto() {
    return situazione == Situazione.APERTO;
  }

  /** The public form takes domande, on time or late, until the co-programmazione is closed. */
  public boolean prendeDomande() {
    return situazione != Situazione.CONCLUSO && avviso.contenuto().canaleWeb();
  }
}
