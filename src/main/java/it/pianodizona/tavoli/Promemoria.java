package it.pianodizona.tavoli;

import java.time.ZonedDateTime;

/** A reminder of a meeting to be sent at a moment, some days before it. */
public record Promemoria(int giorniPrima, ZonedDateTime quando) {}
