package it.pianodizona.piano;

import java.time.LocalDate;

/** Why a plan has no Accordo yet: which body refused to sign, and its reasons. */
public record MancatoAccordo(String ente, String motivo, LocalDate data) {}
