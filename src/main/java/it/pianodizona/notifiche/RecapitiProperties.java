package it.pianodizona.notifiche;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people and offices find us and the Region.
 *
 * @param indirizzoPubblico address of the application as seen from outside, without final slash
 */
@ConfigurationProperties("pianodizona")
public record RecapitiProperties(
    @DefaultValue("http://localhost:8080") String indirizzoPubblico,
    @DefaultValue Regione regione) {

  /**
   * @param email office of the D.G. Famiglia that follows the plans; {@code null} when not known
   */
  public record Regione(
      @DefaultValue("Regione Lombardia – D.G. Famiglia") String nome, String email) {}
}
