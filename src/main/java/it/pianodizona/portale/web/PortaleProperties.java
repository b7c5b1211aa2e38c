package it.pianodizona.portale.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the public pages protect themselves.
 *
 * @param inviiDiSeguito forms that one address may send one right after the other
 * @param inviiAlMinuto forms that one address may send in a minute, in the long run
 * @param indirizziRicordati addresses that are counted at the same time
 */
@ConfigurationProperties("pianodizona.portale")
record PortaleProperties(
    @DefaultValue("30") int inviiDiSeguito,
    @DefaultValue("30") int inviiAlMinuto,
    @DefaultValue("100000") int indirizziRicordati) {}
