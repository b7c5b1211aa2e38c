package it.pianodizona.coprogrammazione;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Terms that no norm fixes for every Ambito, all in days.
 *
 * @param soccorsoGiorni time to complete a domanda; practice is 5–10
 * @param preavvisoGiorni time to answer a preavviso di rigetto (art. 10-bis l. 241/1990)
 * @param procedimentoGiorni length of the procedure on a domanda (art. 2 l. 241/1990)
 * @param promemoriaGiorni how long before the deadline for domande the office is reminded
 */
@ConfigurationProperties("pianodizona")
public record CoProgrammazioneProperties(
    @DefaultValue("7") int soccorsoGiorni,
    @DefaultValue("10") int preavvisoGiorni,
    @DefaultValue("30") int procedimentoGiorni,
    @DefaultValue("3") int promemoriaGiorni) {}
