package it.pianodizona.fascicolo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The virus scanner, a ClamAV daemon.
 *
 * @param attivo whether uploaded files are scanned; when they are, none is accepted unscanned
 * @param attesa for the connection, and then for each answer
 */
@ConfigurationProperties("pianodizona.antivirus")
record AntivirusProperties(
    @DefaultValue("false") boolean attivo,
    @DefaultValue("localhost") String host,
    @DefaultValue("3310") int porta,
    @DefaultValue("10s") Duration attesa) {}
