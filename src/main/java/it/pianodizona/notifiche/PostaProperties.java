package it.pianodizona.notifiche;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is written and delivered.
 *
 * @param attiva whether this node delivers mail
 * @param mittente address in the {@code From} header; its domain also ends every Message-ID
 * @param nomeMittente name in the {@code From} header
 * @param ritorno envelope address to which servers return what they cannot deliver; {@code null}
 *     for the sender's
 * @param oraRiepilogo hour of the daily digest, Europe/Rome, on the application's clock
 * @param intervallo pause between two rounds of the worker
 * @param lotto messages taken at a time
 * @param corrieri connections to the mail server at most, which share a large batch
 * @param prenotazione how long taken messages belong to the worker that took them: after a crash
 *     they, and what else goes to addresses of the same lanes, are taken when this time is over
 * @param tentativi failed attempts after which the worker gives up
 * @param primaAttesa pause after the first failed attempt; it doubles at each further one
 * @param attesaMassima longest pause between two attempts
 * @param durataAssemblea time kept in calendars for a sitting of the Assemblea, whose end is not
 *     convened
 */
@ConfigurationProperties("pianodizona.posta")
public record PostaProperties(
    @DefaultValue("true") boolean attiva,
    @DefaultValue("piano-di-zona@esempio.invalid") String mittente,
    @DefaultValue("Piano di Zona") String nomeMittente,
    String ritorno,
    @DefaultValue("08:00") LocalTime oraRiepilogo,
    @DefaultValue("3s") Duration intervallo,
    @DefaultValue("200") int lotto,
    @DefaultValue("4") int corrieri,
    @DefaultValue("2m") Duration prenotazione,
    @DefaultValue("30") int tentativi,
    @DefaultValue("1m") Duration primaAttesa,
    @DefaultValue("2h") Duration attesaMassima,
    @DefaultValue("2h") Duration durataAssemblea) {

  public PostaProperties {
    if (lotto < 1 || corrieri < 1) {
      throw new IllegalArgumentException(
          "pianodizona.posta.lotto e pianodizona.posta.corrieri: serve un numero da 1 in su, non "
              + Math.min(lotto, corrieri));
    }
  }

  String dominio() {
    return mittente.substring(mittente.indexOf('@') + 1);
  }

  /** Pause before the next attempt, given how many have failed. */
  Duration attesa(int falliti) {
    var attesa = primaAttesa.multipliedBy(1L << Math.min(Math.max(falliti - 1, 0), 20));
    return attesa.compareTo(attesaMassima) > 0 ? attesaMassima : attesa;
  }
}
