package it.pianodizona.assemblea;

import it.pianodizona.comune.Termini;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the votes of an attempt and says what they decide. */
final class Votazioni {

  private Votazioni() {}

  /** All of them, in order, those without quorum and those corrected later included. */
  static List<Votazione> di(JdbcClient jdbc, long approvazioneId) {
    return jdbc.sql(
            """
            select v.*, s.convocazione
              from votazione v join seduta s on s.id = v.seduta_id
             where s.approvazione_id = ? order by v.id
            """)
        .param(approvazioneId)
        .query(Votazioni::votazione)
        .list();
  }

  /** The points validly voted, and whether they were approved; a corrected vote does not count. */
  static Map<Punto, Boolean> decisi(List<Votazione> votazioni) {
    var corrette =
        votazioni.stream()
            .map(Votazione::corregge)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(HashSet::new));
    var decisi = new EnumMap<Punto, Boolean>(Punto.class);
    votazioni.stream()
        .filter(v -> v.valida() && !corrette.contains(v.id()))
        .forEach(v -> decisi.put(v.punto(), v.approvata()));
    return decisi;
  }

  /** What people are told about a rejection. */
  static String conteggio(Votazione votazione) {
    var scrutinio = votazione.scrutinio();
    return "%s non approvato: favorevoli %d, contrari %d, astenuti %d."
        .formatted(
            votazione.punto().descrizione(),
            scrutinio.favorevoli(),
            scrutinio.contrari(),
            scrutinio.astenuti());
  }

  private static Votazione votazione(ResultSet riga, int numero) throws SQLException {
    ZonedDateTime registrata = istante(riga, "registrata");
    return new Votazione(
        riga.getLong("id"),
        riga.getLong("catena_numero"),
        riga.getLong("seduta_id"),
        riga.getInt("convocazione"),
        Punto.valueOf(riga.getString("punto")),
        new Quorum(
            ModoQuorum.valueOf(riga.getString("modo_quorum")),
            riga.getInt("comuni"),
            riga.getInt("comuni_presenti"),
            riga.getInt("comuni_richiesti"),
            riga.getLong("popolazione"),
            riga.getLong("popolazione_presente"),
            riga.getLong("popolazione_richiesta")),
        new Scrutinio(
            riga.getLong("favorevoli"),
            riga.getLong("contrari"),
            riga.getLong("astenuti"),
            riga.getLong("voti_assemblea")),
        riga.getBoolean("valida"),
        riga.getBoolean("approvata"),
        riga.getObject("tenuta") == null ? registrata : istante(riga, "tenuta"),
        riga.getObject("corregge", Long.class),
        riga.getString("motivo"),
        registrata);
  }

  private static ZonedDateTime istante(ResultSet riga, String colonna) throws SQLException {
    return riga.getObject(colonna, OffsetDateTime.class).atZoneSameInstant(Termini.ROMA);
  }
}
