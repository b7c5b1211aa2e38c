package it.pianodizona.registro;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long personal data are kept that no law makes evidence (regulation EU 2016/679, art.
 * 5(1)(e)).
 *
 * @param mesiContatti months after the end of the triennio for the contacts of an ETS
 * @param mesiPosta months after sending for the messages
 */
@ConfigurationProperties("pianodizona.privacy")
record PrivacyProperties(@DefaultValue("12") int mesiContatti, @DefaultValue("24") int mesiPosta) {}
