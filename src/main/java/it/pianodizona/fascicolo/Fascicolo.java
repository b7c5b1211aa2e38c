package it.pianodizona.fascicolo;

import it.pianodizona.comune.Catena;
import it.pianodizona.comune.Termini;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The dossier of each plan (art. 41 CAD). Documents are only added, never changed or removed: a new
 * version is a new document.
 */
@Service
public class Fascicolo {

  private final JdbcClient jdbc;
  private final RegistroDeiDocumenti registro;
  private final Clock orologio;

  Fascicolo(JdbcClient jdbc, RegistroDeiDocumenti registro, Clock orologio) {
    this.jdbc = jdbc;
    this.registro = registro;
    this.orologio = orologio;
  }

  /** Keeps a document; needs the transaction of the act it belongs to. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Documento conserva(NuovoDocumento nuovo) {
    var inserito = Catena.conservabile(OffsetDateTime.now(orologio));
    String sha256 = Impronta.sha256(nuovo.contenuto());
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into documento_fascicolo
              (piano_id, riferimento, tipo, titolo, nome_file, tipo_contenuto, dimensione, sha256,
               protocollo, inserito_da, inserito)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            nuovo.pianoId(),
            nuovo.riferimento(),
            nuovo.tipo().name(),
            nuovo.titolo(),
            nuovo.nomeFile(),
            nuovo.tipoContenuto(),
            nuovo.contenuto().length,
            sha256,
            nuovo.protocollo(),
            nuovo.inseritoDa(),
            inserito)
        .update(chiave, "id");
    long id = chiave.getKeyAs(Number.class).longValue();
    jdbc.sql("insert into contenuto_fascicolo (documento_id, contenuto) values (?, ?)")
        .params(id, new SqlBinaryValue(nuovo.contenuto()))
        .update();
    var documento =
        new Documento(
            id,
            nuovo.pianoId(),
            nuovo.riferimento(),
            nuovo.tipo(),
            nuovo.titolo(),
            nuovo.nomeFile(),
            nuovo.tipoContenuto(),
            nuovo.contenuto().length,
            sha256,
            nuovo.protocollo(),
            nuovo.inseritoDa(),
            inserito);
    registro.aggiungi(documento);
    return documento;
  }

  @Transactional(readOnly = true)
  public Optional<Documento> documento(long id) {
    return jdbc.sql("select * from documento_fascicolo where id = ?")
        .param(id)
        .query(Fascicolo::documento)
        .optional();
  }

  /** Every document of a plan, in the order in which they were kept. */
  @Transactional(readOnly = true)
  public List<Documento> delPiano(long pianoId) {
    return jdbc.sql("select * from documento_fascicolo where piano_id = ? order by id")
        .param(pianoId)
        .query(Fascicolo::documento)
        .list();
  }

  /** The documents of one object of a plan, in the order in which they were kept. */
  @Transactional(readOnly = true)
  public List<Documento> di(long pianoId, String riferimento) {
    return jdbc.sql(
            """
            select * from documento_fascicolo where piano_id = ? and riferimento = ?
            order by id""")
        .params(pianoId, riferimento)
        .query(Fascicolo::documento)
        .list();
  }

  /** The documents of an Ambito with this protocol number, in the order in which they were kept. */
  @Transactional(readOnly = true)
  public List<Documento> conProtocollo(String codiceAmbito, NumeroProtocollo numero) {
    return jdbc.sql(
            """
            select d.* from documento_fascicolo d join piano p on p.id = d.piano_id
            where p.codice_ambito = ? and d.protocollo = ? order by d.id""")
        .params(codiceAmbito, numero.toString())
        .query(Fascicolo::documento)
        .list();
  }

  /**
   * The bytes of a document, checked against its SHA-256.
   *
   * @throws DocumentoAlterato when they no longer match
   */
  @Transactional(readOnly = true)
  public byte[] contenuto(long id) {
    var letto =
        jdbc.sql(
                """
                select d.sha256, c.contenuto from documento_fascicolo d
                join contenuto_fascicolo c on c.documento_id = d.id where d.id = ?""")
            .param(id)
            .query((riga, n) -> new Letto(riga.getString("sha256"), riga.getBytes("contenuto")))
            .single();
    if (!Impronta.sha256(letto.contenuto()).equals(letto.sha256())) {
      throw new DocumentoAlterato(id);
    }
    return letto.contenuto();
  }

  private record Letto(String sha256, byte[] contenuto) {}

  static Documento documento(ResultSet riga, int numero) throws SQLException {
    return new Documento(
        riga.getLong("id"),
        riga.getLong("piano_id"),
        riga.getString("riferimento"),
        TipoDocumento.valueOf(riga.getString("tipo")),
        riga.getString("titolo"),
        riga.getString("nome_file"),
        riga.getString("tipo_contenuto"),
        riga.getLong("dimensione"),
        riga.getString("sha256"),
        riga.getString("protocollo"),
        riga.getString("inserito_da"),
        riga.getObject("inserito", OffsetDateTime.class)
            .atZoneSameInstant(Termini.ROMA)
            .toOffsetDateTime());
  }
}
