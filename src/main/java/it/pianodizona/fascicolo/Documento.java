package it.pianodizona.fascicolo;

import java.time.OffsetDateTime;

/**
 * One document of a plan's fascicolo, without its bytes.
 *
 * @param riferimento what it belongs to, such as {@code domanda:12}
 * @param dimensione in bytes
 * @param sha256 of the contents, 64 hexadecimal digits in lower case
 * @param protocollo number in the protocol register; {@code null} when it has none
 */
public record Documento(
    long id,
    long pianoId,
    String riferimento,
    TipoDocumento tipo,
    String titolo,
    String nomeFile,
    String tipoContenuto,
    long dimensione,
    String sha256,
    String protocollo,
    String inseritoDa,
    OffsetDateTime inserito) {}
