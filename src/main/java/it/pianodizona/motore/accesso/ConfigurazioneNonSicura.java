package it.pianodizona.motore.accesso;

import java.util.List;

/** The profile {@code prod} refuses to start: one sentence for each property to set. */
class ConfigurazioneNonSicura extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ConfigurazioneNonSicura(List<String> mancanze) {
    super(String.join(System.lineSeparator(), mancanze));
  }
}
