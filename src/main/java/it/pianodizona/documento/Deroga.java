package it.pianodizona.documento;

import java.time.ZonedDateTime;

/**
 * Why some parts were handed in although something was missing.
 *
 * @param mancanze what was missing, one line each
 * @param chi login
 * @param quando Europe/Rome
 */
public record Deroga(String mancanze, String motivo, String chi, ZonedDateTime quando) {}
