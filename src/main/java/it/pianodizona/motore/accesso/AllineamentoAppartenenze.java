package it.pianodizona.motore.accesso;

/** Brings somebody's groups and Ambiti in line with today's appointments, before they are read. */
public interface AllineamentoAppartenenze {

  /** Does nothing for who has no appointments, and for a login that does not exist. */
  void allinea(String utente);
}
