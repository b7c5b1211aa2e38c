package it.pianodizona.registro;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.ProvaDiProcesso;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inventory of personal data and the list of evidence follow the schema. */
class InventarioTest extends ProvaDiProcesso {

  private static final Pattern RIGA =
      Pattern.compile("^\\| ([a-z_0-9]+) \\| ([a-z_0-9]+) \\| [^|]+ \\| (\\w+) \\|$");

  /** Columns that say who did something. */
  private static final Pattern CHI = Pattern.compile("\\w+\\.(chi|utente|\\w+_da)");

  /** Acts for others are joined to what the engine logs; a section shows who wrote last. */
  private static final Set<String> RACCONTATE_ALTROVE =
      Set.of("atto_per_conto.chi", "sezione_documento.aggiornata_da");

  /** Who speaks in them is an outsider: who recorded it is in registrato_da. */
  private static final Set<String> CHI_E_UN_ESTERNO =
      Set.of("parere_documento.chi", "osservazione_documento.chi");

  private final Inventario inventario = Inventario.leggi();
  @Autowired private JdbcClient jdbc;

  @Test
  void ogniColonnaDiTestoEClassificata() {
    var classificate = new TreeSet<String>();
    var tabelle = new HashSet<String>();
    for (var colonna : colonneDiTesto()) {
      tabelle.add(colonna.substring(0, colonna.indexOf('.')));
    }
    inventario
        .dati()
        .forEach((t, colonne) -> colonne.keySet().forEach(c -> classificate.add(t + "." + c)));
    tabelle.forEach(
        tabella ->
            inventario
                .altri(tabella)
                .forEach(c -> assertThat(classificate.add(tabella + "." + c)).isTrue()));

    assertThat(classificate).isEqualTo(colonneDiTesto());
  }

  @Test
  void ilDocumentoDiceLoStesso() throws IOException {
    var nelDocumento =
        Files.readAllLines(Path.of("src/docs/privacy/inventario.md")).stream()
            .map(RIGA::matcher)
            .filter(m -> m.matches())
            .map(m -> m.group(1) + "." + m.group(2) + " " + m.group(3))
            .collect(Collectors.toCollection(TreeSet::new));
    var nellInventario = new TreeSet<String>();
    inventario
        .dati()
        .forEach(
            (t, colonne) -> colonne.forEach((c, k) -> nellInventario.add(t + "." + c + " " + k)));

    assertThat(nelDocumento).isEqualTo(nellInventario);
  }

  @Test
  void chiHaFattoCosaStaNelRegistro() {
    var registrate =
        Arrays.stream(Prova.values())
            .map(prova -> prova.tabella() + "." + prova.chi())
            .collect(Collectors.toSet());
    var mancanti =
        colonneDiTesto().stream()
            .filter(c -> CHI.matcher(c).matches())
            .filter(c -> !RACCONTATE_ALTROVE.contains(c) && !CHI_E_UN_ESTERNO.contains(c))
            .filter(c -> !registrate.contains(c))
            .toList();

    assertThat(mancanti).isEmpty();
  }

  private Set<String> colonneDiTesto() {
    List<String> colonne =
        jdbc.sql(
                """
                select lower(table_name) || '.' || lower(column_name)
                from information_schema.columns
                where lower(data_type) in ('character varying', 'character large object', 'text')
                  and lower(table_schema) = 'public'
                  and lower(table_name) not like 'act_%'
                  and lower(table_name) <> 'flyway_schema_history'""")
            .query(String.class)
            .list();
    return new TreeSet<>(colonne);
  }
}
