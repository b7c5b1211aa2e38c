package it.pianodizona.tavoli;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The office's own rules on the tavoli.
 *
 * @param giorniPromemoria how many days before a meeting its members are reminded
 * @param giorniVerbale days after a meeting within which its verbale is expected: an internal,
 *     ordinatorio term, whose passing is only an alarm
 * @param giorniOsservazioni days the members have to remark on the draft of a verbale
 */
@ConfigurationProperties("pianodizona.tavoli")
public record TavoliProperties(
    @DefaultValue({"7", "1"}) List<Integer> giorniPromemoria,
    @DefaultValue("10") int giorniVerbale,
    @DefaultValue("5") int giorniOsservazioni) {}
