package it.pianodizona.anagrafica;

/**
 * An Azienda socio-sanitaria territoriale; in the 2021-23 rules it coincides with the Distretto.
 *
 * @param codice three digits, such as 720 for Bergamo Est
 * @param codiceAts the ATS it belongs to
 * @param email {@code null} until somebody gives one
 */
public record Asst(String codice, String denominazione, String codiceAts, String email) {}
