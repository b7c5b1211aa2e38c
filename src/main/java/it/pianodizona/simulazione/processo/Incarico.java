package it.pianodizona.simulazione.processo;

import java.time.Instant;
import java.util.List;

/**
 * A user task that waits for somebody.
 *
 * @param chiave its id in the model
 * @param ambito null for a task of the Region's own processes
 * @param volta how many tasks of this kind the Ambito had before
 * @param termine due date; {@code null} when it has none
 */
record Incarico(
    String id,
    String chiave,
    String ambito,
    List<String> gruppi,
    int volta,
    Instant aperto,
    Instant termine) {}
