package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import java.time.LocalDate;

/** The final report of a project. */
public record Rendicontazione(LocalDate dataRelazione, Denaro spesaSostenuta, String risultati) {}
