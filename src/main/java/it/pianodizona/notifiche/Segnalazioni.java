package it.pianodizona.notifiche;

import java.util.Optional;

/** Tells whoever runs the system that a message could not be delivered, and that it now was. */
public interface Segnalazioni {

  /**
   * @return id of what was opened; empty when the plan has no running process to hang it on
   */
  Optional<String> apri(Messaggio messaggio);

  /** Closes what {@link #apri} opened; nothing happens when it is closed already. */
  void chiudi(String id);
}
