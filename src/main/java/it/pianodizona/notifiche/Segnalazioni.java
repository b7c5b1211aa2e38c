package it.pianodizona.notifiche;

import java.util.Optional;
import java.util.Set;

/** Tells whoever runs the system that a message could not be delivered, and that it now was. */
public interface Segnalazioni {

  /**
   * @return id of what was opened; empty when the plan has no running process to hang it on
   */
  Optional<String> apri(Messaggio messaggio);

  /** Ids of all that are open. One disappears by itself when the plan moves on from its step. */
  Set<String> aperte();

  /** Closes what {@link #apri} opened; nothing happens when it is closed already. */
  void chiudi(String id);
}
