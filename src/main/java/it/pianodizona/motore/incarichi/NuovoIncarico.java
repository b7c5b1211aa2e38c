package it.pianodizona.motore.incarichi;

import java.time.LocalDate;

/**
 * An appointment to be recorded.
 *
 * @param persona login of who gets the role
 * @param ruolo group of the engine; null for a supplenza, which is for all roles
 * @param codiceAmbito null for a supplenza and for roles that belong to every Ambito
 * @param perContoDi login of who delegates or is absent; null for an appointment in one's own right
 * @param al last day, included; null for an appointment without end
 * @param atto the act or letter that gives the role
 */
public record NuovoIncarico(
    String persona,
    TipoIncarico tipo,
    String ruolo,
    String codiceAmbito,
    String perContoDi,
    LocalDate dal,
    LocalDate al,
    String atto) {}
