package it.pianodizona.premialita.libro;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import it.pianodizona.fascicolo.Allegati;
import it.pianodizona.fascicolo.CellaErrata;
import it.pianodizona.fascicolo.FoglioDiCalcolo;
import it.pianodizona.fascicolo.FormatoFile;
import it.pianodizona.piano.Piani;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the ledger with the files of the regional treasury and keeps what was found, line by
 * line.
 */
@Service
@Transactional
public class Riconciliazioni {

  /** The columns of the file; the last one may be missing. */
  public static final List<String> COLONNE =
      List.of("mandato", "data", "atto", "beneficiario", "importo", "movimento");

  private static final Set<FormatoFile> FORMATI =
      Set.of(FormatoFile.CSV, FormatoFile.TESTO, FormatoFile.XLSX);
  private static final String FILE = "File della tesoreria";
  private static final DateTimeFormatter ITALIANA =
      DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final JdbcClient jdbc;
  private final JdbcTemplate lotti;
  private final LibroPremialita libro;
  private final Piani piani;
  private final Allegati allegati;
  private final Clock orologio;

  Riconciliazioni(
      JdbcClient jdbc,
      JdbcTemplate lotti,
      LibroPremialita libro,
      Piani piani,
      Allegati allegati,
      Clock orologio) {
    this.jdbc = jdbc;
    this.lotti = lotti;
    this.libro = libro;
    this.piani = piani;
    this.allegati = allegati;
    this.orologio = orologio;
  }

  /**
   * What became of a file.
   *
   * @param id of the comparison; empty when some cell is wrong and nothing was compared
   */
  public record Esito(Optional<Long> id, List<CellaErrata> errori) {}

