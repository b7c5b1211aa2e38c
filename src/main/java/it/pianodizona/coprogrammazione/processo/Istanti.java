package it.pianodizona.coprogrammazione.processo;

import java.time.ZonedDateTime;

/** Moments as the engine's timers read them. */
final class Istanti {

  private Istanti() {}

  static String iso(ZonedDateTime istante) {
    return istante.toOffsetDateTime().toString();
  }

  /** The first second after a term: what arrives within its last second is still on time. */
  static String dopo(ZonedDateTime termine) {
    return iso(termine.plusSeconds(1));
  }
}
