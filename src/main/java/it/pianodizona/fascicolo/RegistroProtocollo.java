package it.pianodizona.fascicolo;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.Protocollo.Verso;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading the protocol register of an Ambito, and annulling a row of it (art. 54 DPR 445/2000). */
@Service
@Transactional
public class RegistroProtocollo {

  /** Rows of one page of the register. */
  public static final int PER_PAGINA = 50;

  private static final String VOCI =
      """
      select p.*, a.motivo, a.provvedimento, a.chi, a.quando
      from protocollo p
      left join annullamento_protocollo a
        on a.codice_ambito = p.codice_ambito and a.anno = p.anno and a.numero = p.numero
      where p.codice_ambito = ? and p.anno = ?""";

  private static final String CERCATE =
      """
       and (lower(p.oggetto) like ? escape '!' or lower(coalesce(p.corrispondente, '')) like ?
            escape '!' or cast(p.numero as varchar(20)) = ?)""";

  private final JdbcClient jdbc;
  private final Clock orologio;

  RegistroProtocollo(JdbcClient jdbc, Clock orologio) {
    this.jdbc = jdbc;
    this.orologio = orologio;
  }

  /** A page of rows and how many there are in all. */
  public record Pagina(List<VoceProtocollo> voci, int numero, int totale) {

    public int ultima() {
      return Math.max(1, (totale + PER_PAGINA - 1) / PER_PAGINA);
    }
  }

  /** The years in which an Ambito registered something, newest first. */
  @Transactional(readOnly = true)
  public List<Integer> anni(String codiceAmbito) {
    return jdbc.sql(
            "select anno from registro_protocollo where codice_ambito = ? order by anno desc")
        .param(codiceAmbito)
        .query(Integer.class)
        .list();
  }

  /**
   * The rows of a year, newest first.
   *
   * @param cercato words of the subject or of the other party, or a number; blank for all
   * @param pagina from 1
   */
  @Transactional(readOnly = true)
  public Pagina voci(String codiceAmbito, int anno, String cercato, int pagina) {
    var testo = cercato == null ? "" : cercato.strip().toLowerCase(Locale.ITALIAN);
    var filtro = testo.isEmpty() ? "" : CERCATE;
    var conta =
        jdbc.sql("select count(*) from (" + VOCI + filtro + ") trovate")
            .param(codiceAmbito)
            .param(anno);
    var leggi =
        jdbc.sql(
                VOCI
                    + filtro
                    + " order by p.numero desc offset %d rows fetch next %d rows only"
                        .formatted((Math.max(1, pagina) - 1) * PER_PAGINA, PER_PAGINA))
            .param(codiceAmbito)
            .param(anno);
    if (!testo.isEmpty()) {
      var simile = "%" + testo.replaceAll("([!%_])", "!$1") + "%";
      var numero = testo.replaceFirst("^0+(?=\\d)", "");
      conta = conta.param(simile).param(simile).param(numero);
      leggi = leggi.param(simile).param(simile).param(numero);
    }
    return new Pagina(
        leggi.query(RegistroProtocollo::voce).list(),
        Math.max(1, pagina),
        conta.query(Integer.class).single());
  }

  @Transactional(readOnly = true)
  public Optional<VoceProtocollo> voce(String codiceAmbito, NumeroProtocollo numero) {
    return jdbc.sql(VOCI + " and p.numero = ?")
        .params(codiceAmbito, numero.anno(), numero.numero())
        .query(RegistroProtocollo::voce)
        .optional();
  }

  /** The registrations of the documents of a plan, by id of the document. */
  @Transactional(readOnly = true)
  public Map<Long, VoceProtocollo> delPiano(long pianoId) {
    var voci = new HashMap<Long, VoceProtocollo>();
    jdbc.sql(
            """
            select d.id as documento, p.*, a.motivo, a.provvedimento, a.chi, a.quando
            from documento_fascicolo d
            join piano pi on pi.id = d.piano_id
            join protocollo p on p.codice_ambito = pi.codice_ambito
              and d.protocollo
                = lpad(cast(p.numero as varchar(7)), 7, '0') || '/' || cast(p.anno as varchar(4))
            left join annullamento_protocollo a
              on a.codice_ambito = p.codice_ambito and a.anno = p.anno and a.numero = p.numero
            where d.piano_id = ?""")
        .param(pianoId)
        .query(
            riga -> {
              voci.put(riga.getLong("documento"), voce(riga, 0));
            });
    return voci;
  }

  /**
   * Annuls a row: it stays visible, with the reason and who decided.
   *
   * @param provvedimento the act that authorises it
   * @param chi login
   * @throws DatoNonValido when the row does not exist or is annulled already, or a text is missing
   */
  public void annulla(
      String codiceAmbito,
      NumeroProtocollo numero,
      String motivo,
      String provvedimento,
      String chi) {
    if (voce(codiceAmbito, numero).isEmpty()) {
      throw new DatoNonValido("Protocollo", numero, "un numero del registro");
    }
    try {
      jdbc.sql(
              """
              insert into annullamento_protocollo
                (codice_ambito, anno, numero, motivo, provvedimento, chi, quando)
              values (?, ?, ?, ?, ?, ?, ?)""")
          .params(
              codiceAmbito,
              numero.anno(),
              numero.numero(),
              testo("Motivo", motivo, 500),
              testo("Provvedimento", provvedimento, 200),
              chi,
              OffsetDateTime.now(orologio))
          .update();
    } catch (DuplicateKeyException giaAnnullata) {
      throw DatoNonValido.regola("Protocollo", "il numero " + numero + " è già annullato.");
    }
  }

  private static String testo(String campo, String testo, int massimo) {
    if (testo == null || testo.isBlank() || testo.strip().length() > massimo) {
      throw new DatoNonValido(campo, testo, "un testo da 1 a %d caratteri".formatted(massimo));
    }
    return testo.strip();
  }

  private static VoceProtocollo voce(ResultSet riga, int numero) throws SQLException {
    var quando = istante(riga, "quando");
    return new VoceProtocollo(
        riga.getString("codice_ambito"),
        new NumeroProtocollo(riga.getInt("anno"), riga.getInt("numero")),
        Verso.valueOf(riga.getString("verso")),
        riga.getString("oggetto"),
        riga.getString("corrispondente"),
        istante(riga, "registrato"),
        quando == null
            ? null
            : new VoceProtocollo.Annullamento(
                riga.getString("motivo"),
                riga.getString("provvedimento"),
                riga.getString("chi"),
                quando));
  }

  private static ZonedDateTime istante(ResultSet riga, String colonna) throws SQLException {
    var istante = riga.getObject(colonna, OffsetDateTime.class);
    return istante == null ? null : istante.atZoneSameInstant(Termini.ROMA);
  }
}
