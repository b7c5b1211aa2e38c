package it.pianodizona.coprogrammazione;

/**
 * A rule of the admissibility table that a domanda met.
 *
 * @param esito what the rule leads to
 * @param motivo why, as the applicant may read it
 * @param norma rule of law or of the notice behind it
 */
public record RegolaApplicata(EsitoIstruttoria esito, String motivo, String norma) {}
