package it.pianodizona.motore.accesso;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Remembers what {@code accesso/ruoli.yaml} gave, as opposed to what an administrator gave. */
@Component
class PermessiConcessi {

  private final NamedParameterJdbcTemplate jdbc;

  PermessiConcessi(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One permission of one group.
   *
   * @param gruppo {@code *} for whoever is logged in
   * @param risorsa kind of resource, as the engine numbers them
   */
  record Concesso(String gruppo, int risorsa, String risorsaId, String permesso) {}

  Set<Concesso> tutti() {
    return new HashSet<>(
        jdbc.query(
            "select gruppo, risorsa, risorsa_id, permesso from permesso_concesso",
            (riga, n) ->
                new Concesso(
                    riga.getString(1), riga.getInt(2), riga.getString(3), riga.getString(4))));
  }

  void ricorda(Collection<Concesso> concessi) {
    jdbc.batchUpdate(
        """
        insert into permesso_concesso (gruppo, risorsa, risorsa_id, permesso)
        values (:gruppo, :risorsa, :risorsaId, :permesso)""",
        parametri(concessi));
  }

  void dimentica(Collection<Concesso> concessi) {
    jdbc.batchUpdate(
        """
        delete from permesso_concesso where gruppo = :gruppo and risorsa = :risorsa
          and risorsa_id = :risorsaId and permesso = :permesso""",
        parametri(concessi));
  }

  private static SqlParameterSource[] parametri(Collection<Concesso> concessi) {
    return concessi.stream()
        .map(SimplePropertySqlParameterSource::new)
        .toArray(SqlParameterSource[]::new);
  }
}
