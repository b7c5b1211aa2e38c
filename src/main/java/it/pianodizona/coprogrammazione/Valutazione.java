package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.DatoNonValido;

/**
 * The office's own conclusion of an istruttoria, next to the proposed one.
 *
 * @param motivoScostamento why it departs from the proposal; {@code null} when it follows it
 * @param testo what the applicant reads; {@code null} when the outcome is favourable
 * @param giorni time to complete the domanda, in days; 0 when nothing is asked
 */
public record Valutazione(
    EsitoIstruttoria esito, String motivoScostamento, String testo, int giorni) {

  /** Longest time that can be given, in days. */
  public static final int GIORNI_MASSIMI = 30;

  /**
   * @throws DatoNonValido when the text for the applicant or the days are missing
   */
  public Valutazione {
    if (esito == null) {
      throw new DatoNonValido("Esito dell'istruttoria", null, "uno degli esiti dell'elenco");
    }
    motivoScostamento = Testi.facoltativo("Motivo dello scostamento", motivoScostamento, 2000);
    testo =
        esito.favorevole()
            ? null
            : Testi.obbligatorio("Che cosa manca o che cosa non va", testo, 4000);
    if (esito != EsitoIstruttoria.DA_INTEGRARE) {
      giorni = 0;
    } else if (giorni < 1 || giorni > GIORNI_MASSIMI) {
      throw new DatoNonValido(
          "Giorni per integrare", giorni, "un numero intero da 1 a " + GIORNI_MASSIMI);
    }
  }

  /**
   * @throws DatoNonValido when it departs from what was proposed without saying why
   */
  void verificaScostamento(EsitoIstruttoria proposto) {
    if (esito != proposto && motivoScostamento == null) {
      throw DatoNonValido.regola(
          "Motivo dello scostamento",
          "manca: la proposta era «%s»; scrivere perché l'ufficio conclude «%s»."
              .formatted(proposto.descrizione(), esito.descrizione()));
    }
  }
}
