package it.pianodizona.documento;

import it.pianodizona.comune.DatoNonValido;

/**
 * What somebody writes of a part.
 *
 * @param testo paragraphs separated by empty lines; lines that begin with {@code - } are entries of
 *     a list, with {@code ## } titles; empty becomes {@code null}
 * @param responsabile empty becomes {@code null}
 */
public record TestoSezione(String testo, StatoSezione stato, String responsabile) {

  private static final int NOME_MASSIMO = 120;

  /**
   * @throws DatoNonValido when the text or the name is too long
   */
  public TestoSezione {
    testo = vuotoONullo(testo);
    responsabile = vuotoONullo(responsabile);
    if (testo != null && testo.length() > Parte.LUNGHEZZA_MASSIMA) {
      throw DatoNonValido.regola(
          "Testo",
          "è di %d caratteri; al massimo %d.".formatted(testo.length(), Parte.LUNGHEZZA_MASSIMA));
    }
    if (responsabile != null && responsabile.length() > NOME_MASSIMO) {
      throw DatoNonValido.regola(
          "Responsabile", "al massimo %d caratteri.".formatted(NOME_MASSIMO));
    }
  }

  private static String vuotoONullo(String testo) {
    var pulito = Testi.pulito(testo);
    return pulito.isEmpty() ? null : pulito;
  }
}
