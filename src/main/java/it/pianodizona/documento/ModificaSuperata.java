package it.pianodizona.documento;

import java.io.Serial;

/** Somebody else saved the same thing in the meantime: nothing was written. */
public class ModificaSuperata extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  ModificaSuperata(String cosa) {
    super(
        "%s è stato modificato da un'altra persona mentre lo scrivevi: nulla è stato sovrascritto."
            .formatted(cosa));
  }
}
