package it.pianodizona.motore.lavoro;

/**
 * Something that the engine's job executor does a moment after the transaction that asked for it,
 * with retries and an incident when it keeps failing.
 */
public interface Lavoro {

  /** Name of this kind of work; kept in the database. */
  String tipo();

  /** Does the work, in a transaction of its own. It may be asked for twice. */
  void esegui(String argomento);
}
