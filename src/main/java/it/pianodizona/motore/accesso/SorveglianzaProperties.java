package it.pianodizona.motore.accesso;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account that reads the measures of the installation.
 *
 * @param password empty when there is no such account
 */
@ConfigurationProperties("pianodizona.sorveglianza")
record SorveglianzaProperties(@DefaultValue("") String password) {}
