package it.pianodizona.coprogrammazione;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the domanda that is written on the public page.
 *
 * @param durataBozza how long a draft is kept after it was last saved
 * @param numeroFile files that one domanda may have
 * @param dimensioneFile of all of them together
 */
@ConfigurationProperties("pianodizona.domande")
public record DomandeOnlineProperties(
    @DefaultValue("30d") Duration durataBozza,
    @DefaultValue("10") int numeroFile,
    @DefaultValue("20MB") DataSize dimensioneFile) {}
