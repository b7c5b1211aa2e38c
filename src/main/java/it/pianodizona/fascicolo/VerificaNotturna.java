package it.pianodizona.fascicolo;

import it.pianodizona.comune.Termini;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Reads all the evidence again, once a day whatever the number of nodes, and remembers how it went,
 * so that somebody is told when it is altered and when nobody looked. Days and moments are real
 * ones, not the demonstration's.
 */
@Service
public class VerificaNotturna {

  private static final Logger LOG = LoggerFactory.getLogger(VerificaNotturna.class);

  private final VerificaIntegrita verifica;
  private final JdbcClient jdbc;

  VerificaNotturna(VerificaIntegrita verifica, JdbcClient jdbc) {
    this.verifica = verifica;
    this.jdbc = jdbc;
  }

  /** How the last check that came to its end went. */
  public record Ultima(Instant eseguita, int alterazioni) {}

  public Optional<Ultima> ultima() {
    return jdbc.sql(
            """
            select eseguita, alterazioni from verifica_integrita
             where eseguita is not null order by giorno desc limit 1""")
        .query(
            (riga, n) ->
                new Ultima(
                    riga.getObject("eseguita", OffsetDateTime.class).toInstant(),
                    riga.getInt("alterazioni")))
        .optional();
  }

  /**
   * @param giorno the day it is done for
   * @return false when it was done, or begun by another node, already
   */
  public boolean esegui(LocalDate giorno) {
    try {
      jdbc.sql("insert into verifica_integrita (giorno) values (?)").param(giorno).update();
    } catch (DuplicateKeyException gia) {
      return false;
    }
    int righe = 0;
    int alterazioni = 0;
    for (var esito : verifica.verifica()) {
      righe += esito.righe();
      alterazioni += esito.alterazioni().size();
      esito.alterazioni().forEach(a -> LOG.error("Prova alterata: {}: {}", a.riga(), a.motivo()));
    }
    jdbc.sql(
            """
            update verifica_integrita set eseguita = ?, righe = ?, alterazioni = ?
             where giorno = ?""")
        .params(OffsetDateTime.now(ZoneOffset.UTC), righe, alterazioni, giorno)
        .update();
    LOG.info("Verifica di integrità: {} righe, {} alterate", righe, alterazioni);
    return true;
  }

  void oggi() {
    esegui(LocalDate.now(Termini.ROMA));
  }
}
