package it.pianodizona.piano;

import it.pianodizona.comune.Termine;
import it.pianodizona.comune.Termini;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every term that was computed for a plan, with the reason for its date. */
@Service
@Transactional
public class Scadenze {

  private final JdbcClient jdbc;
  private final Clock orologio;

  Scadenze(JdbcClient jdbc, Clock orologio) {
    this.jdbc = jdbc;
    this.orologio = orologio;
  }

  /**
   * A recorded term.
   *
   * @param tipo what falls due, e.g. {@code SOCCORSO}
   * @param riferimento what it is about, e.g. {@code domanda:12}
   * @param motivazione norm, start, days and shift, in one Italian sentence
   */
  public record Scadenza(
      String tipo, String riferimento, ZonedDateTime quando, String motivazione) {}

  /** Records a term and gives back its last instant, Europe/Rome. */
  public ZonedDateTime registra(long pianoId, String tipo, String riferimento, Termine termine) {
    jdbc.sql(
            """
            insert into scadenza (piano_id, tipo, riferimento, quando, motivazione, registrata)
            values (?, ?, ?, ?, ?, ?)""")
        .params(
            pianoId,
            tipo,
            riferimento,
            termine.scadenza().toOffsetDateTime(),
            termine.motivazione(),
            OffsetDateTime.now(orologio))
        .update();
    return termine.scadenza();
  }

  /** The terms of a plan, earliest first. */
  @Transactional(readOnly = true)
  public List<Scadenza> elenco(long pianoId) {
    return jdbc.sql(
            """
            select tipo, riferimento, quando, motivazione from scadenza
            where piano_id = ? order by quando, id""")
        .param(pianoId)
        .query(
            (riga, numero) ->
                new Scadenza(
                    riga.getString("tipo"),
                    riga.getString("riferimento"),
                    riga.getObject("quando", OffsetDateTime.class).atZoneSameInstant(Termini.ROMA),
                    riga.getString("motivazione")))
        .list();
  }
}
