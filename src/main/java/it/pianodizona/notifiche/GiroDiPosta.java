package it.pianodizona.notifiche;

/** One round of the outbox, for those who drive it themselves instead of waiting for its timer. */
public interface GiroDiPosta {

  /** Writes the digests that are due and delivers all that waits. */
  void giro();
}
