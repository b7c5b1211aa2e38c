package it.pianodizona.tavoli;

import it.pianodizona.comune.Termini;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A meeting of a tavolo.
 *
 * @param numero 1 for the first meeting of the tavolo
 * @param inizio Europe/Rome
 * @param fine Europe/Rome
 * @param sequenza how many times the meeting changed after it was first convened (RFC 5545)
 */
public record Incontro(
    long id,
    long tavoloId,
    int numero,
    ZonedDateTime inizio,
    ZonedDateTime fine,
    String luogo,
    String ordineDelGiorno,
    int sequenza,
    StatoIncontro stato) {

  static final DateTimeFormatter GIORNO =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ITALY);
  static final DateTimeFormatter ORA = DateTimeFormatter.ofPattern("HH:mm");

  /** When it is held, as officials write it: {@code lunedì 7 ottobre 2024, ore 16:00-19:00}. */
  public String quando() {
    return "%s, ore %s-%s".formatted(GIORNO.format(inizio), ORA.format(inizio), ORA.format(fine));
  }

  /** Convened, and its verbale not yet written. */
  public boolean convocato() {
    return stato == StatoIncontro.CONVOCATO;
  }

  static Incontro riga(ResultSet riga, int n) throws SQLException {
    return new Incontro(
        riga.getLong("id"),
        riga.getLong("tavolo_id"),
        riga.getInt("numero"),
        roma(riga, "inizio"),
        roma(riga, "fine"),
        riga.getString("luogo"),
        riga.getString("ordine_del_giorno"),
        riga.getInt("sequenza"),
        StatoIncontro.valueOf(riga.getString("stato")));
  }

  private static ZonedDateTime roma(ResultSet riga, String colonna) throws SQLException {
    return riga.getObject(colonna, OffsetDateTime.class).atZoneSameInstant(Termini.ROMA);
  }
}
