package it.pianodizona.coprogrammazione;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Terms and rules of the procedure on a domanda, each with its source; days run by {@link
 * it.pianodizona.comune.Termini}.
 *
 * @param procedimentoGiorni length of the procedure (art. 2, second paragraph, l. 241/1990)
 * @param soccorsoGiorni time to complete a domanda proposed to the office (art. 6 l. 241/1990 sets
 *     none; practice is 5–10)
 * @param sospensioneMassimaGiorni longest suspension of the procedure while an integration is
 *     awaited (art. 2, seventh paragraph, l. 241/1990)
 * @param sospensioniMassime how many requests of integration suspend the procedure (art. 2, seventh
 *     paragraph, l. 241/1990: one)
 * @param preavvisoAttivo whether a preavviso di rigetto comes before an exclusion; general and
 *     planning acts need none (art. 10-bis and 13 l. 241/1990)
 * @param preavvisoGiorni time to answer a preavviso di rigetto (art. 10-bis l. 241/1990)
 * @param ripresaDopoOsservazioniGiorni how long after the observations the procedure runs again
 *     (art. 10-bis l. 241/1990)
 * @param ripresaSenzaOsservazioniGiorni how long after the expiry of the term for observations,
 *     when none came, the procedure runs again (art. 10-bis l. 241/1990: at once)
 * @param promemoriaGiorni how long before the deadline for domande the office is reminded
 */
@ConfigurationProperties("pianodizona")
public record CoProgrammazioneProperties(
    @DefaultValue("30") int procedimentoGiorni,
    @DefaultValue("7") int soccorsoGiorni,
    @DefaultValue("30") int sospensioneMassimaGiorni,
    @DefaultValue("1") int sospensioniMassime,
    @DefaultValue("true") boolean preavvisoAttivo,
    @DefaultValue("10") int preavvisoGiorni,
    @DefaultValue("10") int ripresaDopoOsservazioniGiorni,
    @DefaultValue("0") int ripresaSenzaOsservazioniGiorni,
    @DefaultValue("3") int promemoriaGiorni) {

  /**
   * @throws IllegalArgumentException when a number makes no sense: the application does not start
   */
  public CoProgrammazioneProperties {
    almeno(1, "procedimento-giorni", procedimentoGiorni);
    almeno(1, "soccorso-giorni", soccorsoGiorni);
    if (soccorsoGiorni > Valutazione.GIORNI_MASSIMI) {
      throw new IllegalArgumentException(
          "pianodizona.soccorso-giorni: %d; si accetta al massimo %d"
              .formatted(soccorsoGiorni, Valutazione.GIORNI_MASSIMI));
    }
    almeno(0, "sospensione-massima-giorni", sospensioneMassimaGiorni);
    almeno(0, "sospensioni-massime", sospensioniMassime);
    almeno(1, "preavviso-giorni", preavvisoGiorni);
    almeno(0, "ripresa-dopo-osservazioni-giorni", ripresaDopoOsservazioniGiorni);
    almeno(0, "ripresa-senza-osservazioni-giorni", ripresaSenzaOsservazioniGiorni);
    almeno(1, "promemoria-giorni", promemoriaGiorni);
  }

  private static void almeno(int minimo, String nome, int valore) {
    if (valore < minimo) {
      throw new IllegalArgumentException(
          "pianodizona.%s: %d; si accetta almeno %d".formatted(nome, valore, minimo));
    }
  }
}
