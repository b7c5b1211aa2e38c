package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;
import java.util.List;

/** A domanda arrived and was registered; the applicant gets a receipt. */
public record DomandaRegistrata(
    RiferimentoPiano piano,
    long domandaId,
    String denominazione,
    String email,
    String protocollo,
    ZonedDateTime ricevuta,
    boolean tardiva,
    List<String> aree,
    String token)
    implements EventoDelPiano {}
