package it.pianodizona.tavoli;

import it.pianodizona.comune.Destinatario;

/**
 * Who comes to a meeting instead of a member.
 *
 * @param rispostaId the answer that names the substitute
 * @param alPostoDi name of the member
 */
public record Sostituto(long rispostaId, Destinatario chi, String alPostoDi) {}
