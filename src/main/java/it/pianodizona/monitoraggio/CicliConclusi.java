package it.pianodizona.monitoraggio;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.CellaErrata;
import it.pianodizona.fascicolo.Impronta;
import it.pianodizona.monitoraggio.CicloConcluso.PerAts;
import it.pianodizona.monitoraggio.CicloConcluso.PerObiettivo;
import it.pianodizona.monitoraggio.TotaliDalFile.Totale;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The totals of the cycles that ended before this application, imported from a file. All of a file
 * or nothing of it; a triennio imported again is replaced as a whole, and what it was before stays
 * on record.
 */
@Service
@Transactional
public class CicliConclusi {

  private final JdbcClient jdbc;
  private final JdbcTemplate lotti;
  private final Clock orologio;

  CicliConclusi(JdbcClient jdbc, JdbcTemplate lotti, Clock orologio) {
    this.jdbc = jdbc;
    this.lotti = lotti;
    this.orologio = orologio;
  }

  /** The columns of the file, in order. */
  public static List<String> colonne() {
    return TotaliDalFile.COLONNE;
  }

  /**
   * What came of an import.
   *
   * @param errori the cells to correct; with any of them nothing was imported
   * @param totali rows imported
   */
  public record Esito(List<CellaErrata> errori, List<String> trienni, int totali) {

    public boolean riuscito() {
      return errori.isEmpty();
    }
  }

  /**
   * Imports a CSV or XLSX file.
   *
   * @param chi user, or the command that imports
   * @throws DatoNonValido when the file is not a table of totals
   */
  public Esito importa(String nomeFile, byte[] contenuto, String chi) {
    var lettura = TotaliDalFile.leggi(contenuto, nomiDelleAts());
    if (!lettura.errori().isEmpty()) {
      return new Esito(lettura.errori(), List.of(), 0);
    }
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into importazione_cicli (nome_file, sha256, importata, importata_da)
            values (?, ?, ?, ?)""")
        .params(
            nomeFile.length() > 150 ? nomeFile.substring(0, 150) : nomeFile,
            Impronta.sha256(contenuto),
            OffsetDateTime.now(orologio),
            chi)
        .update(chiave, "id");
    long importazione = chiave.getKeyAs(Long.class);
    lotti.batchUpdate(
        """
        insert into totale_ciclo
          (importazione_id, triennio, indicatore, codice_ats, obiettivo, al, valore, fonte)
        values (?, ?, ?, ?, ?, ?, ?, ?)""",
        lettura.totali().stream()
            .map(
                t ->
                    new Object[] {
                      importazione,
                      t.triennio(),
                      t.indicatore().name(),
                      t.codiceAts(),
                      t.obiettivo(),
                      t.al(),
                      t.valore(),
                      t.fonte()
                    })
            .toList());
    return new Esito(
        List.of(),
        lettura.totali().stream().map(Totale::triennio).distinct().sorted().toList(),
        lettura.totali().size());
  }

  private record Riga(Totale totale, String nomeFile, ZonedDateTime importato) {}

  /** What is known of each past cycle, the newest first. */
  @Transactional(readOnly = true)
  public List<CicloConcluso> elenco() {
    var righe =
        jdbc.sql(
                """
                select t.triennio, t.indicatore, t.codice_ats, t.obiettivo, t.al, t.valore, t.fonte,
                       i.nome_file, i.importata
                  from totale_ciclo t join importazione_cicli i on i.id = t.importazione_id
                 where t.importazione_id = (select max(u.importazione_id) from totale_ciclo u
                                             where u.triennio = t.triennio)
                 order by t.id""")
            .query(
                (riga, numero) ->
                    new Riga(
                        new Totale(
                            riga.getString("triennio"),
                            IndicatoreCiclo.valueOf(riga.getString("indicatore")),
                            riga.getString("codice_ats"),
                            riga.getString("obiettivo"),
                            riga.getObject("al", LocalDate.class),
                            riga.getInt("valore"),
                            riga.getString("fonte")),
                        riga.getString("nome_file"),
                        riga.getObject("importata", OffsetDateTime.class)
                            .atZoneSameInstant(Termini.ROMA)))
            .list();
    var ats = nomiDelleAts();
    return righe.stream()
        .collect(
            Collectors.groupingBy(r -> r.totale().triennio(), TreeMap::new, Collectors.toList()))
        .descendingMap()
        .values()
        .stream()
        .map(insieme -> ciclo(insieme, ats))
        .toList();
  }

  private static CicloConcluso ciclo(List<Riga> righe, Map<String, String> ats) {
    var totali = righe.stream().map(Riga::totale).toList();
    var accordi =
        totali.stream()
            .map(Totale::codiceAts)
            .filter(Objects::nonNull)
            .distinct()
            .map(
                codice ->
                    new PerAts(
                        codice,
                        ats.get(codice),
                        somma(totali, IndicatoreCiclo.AMBITI_CON_ACCORDO, codice, null),
                        somma(totali, IndicatoreCiclo.AMBITI_SENZA_ACCORDO, codice, null)))
            .sorted(Comparator.comparing(PerAts::codiceAts))
            .toList();
    var progetti =
        totali.stream()
            .map(Totale::obiettivo)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .map(
                obiettivo ->
                    new PerObiettivo(
                        obiettivo,
                        somma(totali, IndicatoreCiclo.PROGETTI_PRESENTATI, null, obiettivo),
                        somma(totali, IndicatoreCiclo.PROGETTI_APPROVATI, null, obiettivo)))
            .toList();
    return new CicloConcluso(
        totali.get(0).triennio(),
        totali.stream().map(Totale::al).filter(Objects::nonNull).findFirst().orElse(null),
        accordi,
        progetti,
        totali.stream().map(Totale::fonte).distinct().toList(),
        righe.get(0).nomeFile(),
        righe.get(0).importato());
  }

  private static int somma(
      List<Totale> totali, IndicatoreCiclo indicatore, String ats, String obiettivo) {
    return totali.stream()
        .filter(t -> t.indicatore() == indicatore)
        .filter(t -> Objects.equals(t.codiceAts(), ats))
        .filter(t -> Objects.equals(t.obiettivo(), obiettivo))
        .mapToInt(Totale::valore)
        .sum();
  }

  private Map<String, String> nomiDelleAts() {
    return jdbc
        .sql("select codice, denominazione from ats")
        .query(
            (riga, numero) -> Map.entry(riga.getString("codice"), riga.getString("denominazione")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
