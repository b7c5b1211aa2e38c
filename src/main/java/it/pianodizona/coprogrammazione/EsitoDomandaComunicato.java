package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.List;

/** The outcome of a domanda is final and the applicant is told. */
public record EsitoDomandaComunicato(
    RiferimentoPiano piano,
    long domandaId,
    String denominazione,
    String email,
    EsitoDomanda esito,
    String motivi,
    String norma,
    List<String> aree,
    String token)
    implements EventoDelPiano {}
