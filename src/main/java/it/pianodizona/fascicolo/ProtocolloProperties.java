package it.pianodizona.fascicolo;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the segnatura says of each office that keeps a register.
 *
 * @param amministrazioni by codice of the Ambito
 */
@ConfigurationProperties("pianodizona.protocollo")
public record ProtocolloProperties(@DefaultValue Map<String, Amministrazione> amministrazioni) {

  /**
   * The Ente capofila in the Indice dei domicili digitali delle pubbliche amministrazioni.
   *
   * @param codiceIpa of the body
   * @param codiceAoo of its area organizzativa omogenea
   * @param registro code of the protocol register
   * @param classifica code in the body's titolario
   */
  public record Amministrazione(
      String denominazione,
      String codiceFiscale,
      String codiceIpa,
      String codiceAoo,
      @DefaultValue("PDZ") String registro,
      @DefaultValue("Servizi alla persona") String titolo,
      @DefaultValue("7") String classifica) {}
}
