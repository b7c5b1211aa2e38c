package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.List;

/**
 * The office compared two domande of one body and kept one of them; the applicant is told.
 *
 * @param procedimentoDi the domanda in whose procedure they were compared
 * @param unite areas and attachments of the other one went to the one kept
 * @param destinatari every address that the two domande gave
 * @param aree names of the areas of the domanda kept
 * @param token of the domanda kept
 */
public record DomandeConfrontate(
    RiferimentoPiano piano,
    long procedimentoDi,
    long tenuta,
    long assorbita,
    String protocolloTenuta,
    String protocolloAssorbita,
    boolean unite,
    String motivi,
    List<Destinatario> destinatari,
    List<String> aree,
    String token)
    implements EventoDelPiano {}
