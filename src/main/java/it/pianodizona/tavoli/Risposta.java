package it.pianodizona.tavoli;

import it.pianodizona.comune.Destinatario;

/**
 * The answer of a member that counts for a meeting: the last one, given after its time last
 * changed.
 *
 * @param sostituto who comes instead; {@code null} unless a substitute was named
 */
public record Risposta(long id, long membroId, EsitoRisposta esito, Destinatario sostituto) {

  /** Somebody comes, the member or its substitute. */
  public boolean presenza() {
    return esito != EsitoRisposta.ASSENTE;
  }

  /** In words: {@code partecipa}, {@code manda Anna Bianchi}. */
  public String inParole() {
    return sostituto == null ? esito.descrizione() : "manda " + sostituto.nome();
  }
}
