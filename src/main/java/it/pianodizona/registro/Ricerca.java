package it.pianodizona.registro;

import java.time.LocalDate;
import java.util.List;

/**
 * Which acts are asked for; null leaves a condition out.
 *
 * @param ambiti those whoever asks may see; null for all, and for what belongs to none
 * @param al last day, included
 * @param quanti at most so many, the newest
 */
public record Ricerca(
    List<String> ambiti, String piano, String chi, LocalDate dal, LocalDate al, int quanti) {}
