package it.pianodizona.premialita;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the sources leave open about the premialità: assumptions until the Region says which one
 * holds. The page of the premialità shows them all.
 *
 * @param lettura how Tabella 1 of 2021-2023 is read with three or more objectives
 * @param debitiCheBloccano whose late flows stop the payment of a joint project
 * @param recesso what follows when an Ambito leaves a project after its evaluation
 * @param esitoParziale what is due when an objective is reached in part
 * @param ambitiDgr7631 codes of the Ambiti formed by aggregation under DGR X/7631, for which the
 *     cooperation with another Ambito is not required; the seven of DGR XI/4563 §2
 */
@ConfigurationProperties("pianodizona.premialita")
public record PremialitaProperties(
    @DefaultValue("ADDITIVA") LetturaPremialita lettura,
    @DefaultValue("SOLO_BENEFICIARIO") DebitiCheBloccano debitiCheBloccano,
    @DefaultValue("RIDETERMINA") EffettoDelRecesso recesso,
    @DefaultValue("PROPORZIONALE") EffettoDelParziale esitoParziale,
    @DefaultValue({"50031", "50064", "50083", "50096", "50097", "50098", "50099"})
        Set<String> ambitiDgr7631) {}
