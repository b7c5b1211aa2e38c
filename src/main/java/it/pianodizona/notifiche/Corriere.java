package it.pianodizona.notifiche;

/** Carries messages out of the application, over one connection for as long as it is open. */
interface Corriere extends AutoCloseable {

  /**
   * @throws NonConsegnato when the message was not accepted
   */
  void consegna(Messaggio messaggio) throws NonConsegnato;

  /** What to write next to a delivered message. */
  Recapito recapito();

  @Override
  void close();

  /** A message, or all of them, could not be delivered. */
  class NonConsegnato extends Exception {

    private static final long serialVersionUID = 1L;

    /** What the failure says about this message and about those that follow it. */
    enum Portata {
      /** The server refused this address for good: trying again is useless. */
      INDIRIZZO_RIFIUTATO,
      /** The server has the text and nobody knows whether it keeps it: it may be on its way. */
      ESITO_IGNOTO,
      /** This attempt failed; the next message may pass. */
      SOLO_QUESTO,
      /** There is no server to talk to: the next message would fail alike. */
      SERVER_IRRAGGIUNGIBILE
    }

    private final Portata portata;

    NonConsegnato(String motivo, Portata portata, Throwable causa) {
      super(motivo, causa);
      this.portata = portata;
    }

    Portata portata() {
      return portata;
    }
  }
}
