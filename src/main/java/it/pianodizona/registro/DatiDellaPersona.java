package it.pianodizona.registro;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything the application knows about one person, for who asks for his or her own data
 * (regulation EU 2016/679, art. 15): the rows in which a column of the inventory is the given name,
 * address or login, whatever the case of its letters.
 */
@Service
public class DatiDellaPersona {

  /** What the engine keeps of its users, in the same form as our tables. */
  private static final Map<String, List<String>> DEL_MOTORE =
      Map.of(
          "act_id_user", List.of("id_", "first_", "last_", "email_"),
          "act_hi_op_log", List.of("user_id_"),
          "act_hi_taskinst", List.of("assignee_"));

  private final JdbcClient jdbc;
  private final Inventario inventario = Inventario.leggi();

  DatiDellaPersona(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param chi a name, an address or a login, in full
   * @return rows by table, each with its personal columns only; tables without rows are left out
   */
  @Transactional(readOnly = true)
  public Map<String, List<Map<String, Object>>> di(String chi) {
    var trovati = new TreeMap<String, List<Map<String, Object>>>();
    inventario
        .dati()
        .forEach((tabella, colonne) -> cerca(tabella, List.copyOf(colonne.keySet()), chi, trovati));
    DEL_MOTORE.forEach((tabella, colonne) -> cerca(tabella, colonne, chi, trovati));
    return trovati;
  }

  private void cerca(
      String tabella,
      List<String> colonne,
      String chi,
      Map<String, List<Map<String, Object>>> trovati) {
    // names of tables and columns come from our own inventory, never from who asks
    var dove =
        colonne.stream()
            .map(c -> "lower(" + c + ") = lower(:chi)")
            .collect(Collectors.joining(" or "));
    var righe =
        jdbc.sql("select " + String.join(", ", colonne) + " from " + tabella + " where " + dove)
            .param("chi", chi)
            .query(
                (riga, n) -> {
                  Map<String, Object> valori = new LinkedHashMap<>();
                  for (var colonna : colonne) {
                    valori.put(colonna, riga.getString(colonna));
                  }
                  return valori;
                })
            .list();
    if (!righe.isEmpty()) {
      trovati.put(tabella, righe);
    }
  }
}
