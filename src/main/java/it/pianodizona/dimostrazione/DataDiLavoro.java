package it.pianodizona.dimostrazione;

import it.pianodizona.comune.Termini;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the demonstration's clock stood last, kept in the database. It never goes back: the node
 * whose clock is behind follows.
 */
@Repository
@Dimostrazione
@DependsOnDatabaseInitialization
public class DataDiLavoro {

  private final JdbcClient jdbc;

  DataDiLavoro(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<ZonedDateTime> ultima() {
    return jdbc.sql("select istante from orologio_dimostrazione where id = 1")
        .query(OffsetDateTime.class)
        .optional()
        .map(istante -> istante.atZoneSameInstant(Termini.ROMA));
  }

  @Transactional
  public void ricorda(Instant istante) {
    var valore = istante.atZone(Termini.ROMA).toOffsetDateTime();
    int aggiornate =
        jdbc.sql(
                """
                update orologio_dimostrazione
                   set istante = case when istante < ? then ? else istante end
                 where id = 1""")
            .params(valore, valore)
            .update();
    if (aggiornate == 0) {
      jdbc.sql("insert into orologio_dimostrazione (id, istante) values (1, ?)")
          .param(valore)
          .update();
    }
  }
}
