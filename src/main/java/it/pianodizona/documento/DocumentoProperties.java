package it.pianodizona.documento;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The office's own dates for the draft; both are assumptions, not norms.
 *
 * @param giorniPrimaDellAccordo days before the regional date for the Accordo by which the draft is
 *     expected
 * @param giorniMinimi days the office has at least, from the opening of a version: also the whole
 *     time for a version that comes back
 */
@ConfigurationProperties("pianodizona.documento")
public record DocumentoProperties(
    @DefaultValue("30") int giorniPrimaDellAccordo, @DefaultValue("10") int giorniMinimi) {}
