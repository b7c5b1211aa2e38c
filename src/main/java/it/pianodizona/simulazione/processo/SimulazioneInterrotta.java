package it.pianodizona.simulazione.processo;

/** A run that cannot go on; the message says what is missing or what failed, and when. */
public class SimulazioneInterrotta extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SimulazioneInterrotta(String messaggio) {
    super(messaggio);
  }

  SimulazioneInterrotta(String messaggio, Throwable causa) {
    super(messaggio, causa);
  }
}
