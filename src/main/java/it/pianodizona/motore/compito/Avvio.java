package it.pianodizona.motore.compito;

import it.pianodizona.comune.DatoNonValido;

/**
 * What the application does when an official starts a process from its start form. The form's own
 * fields are removed from the process once {@link #avvia} has read them.
 */
public interface Avvio {

  /** Id of the process started by a form. */
  String processo();

  /**
   * Acts on a start form that already passed its own validation.
   *
   * @throws DatoNonValido when a rule across fields is broken; no instance is started
   */
  void avvia(ContestoProcesso contesto, DatiModulo dati);
}
