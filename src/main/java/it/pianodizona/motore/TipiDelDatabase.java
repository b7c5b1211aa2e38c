package it.pianodizona.motore;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Names of column types that H2 and PostgreSQL do not share, as Flyway placeholders: {@code
 * ${binario}} holds bytes of any length.
 */
@Component
public class TipiDelDatabase implements FlywayConfigurationCustomizer {

  @Override
  public void customize(FluentConfiguration configurazione) {
    configurazione.placeholders(di(configurazione.getDataSource()));
  }

  private static Map<String, String> di(DataSource database) {
    try {
      String prodotto =
          JdbcUtils.extractDatabaseMetaData(
              database, metadati -> metadati.getDatabaseProductName());
      return Map.of("binario", prodotto.equals("PostgreSQL") ? "bytea" : "blob");
    } catch (MetaDataAccessException e) {
      throw new IllegalStateException("Il database non risponde", e);
    }
  }
}
