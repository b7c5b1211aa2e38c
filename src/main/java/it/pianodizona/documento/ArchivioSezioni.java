package it.pianodizona.documento;

import it.pianodizona.comune.Termini;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the parts of each version and of their history. */
@Component
class ArchivioSezioni {

  private final JdbcClient jdbc;
  private final Clock orologio;

  ArchivioSezioni(JdbcClient jdbc, Clock orologio) {
    this.jdbc = jdbc;
    this.orologio = orologio;
  }

  Map<Parte, Sezione> sezioni(long documentoId) {
    var sezioni = new EnumMap<Parte, Sezione>(Parte.class);
    jdbc.sql("select * from sezione_documento where documento_id = ? order by parte")
        .param(documentoId)
        .query(ArchivioSezioni::sezione)
        .list()
        .forEach(sezione -> sezioni.put(sezione.parte(), sezione));
    return sezioni;
  }

  void apri(long documentoId, Parte parte, StatoSezione stato, String responsabile, String testo) {
    jdbc.sql(
            """
            insert into sezione_documento
              (documento_id, parte, stato, responsabile, testo, consegnata, revisione, aggiornata,
               aggiornata_da)
            values (?, ?, ?, ?, ?, false, 1, ?, 'sistema')""")
        .params(
            documentoId,
            parte.numero(),
            stato.name(),
            responsabile,
            testo,
            OffsetDateTime.now(orologio))
        .update();
  }

  /** False when somebody saved a later revision. */
  boolean scrivi(long documentoId, Parte parte, int revisione, TestoSezione nuovo, String chi) {
    return jdbc.sql(
                """
                update sezione_documento
                set revisione = revisione + 1, stato = ?, responsabile = ?, testo = ?,
                    aggiornata = ?, aggiornata_da = ?
                where documento_id = ? and parte = ? and revisione = ?""")
            .params(
                nuovo.stato().name(),
                nuovo.responsabile(),
                nuovo.testo(),
                OffsetDateTime.now(orologio),
                chi,
                documentoId,
                parte.numero(),
                revisione)
            .update()
        == 1;
  }

  /** A card changed: the part is being worked on. */
  void segnaInLavorazione(long documentoId, Parte parte, String chi) {
    jdbc.sql(
            """
            update sezione_documento
            set stato = 'IN_LAVORAZIONE', aggiornata = ?, aggiornata_da = ?
            where documento_id = ? and parte = ?""")
        .params(OffsetDateTime.now(orologio), chi, documentoId, parte.numero())
        .update();
  }

  void consegna(long documentoId, Collection<Parte> parti) {
    for (var parte : parti) {
      jdbc.sql(
              "update sezione_documento set consegnata = true where documento_id = ? and parte = ?")
          .params(documentoId, parte.numero())
          .update();
    }
  }

  void annota(long documentoId, Parte parte, String oggetto, String testo, String chi) {
    jdbc.sql(
            """
            insert into stesura_documento (documento_id, parte, oggetto, testo, chi, quando)
            values (?, ?, ?, ?, ?, ?)""")
        .params(documentoId, parte.numero(), oggetto, testo, chi, OffsetDateTime.now(orologio))
        .update();
  }

  List<Stesura> storia(long documentoId, Parte parte) {
    return jdbc.sql(
            """
            select * from stesura_documento where documento_id = ? and parte = ?
            order by id desc""")
        .params(documentoId, parte.numero())
        .query(ArchivioSezioni::stesura)
        .list();
  }

  Optional<Stesura> stesura(long documentoId, long id) {
    return jdbc.sql("select * from stesura_documento where documento_id = ? and id = ?")
        .params(documentoId, id)
        .query(ArchivioSezioni::stesura)
        .optional();
  }

  private static Sezione sezione(ResultSet riga, int numero) throws SQLException {
    return new Sezione(
        riga.getLong("documento_id"),
        Parte.di(riga.getInt("parte")),
        StatoSezione.valueOf(riga.getString("stato")),
        riga.getString("responsabile"),
        riga.getString("testo"),
        riga.getBoolean("consegnata"),
        riga.getInt("revisione"),
        riga.getObject("aggiornata", OffsetDateTime.class).atZoneSameInstant(Termini.ROMA),
        riga.getString("aggiornata_da"));
  }

  private static Stesura stesura(ResultSet riga, int numero) throws SQLException {
    return new Stesura(
        riga.getLong("id"),
        Parte.di(riga.getInt("parte")),
        riga.getString("oggetto"),
        riga.getString("testo"),
        riga.getString("chi"),
        riga.getObject("quando", OffsetDateTime.class).atZoneSameInstant(Termini.ROMA));
  }
}
