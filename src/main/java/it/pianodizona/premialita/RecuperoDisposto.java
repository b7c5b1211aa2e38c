package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.LocalDate;

/** The Region orders that what was paid and is no longer due comes back. */
public record RecuperoDisposto(
    RiferimentoPiano piano,
    long movimentoId,
    String titolo,
    Denaro importo,
    String motivo,
    String atto,
    LocalDate data)
    implements EventoDelPiano {}