  /**
   * Compares a file with the movements of a triennio whose act is in a period.
   *
   * @throws DatoNonValido when the file is no table of the treasury, or the period is the wrong way
   *     round
   */
  public Esito esegui(
      String triennio,
      LocalDate dal,
      LocalDate al,
      String nomeFile,
      byte[] contenuto,
      String utente) {
    piani.triennio(triennio);
    if (al.isBefore(dal)) {
      throw new DatoNonValido("Al", al, "un giorno dal " + ITALIANA.format(dal) + " in poi");
    }
    var file = allegati.controlla(FILE, nomeFile, contenuto, FORMATI);
    var errori = new ArrayList<CellaErrata>();
    var righe = righe(FoglioDiCalcolo.leggi(FILE, file), errori);
    if (!errori.isEmpty()) {
      return new Esito(Optional.empty(), errori);
    }
    var movimenti =
        libro.delTriennio(triennio).stream()
            .filter(m -> !m.uscita().equals(Denaro.ZERO))
            .filter(m -> !m.data().isBefore(dal) && !m.data().isAfter(al))
            .toList();
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into riconciliazione
              (triennio, dal, al, nome_file, sha256, righe, totale_tesoreria, totale_libro, utente,
               eseguita)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            triennio,
            dal,
            al,
            file.nomeFile(),
            file.sha256(),
            righe.size(),
            Denaro.somma(righe.stream().map(RigaTesoreria::importo).toList()).importo(),
            Denaro.somma(movimenti.stream().map(Movimento::uscita).toList()).importo(),
            utente,
            OffsetDateTime.now(orologio))
        .update(chiave, "id");
    long id = chiave.getKeyAs(Number.class).longValue();
    lotti.batchUpdate(
        """
        insert into riconciliazione_riga
          (riconciliazione_id, esito, movimento_id, riga_file, mandato, atto, beneficiario,
           importo_tesoreria, importo_libro, spiegazione)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        Riscontro.confronta(movimenti, righe).stream().map(v -> parametri(id, v)).toList());
    return new Esito(Optional.of(id), List.of());
  }

  /** The comparisons of a triennio, newest first, without their lines. */
  @Transactional(readOnly = true)
  public List<Riconciliazione> elenco(String triennio) {
    return jdbc.sql(lettura("c.triennio = ?") + " order by c.id desc")
        .param(triennio)
        .query(Riconciliazioni::riconciliazione)
        .list();
  }

  /** A comparison with all its lines; empty when no comparison has that id. */
  @Transactional(readOnly = true)
  public Optional<Riconciliazione> cerca(long id) {
    return jdbc.sql(lettura("c.id = ?"))
        .param(id)
        .query(Riconciliazioni::riconciliazione)
        .optional()
        .map(
            r ->
                r.con(
                    jdbc.sql(
                            """
                            select * from riconciliazione_riga where riconciliazione_id = ?
                             order by id""")
                        .param(id)
                        .query(Riconciliazioni::voce)
                        .list()));
  }

  private static String lettura(String condizione) {
    return """
        select c.*, (select count(*) from riconciliazione_riga v
                      where v.riconciliazione_id = c.id
                        and v.esito not in ('CORRISPONDE', 'ANNULLATO')) differenze
          from riconciliazione c where """
        + " "
        + condizione;
  }

  private static Object[] parametri(long id, Riscontro.Voce voce) {
    var riga = voce.riga();
    var movimento = voce.movimento();
    return new Object[] {
      id,
      voce.esito().name(),
      movimento == null ? null : movimento.id(),
      riga == null ? null : riga.numero(),
      riga == null ? null : riga.mandato(),
      riga == null ? movimento.atto() : riga.atto(),
      riga == null ? movimento.beneficiario() : riga.beneficiario(),
      riga == null ? null : riga.importo().importo(),
      movimento == null ? null : movimento.uscita().importo(),
      voce.spiegazione()
    };
  }

  private static List<RigaTesoreria> righe(FoglioDiCalcolo foglio, List<CellaErrata> errori) {
    var nomi = foglio.colonne().stream().map(c -> c.toLowerCase(Locale.ITALIAN)).toList();
    for (var nome : COLONNE.subList(0, COLONNE.size() - 1)) {
      if (!nomi.contains(nome)) {
        throw DatoNonValido.regola(
            FILE,
            "manca la colonna «%s»; servono %s."
                .formatted(nome, String.join(", ", COLONNE.subList(0, COLONNE.size() - 1))));
      }
    }
    var righe = new ArrayList<RigaTesoreria>();
    for (var riga : foglio.righe()) {
      var lettore = new Lettore(nomi, riga, errori);
      var letta =
          new RigaTesoreria(
              riga.numero(),
              lettore.testo("mandato", 100, true),
              lettore.data("data"),
              lettore.testo("movimento", 30, false),
              lettore.testo("atto", 200, true),
              lettore.testo("beneficiario", 300, true),
              lettore.importo("importo"));
      righe.add(letta);
    }
    return righe;
  }

  /** The cells of one row, with what is wrong in them. */
  private record Lettore(List<String> nomi, FoglioDiCalcolo.Riga riga, List<CellaErrata> errori) {

    String testo(String colonna, int lunghezza, boolean obbligatorio) {
      var valore = valore(colonna);
      if (obbligatorio && valore.isEmpty() || valore.length() > lunghezza) {
        errata(colonna, "un testo di al massimo %d caratteri".formatted(lunghezza));
      }
      return valore;
    }

    LocalDate data(String colonna) {
      var valore = valore(colonna);
      try {
        return valore.contains("/") ? LocalDate.parse(valore, ITALIANA) : LocalDate.parse(valore);
      } catch (DateTimeParseException e) {
        errata(colonna, "una data, per esempio 2024-09-12 oppure 12/09/2024");
        return null;
      }
    }

    Denaro importo(String colonna) {
      try {
        return Denaro.euro(valore(colonna));
      } catch (DatoNonValido e) {
        errata(colonna, "un importo in euro, per esempio 4000,00; con il meno se è un incasso");
        return Denaro.ZERO;
      }
    }

    private String valore(String colonna) {
      int posto = nomi.indexOf(colonna);
      return posto < 0 ? "" : riga.celle().get(posto);
    }

    private void errata(String colonna, String accettato) {
      int posto = nomi.indexOf(colonna);
      errori.add(new CellaErrata(riga.cella(posto), colonna, valore(colonna), accettato));
    }
  }

  private static Riconciliazione riconciliazione(ResultSet riga, int numero) throws SQLException {
    return new Riconciliazione(
        riga.getLong("id"),
        riga.getString("triennio"),
        riga.getObject("dal", LocalDate.class),
        riga.getObject("al", LocalDate.class),
        riga.getString("nome_file"),
        riga.getInt("righe"),
        riga.getInt("differenze"),
        Denaro.euro(riga.getBigDecimal("totale_tesoreria")),
        Denaro.euro(riga.getBigDecimal("totale_libro")),
        riga.getString("utente"),
        riga.getObject("eseguita", OffsetDateTime.class),
        List.of());
  }

  private static Riconciliazione.Voce voce(ResultSet riga, int numero) throws SQLException {
    var movimento = riga.getObject("movimento_id", Long.class);
    return new Riconciliazione.Voce(
        EsitoRiscontro.valueOf(riga.getString("esito")),
        riga.getObject("riga_file", Integer.class),
        riga.getString("mandato"),
        movimento == null ? null : Movimento.numero(movimento),
        riga.getString("atto"),
        riga.getString("beneficiario"),
        importo(riga, "importo_tesoreria"),
        importo(riga, "importo_libro"),
        riga.getString("spiegazione"));
  }

  private static Denaro importo(ResultSet riga, String colonna) throws SQLException {
    var importo = riga.getBigDecimal(colonna);
    return importo == null ? null : Denaro.euro(importo);
  }
}
