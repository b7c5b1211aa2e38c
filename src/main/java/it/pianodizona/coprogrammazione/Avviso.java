package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;

/**
 * A notice of co-programmazione.
 *
 * @param numero e.g. {@code 50084-2024-01}; {@code null} until it is published
 * @param protocollo of the last publication; {@code null} until it is published
 * @param pubblicato when it first went on line; {@code null} until it is published
 */
public record Avviso(
    long id,
    RiferimentoPiano piano,
    String numero,
    StatoAvviso stato,
    ContenutoAvviso contenuto,
    String protocollo,
    ZonedDateTime pubblicato) {

  /** Last instant for domande, Europe/Rome. */
  public ZonedDateTime scadenzaDomande() {
    return contenuto.scadenza();
  }

  /** True while a domanda is on time. */
  public boolean aperto(ZonedDateTime adesso) {
    return stato == StatoAvviso.PUBBLICATO && !tardiva(adesso);
  }

  /** Whether something that arrives at this moment is late, to the second. */
  public boolean tardiva(ZonedDateTime arrivo) {
    return arrivo.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).isAfter(scadenzaDomande());
  }

  /** Name of an area of this notice; the code itself when it has no such area. */
  public String nomeArea(String codice) {
    return contenuto.aree().stream()
        .filter(a -> a.codice().equals(codice))
        .map(Area::denominazione)
        .findFirst()
        .orElse(codice);
  }
}
