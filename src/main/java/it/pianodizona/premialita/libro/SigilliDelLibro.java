package it.pianodizona.premialita.libro;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives the rows that a migration brought into the ledger the seal that SQL cannot compute. */
@Component
class SigilliDelLibro {

  private final LibroPremialita libro;

  SigilliDelLibro(LibroPremialita libro) {
    this.libro = libro;
  }

  @EventListener(ApplicationReadyEvent.class)
  void sigilla() {
    libro.sigillaMancanti();
  }
}
