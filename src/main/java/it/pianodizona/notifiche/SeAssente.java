package it.pianodizona.notifiche;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Writes the rows whose key is not there yet and leaves the others as they are, whoever else writes
 * them at the same time.
 *
 * <p>PostgreSQL before version 15 has no {@code merge}, H2 outside its compatibility mode no {@code
 * on conflict}. Two transactions that merge the same key at once on H2: the second waits, then
 * fails on the key without losing its own work, and finds the row when it tries again.
 */
@Component
class SeAssente {

  private final NamedParameterJdbcTemplate lotti;
  private final boolean conflittoIgnorabile;

  SeAssente(NamedParameterJdbcTemplate lotti, DataSource archivio) throws MetaDataAccessException {
    this.lotti = lotti;
    this.conflittoIgnorabile =
        "PostgreSQL"
            .equals(
                JdbcUtils.<String>extractDatabaseMetaData(
                    archivio, dati -> dati.getDatabaseProductName()));
  }

  /**
   * @param colonne also the names of the parameters in {@code righe}
   * @return how many rows were written
   */
  int scrivi(
      String tabella, String chiave, List<String> colonne, List<MapSqlParameterSource> righe) {
    var campi = String.join(", ", colonne);
    var valori = colonne.stream().map(c -> ":" + c).collect(Collectors.joining(", "));
    var lotto = righe.toArray(MapSqlParameterSource[]::new);
    if (conflittoIgnorabile) {
      return scrivi(
          "insert into %s (%s) values (%s) on conflict (%s) do nothing"
              .formatted(tabella, campi, valori, chiave),
          lotto);
    }
    var unisci =
        """
        merge into %s t using (values (:%s)) v(cercata) on t.%s = v.cercata
        when not matched then insert (%s) values (%s)"""
            .formatted(tabella, chiave, chiave, campi, valori);
    try {
      return scrivi(unisci, lotto);
    } catch (DuplicateKeyException scrittoDaAltri) {
      return scrivi(unisci, lotto);
    }
  }

  private int scrivi(String comando, MapSqlParameterSource[] lotto) {
    return Arrays.stream(lotti.batchUpdate(comando, lotto)).sum();
  }
}
