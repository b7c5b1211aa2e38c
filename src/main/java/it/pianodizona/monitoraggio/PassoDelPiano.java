package it.pianodizona.monitoraggio;

import java.time.Duration;
import java.time.ZonedDateTime;

/**
 * One step of a plan, as the engine remembers it.
 *
 * @param processo name of the process it belongs to
 * @param chi who did it: the person, else the office it was offered to; empty for what the
 *     application did by itself
 * @param fine {@code null} while it goes on
 * @param entro due date; {@code null} when it had none
 * @param annullato true when it was withdrawn instead of done
 */
public record PassoDelPiano(
    String processo,
    Tipo tipo,
    String nome,
    String chi,
    ZonedDateTime inizio,
    ZonedDateTime fine,
    ZonedDateTime entro,
    boolean annullato) {

  /** Kinds of step. */
  public enum Tipo {
    COMPITO("compito"),
    AUTOMATICO("passo automatico"),
    ATTESA("attesa"),
    EVENTO("evento");

    private final String descrizione;

    Tipo(String descrizione) {
      this.descrizione = descrizione;
    }

    /** As officials read it. */
    public String descrizione() {
      return descrizione;
    }
  }

  public boolean inCorso() {
    return fine == null;
  }

  public boolean oltreIlTermine() {
    return entro != null && fine != null && fine.isAfter(entro);
  }

  /** How long it took or has been taking, in words. */
  public String durata(ZonedDateTime adesso) {
    var durata = Duration.between(inizio, fine == null ? adesso : fine);
    if (durata.compareTo(Duration.ofMinutes(1)) < 0) {
      return "meno di un minuto";
    }
    if (durata.compareTo(Duration.ofHours(1)) < 0) {
      return quanti(durata.toMinutes(), "minuto", "minuti");
    }
    if (durata.compareTo(Duration.ofDays(1)) < 0) {
      return quanti(durata.toHours(), "ora", "ore");
    }
    return quanti(durata.toDays(), "giorno", "giorni");
  }

  private static String quanti(long numero, String uno, String molti) {
    return numero + " " + (numero == 1 ? uno : molti);
  }
}
