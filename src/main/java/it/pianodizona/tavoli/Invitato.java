package it.pianodizona.tavoli;

import it.pianodizona.comune.Destinatario;

/**
 * A member who gets a letter about a tavolo, with the secret of its own page.
 *
 * @param token of the member's page; nobody else's letter may carry it
 */
public record Invitato(long membroId, String nome, String email, String token) {

  public Destinatario destinatario() {
    return new Destinatario(nome, email);
  }
}
