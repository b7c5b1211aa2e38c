package it.pianodizona.documento;

/** Texts as people type and paste them. */
public final class Testi {

  private Testi() {}

  /**
   * A text with Unix line ends, without surrounding spaces and without the control characters that
   * come along with a paste and that neither databases nor documents accept; empty for {@code
   * null}.
   */
  public static String pulito(String testo) {
    return testo == null
        ? ""
        : testo
            .replace("\r\n", "\n")
            .replace('\r', '\n')
            .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
            .strip();
  }
}
