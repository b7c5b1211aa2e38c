package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.LocalDate;

/** An acconto or a saldo was paid to the Ente capofila. */
public record PremialitaLiquidata(
    RiferimentoPiano piano,
    long progettoId,
    String titolo,
    TipoMovimento tipo,
    Denaro importo,
    String atto,
    LocalDate data)
    implements EventoDelPiano {}
