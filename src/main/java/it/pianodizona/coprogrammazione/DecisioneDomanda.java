package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.DatoNonValido;

/**
 * The decision on a domanda.
 *
 * @param motivi required unless it is admitted without reserve
 * @param norma rule that the decision rests on; required for an exclusion
 */
public record DecisioneDomanda(EsitoDomanda esito, String motivi, String norma) {

  /**
   * @throws DatoNonValido when reasons or norm are missing
   */
  public DecisioneDomanda {
    if (esito == null || esito == EsitoDomanda.RITIRATA || esito == EsitoDomanda.ASSORBITA) {
      throw new DatoNonValido("Esito", esito, "ammessa, ammessa con riserva o esclusa");
    }
    motivi =
        esito == EsitoDomanda.AMMESSA
            ? Testi.facoltativo("Motivi", motivi, 4000)
            : Testi.obbligatorio("Motivi", motivi, 4000);
    norma =
        esito == EsitoDomanda.ESCLUSA
            ? Testi.obbligatorio("Norma", norma, 300)
            : Testi.facoltativo("Norma", norma, 300);
  }

  /**
   * @throws DatoNonValido when it departs from what the istruttoria proposes without saying why
   */
  void verificaScostamento(EsitoDomanda proposta) {
    if (esito != proposta && motivi == null) {
      throw DatoNonValido.regola(
          "Motivi",
          "mancano: l'istruttoria propone «%s»; scrivere perché la domanda è %s."
              .formatted(proposta.descrizione(), esito.descrizione()));
    }
  }
}
