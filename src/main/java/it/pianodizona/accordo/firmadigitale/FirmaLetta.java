package it.pianodizona.accordo.firmadigitale;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A signature as it stands in the file, not yet judged.
 *
 * @param integra the signature matches what it covers
 * @param modificataDopo the PDF was changed afterwards by more than other signatures
 * @param firmata the moment it claims; {@code null} when it claims none
 * @param certificato of the signer; {@code null} when the file has none
 * @param catena the other certificates in the file
 * @param originali what was signed: the document before any signature
 */
record FirmaLetta(
    String formato,
    boolean integra,
    boolean modificataDopo,
    Instant firmata,
    X509Certificate certificato,
    List<X509Certificate> catena,
    List<byte[]> originali) {}
