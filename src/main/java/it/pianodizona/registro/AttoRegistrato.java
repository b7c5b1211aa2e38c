package it.pianodizona.registro;

import java.time.OffsetDateTime;

/**
 * Something that somebody did.
 *
 * @param chi login; {@code sistema} for what the application does by itself
 * @param perContoDi login of who was stood in for; null for an act in one's own role
 * @param codiceAmbito null for what belongs to no Ambito
 * @param piano such as {@code 50084/2025-2027}; null for what belongs to no plan
 */
public record AttoRegistrato(
    OffsetDateTime quando,
    String chi,
    String perContoDi,
    String codiceAmbito,
    String piano,
    String cosa,
    String dettaglio) {}
