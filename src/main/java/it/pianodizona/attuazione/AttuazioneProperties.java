package it.pianodizona.attuazione;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The office's own rules on the reporting flows.
 *
 * @param giorniPromemoria how many days before a window closes the office is reminded
 */
@ConfigurationProperties("pianodizona.attuazione")
public record AttuazioneProperties(@DefaultValue("7") int giorniPromemoria) {}
