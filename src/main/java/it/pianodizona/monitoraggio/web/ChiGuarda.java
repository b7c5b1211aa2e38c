package it.pianodizona.monitoraggio.web;

import it.pianodizona.monitoraggio.Visibilita;
import it.pianodizona.motore.accesso.Funzionario;

/** What an official may see of the Region, and do. */
final class ChiGuarda {

  private static final String REGIONE = "regione";

  private ChiGuarda() {}

  /** The Ambiti he or she belongs to; whoever runs the installation sees them all. */
  static Visibilita vede(Funzionario chi) {
    return chi.amministratore() ? Visibilita.piena() : Visibilita.di(chi.ambiti());
  }

  /** Whether Cockpit opens for him or her, and the regional data are his or hers to import. */
  static boolean regione(Funzionario chi) {
    return chi.amministratore() || chi.gruppi().contains(REGIONE);
  }
}
