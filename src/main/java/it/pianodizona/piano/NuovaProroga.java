package it.pianodizona.piano;

import java.time.LocalDate;

/** A proroga to record; see {@link Proroga}. */
public record NuovaProroga(
    String triennio, String atto, LocalDate dataAtto, String motivo, LocalDate nuovaScadenza) {}
