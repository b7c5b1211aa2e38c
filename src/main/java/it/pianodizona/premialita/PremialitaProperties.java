package it.pianodizona.premialita;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the sources leave open about the premialità.
 *
 * @param lettura how Tabella 1 of 2021-2023 is read with three or more objectives; an assumption
 *     until the Region says which one holds
 */
@ConfigurationProperties("pianodizona.premialita")
public record PremialitaProperties(@DefaultValue("ADDITIVA") LetturaPremialita lettura) {}
