package it.pianodizona.accordo;

import it.pianodizona.comune.DatoNonValido;

/**
 * What a body writes to adhere to an Accordo.
 *
 * @param persona who signs for the body
 * @param ruolo in which office
 * @param impegni what it commits itself to
 * @param risorse what it brings
 */
public record RichiestaAdesione(String persona, String ruolo, String impegni, String risorse) {

  /**
   * @throws DatoNonValido naming the part that is missing, too long, or has markup
   */
  public RichiestaAdesione {
    persona = testo("Chi firma la richiesta", persona, 3, 120);
    ruolo = testo("In qualità di", ruolo, 3, 120);
    impegni = testo("Impegni", impegni, 10, 2000);
    risorse = testo("Risorse messe a disposizione", risorse, 3, 2000);
  }

  private static String testo(String campo, String valore, int minimo, int massimo) {
    var testo = valore == null ? "" : valore.strip();
    if (testo.length() < minimo || testo.length() > massimo) {
      throw DatoNonValido.regola(campo, "servono da %d a %d caratteri.".formatted(minimo, massimo));
    }
    if (testo.contains("<") || testo.contains(">")) {
      throw DatoNonValido.regola(campo, "contiene i segni < o >: si accetta solo testo semplice.");
    }
    return testo;
  }
}
