package it.pianodizona.anagrafica;

/**
 * An Agenzia di tutela della salute.
 *
 * @param codice three digits, such as 325 for Bergamo
 * @param email {@code null} until somebody gives one
 */
public record Ats(String codice, String denominazione, String email) {}
