package it.pianodizona.accordo.firmadigitale;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param certificatiAttendibili directory with the certificates (.cer, .crt, .pem) of the
 *     certification authorities that are trusted, or one such file; {@code null} when there is none
 */
@ConfigurationProperties("pianodizona.firme")
public record FirmaDigitaleProperties(Path certificatiAttendibili) {}
