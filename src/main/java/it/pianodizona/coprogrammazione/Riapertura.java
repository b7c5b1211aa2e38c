package it.pianodizona.coprogrammazione;

import java.time.LocalDate;

/** The act that reopened a notice nobody had answered, and why. */
public record Riapertura(String numeroAtto, LocalDate dataAtto, String motivi) {}
