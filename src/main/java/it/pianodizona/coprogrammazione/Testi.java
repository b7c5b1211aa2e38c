package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.DatoNonValido;

/** Checks on texts that people wrote. */
final class Testi {

  private Testi() {}

  static String obbligatorio(String campo, String testo, int massimo) {
    var pulito = facoltativo(campo, testo, massimo);
    if (pulito == null) {
      throw DatoNonValido.regola(
          campo, "manca: si accetta un testo di al massimo " + massimo + " caratteri.");
    }
    return pulito;
  }

  /** The text without surrounding spaces; {@code null} when there is none. */
  static String facoltativo(String campo, String testo, int massimo) {
    if (testo == null || testo.isBlank()) {
      return null;
    }
    var pulito = testo.strip();
    if (pulito.length() > massimo) {
      throw DatoNonValido.regola(
          campo,
          "il testo ha %d caratteri; se ne accettano al massimo %d."
              .formatted(pulito.length(), massimo));
    }
    return pulito;
  }
}
