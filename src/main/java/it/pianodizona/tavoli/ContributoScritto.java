package it.pianodizona.tavoli;

import it.pianodizona.fascicolo.Documento;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What a member sent to a tavolo by its own page.
 *
 * @param ente name of the member
 * @param file kept in the fascicolo
 */
public record ContributoScritto(
    long id,
    long tavoloId,
    long membroId,
    String ente,
    TipoContributo tipo,
    String testo,
    ZonedDateTime arrivato,
    List<Documento> file) {}
