package it.pianodizona.attuazione.economia;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.attuazione.economia.PianoEconomico.Stato;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import it.pianodizona.comune.Termini;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The economic plans of a Piano di Zona, one for each year of its triennio. */
@Service
@Transactional
public class PianiEconomici {

  private final JdbcClient jdbc;
  private final JdbcTemplate jdbcTemplate;
  private final Piani piani;
  private final Anagrafica anagrafica;
  private final Clock orologio;

  PianiEconomici(
      JdbcClient jdbc,
      JdbcTemplate jdbcTemplate,
      Piani piani,
      Anagrafica anagrafica,
      Clock orologio) {
    this.jdbc = jdbc;
    this.jdbcTemplate = jdbcTemplate;
    this.piani = piani;
    this.anagrafica = anagrafica;
    this.orologio = orologio;
  }

  /** The plan's years, in order, whether or not their economic plan is written. */
  @Transactional(readOnly = true)
  public List<Integer> anni(long pianoId) {
    var triennio = piani.triennio(piani.riferimento(pianoId).triennio());
    var anni = new ArrayList<Integer>();
    for (int anno = triennio.inizio().getYear(); anno <= triennio.fine().getYear(); anno++) {
      anni.add(anno);
    }
    return anni;
  }

  /** The economic plans that are written, by year. */
  @Transactional(readOnly = true)
  public List<PianoEconomico> delPiano(long pianoId) {
    var voci = voci(pianoId);
    var quote = quote(pianoId);
    return jdbc.sql("select * from piano_economico where piano_id = ? order by anno")
        .param(pianoId)
        .query((riga, n) -> leggi(riga, voci, quote))
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<PianoEconomico> dellAnno(long pianoId, int anno) {
    return delPiano(pianoId).stream().filter(piano -> piano.anno() == anno).findFirst();
  }

  /**
   * What an office starts to write from: the economic plan of the year, or that of the year before
   * with today's Comuni, or the usual lines at zero.
   *
   * @throws DatoNonValido when the year is not one of the triennio
   */
  @Transactional(readOnly = true)
  public DatiEconomici proposta(long pianoId, int anno) {
    annoDelTriennio(pianoId, anno);
    var scritto = dellAnno(pianoId, anno);
    if (scritto.isPresent()) {
      return scritto.get().dati();
    }
    var ambito = piani.riferimento(pianoId).codiceAmbito();
    var comuni = anagrafica.comuniDi(ambito, LocalDate.now(orologio));
    var noti =
        comuni.stream()
            .map(c -> new Popolazione(c.codiceIstat(), c.denominazione(), c.popolazione()))
            .toList();
    var fonte =
        comuni.stream()
            .findFirst()
            .map(c -> "ISTAT, censimento della popolazione %d".formatted(c.annoPopolazione()))
            .orElse("ISTAT");
    // the census year, not the year that the quotas ask for: the page says that it is old
    var al =
        comuni.stream()
            .findFirst()
            .map(c -> LocalDate.of(c.annoPopolazione(), 12, 31))
            .orElse(LocalDate.of(anno - 1, 12, 31));
    return dellAnno(pianoId, anno - 1)
        .map(PianoEconomico::dati)
        .map(
            d ->
                new DatiEconomici(
                    d.voci(),
                    Denaro.ZERO,
                    d.quotaFissa(),
                    d.popolazioneAl(),
                    d.fontePopolazione(),
                    aggiornata(noti, d.popolazione()),
                    null))
        .orElseGet(
            () ->
                new DatiEconomici(Voce.CONSUETE, Denaro.ZERO, Denaro.ZERO, al, fonte, noti, null));
  }

  /** The Comuni of today, with the inhabitants of last year where they were there. */
  private static List<Popolazione> aggiornata(List<Popolazione> oggi, List<Popolazione> prima) {
    var perCodice = new HashMap<String, Popolazione>();
    prima.forEach(p -> perCodice.put(p.codiceIstat(), p));
    return oggi.stream().map(p -> perCodice.getOrDefault(p.codiceIstat(), p)).toList();
  }

  /**
   * Writes the economic plan of a year and computes what each Comune owes.
   *
   * @param revisione the one that was read before writing; 0 for one that is not written yet
   * @throws DatoNonValido when the Comuni are not those of the Ambito, the quotas cannot be
   *     computed, or the plan cannot be written any more
   * @throws ScritturaSuperata when somebody else saved in the meantime
   */
  public PianoEconomico scrivi(
      long pianoId, int anno, int revisione, DatiEconomici dati, String chi) {
    annoDelTriennio(pianoId, anno);
    jdbc.sql("select id from piano where id = ? for update")
        .param(pianoId)
        .query(Long.class)
        .single();
    var quote = dati.quote();
    dellAmbito(piani.riferimento(pianoId), dati.popolazione());
    var prima = dellAnno(pianoId, anno);
    if (prima.map(PianoEconomico::revisione).orElse(0) != revisione) {
      throw new ScritturaSuperata("Il piano economico dell'anno %d".formatted(anno));
    }
    prima
        .filter(piano -> piano.stato() != Stato.PREVISIONE)
        .ifPresent(
            piano -> {
              throw DatoNonValido.regola(
                  "Piano economico",
                  "quello dell'anno %d è %s e non si può modificare."
                      .formatted(anno, piano.stato().descrizione()));
            });
    long id = prima.map(PianoEconomico::id).orElseGet(() -> inserisci(pianoId, anno, dati));
    jdbc.sql(
            """
            update piano_economico set residui = ?, quota_fissa = ?, popolazione_al = ?,
              fonte_popolazione = ?, note = ?, revisione = ?
            where id = ?""")
        .params(
            dati.residui().importo(),
            dati.quotaFissa().importo(),
            dati.popolazioneAl(),
            dati.fontePopolazione(),
            dati.note(),
            revisione + 1,
            id)
        .update();
    sostituisci(id, dati.voci(), quote);
    var scritto = dellAnno(pianoId, anno).orElseThrow();
    jdbc.sql(
            """
            insert into piano_economico_storia (piano_economico_id, testo, chi, quando)
            values (?, ?, ?, ?)""")
        .params(
            id,
            "entrate %s, uscite %s, quote dei Comuni %s"
                .formatted(
                    scritto.totale(Voce.Parte.ENTRATA),
                    scritto.totale(Voce.Parte.USCITA),
                    scritto.totaleQuote()),
            chi,
            OffsetDateTime.now(orologio))
        .update();
    return scritto;
  }

  /** What one change made of an economic plan. */
  public record Modifica(String testo, String chi, ZonedDateTime quando) {}

  /** The changes of the economic plan of a year, oldest first. */
  @Transactional(readOnly = true)
  public List<Modifica> storia(PianoEconomico piano) {
    return jdbc.sql("select * from piano_economico_storia where piano_economico_id = ? order by id")
        .param(piano.id())
        .query(
            (riga, n) ->
                new Modifica(
                    riga.getString("testo"),
                    riga.getString("chi"),
                    riga.getObject("quando", OffsetDateTime.class).atZoneSameInstant(Termini.ROMA)))
        .list();
  }

  /** From here on nobody writes it, until the Assemblea has voted. */
  public void allAssemblea(long pianoId, int anno) {
    passa(pianoId, anno, Stato.IN_ASSEMBLEA, null);
  }

  /** The Assemblea did not reconfirm it: the office works on it again. */
  public void riporta(long pianoId, int anno) {
    passa(pianoId, anno, Stato.PREVISIONE, null);
  }

  /** The Assemblea reconfirmed it. */
  public void approva(long pianoId, int anno, String delibera) {
    passa(pianoId, anno, Stato.APPROVATO, delibera);
  }

  private void passa(long pianoId, int anno, Stato stato, String delibera) {
    jdbc.sql("update piano_economico set stato = ?, delibera = ? where piano_id = ? and anno = ?")
        .params(stato.name(), delibera, pianoId, anno)
        .update();
  }

  private void annoDelTriennio(long pianoId, int anno) {
    var anni = anni(pianoId);
    if (!anni.contains(anno)) {
      throw new DatoNonValido(
          "Anno", anno, "un anno del triennio, dal %d al %d".formatted(anni.get(0), anni.get(2)));
    }
  }

  private void dellAmbito(RiferimentoPiano piano, List<Popolazione> popolazione) {
    var attesi =
        anagrafica.comuniDi(piano.codiceAmbito(), LocalDate.now(orologio)).stream()
            .map(c -> c.codiceIstat())
            .sorted()
            .toList();
    var scritti = popolazione.stream().map(Popolazione::codiceIstat).sorted().toList();
    if (!attesi.equals(scritti)) {
      throw DatoNonValido.regola(
          "Comuni", "servono gli abitanti di ciascun Comune dell'Ambito, una volta sola.");
    }
  }

  private long inserisci(long pianoId, int anno, DatiEconomici dati) {
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into piano_economico
              (piano_id, anno, stato, residui, quota_fissa, popolazione_al, fonte_popolazione,
               revisione)
            values (?, ?, ?, ?, ?, ?, ?, 0)""")
        .params(
            pianoId,
            anno,
            Stato.PREVISIONE.name(),
            dati.residui().importo(),
            dati.quotaFissa().importo(),
            dati.popolazioneAl(),
            dati.fontePopolazione())
        .update(chiave, "id");
    return chiave.getKeyAs(Number.class).longValue();
  }

  private void sostituisci(long id, List<Voce> voci, List<Quota> quote) {
    jdbc.sql("delete from piano_economico_voce where piano_economico_id = ?").param(id).update();
    jdbc.sql("delete from piano_economico_quota where piano_economico_id = ?").param(id).update();
    var righe = new ArrayList<Object[]>();
    for (var voce : voci) {
      righe.add(
          new Object[] {
            id,
            righe.size() + 1,
            voce.parte().name(),
            voce.denominazione(),
            voce.importo().importo(),
            voce.daiComuni()
          });
    }
    jdbcTemplate.batchUpdate(
        """
        insert into piano_economico_voce
          (piano_economico_id, numero, parte, denominazione, importo, dai_comuni)
        values (?, ?, ?, ?, ?, ?)""",
        righe);
    jdbcTemplate.batchUpdate(
        """
        insert into piano_economico_quota
          (piano_economico_id, codice_istat, denominazione, abitanti, fissa, variabile)
        values (?, ?, ?, ?, ?, ?)""",
        quote.stream()
            .map(
                q ->
                    new Object[] {
                      id,
                      q.codiceIstat(),
                      q.denominazione(),
                      q.abitanti(),
                      q.fissa().importo(),
                      q.variabile().importo()
                    })
            .toList());
  }

  private Map<Long, List<Voce>> voci(long pianoId) {
    var voci = new HashMap<Long, List<Voce>>();
    jdbc.sql(
            """
            select v.* from piano_economico_voce v
              join piano_economico e on e.id = v.piano_economico_id
             where e.piano_id = ? order by v.piano_economico_id, v.numero""")
        .param(pianoId)
        .query(
            riga -> {
              voci.computeIfAbsent(riga.getLong("piano_economico_id"), id -> new ArrayList<>())
                  .add(
                      new Voce(
                          Voce.Parte.valueOf(riga.getString("parte")),
                          riga.getString("denominazione"),
                          Denaro.euro(riga.getBigDecimal("importo")),
                          riga.getBoolean("dai_comuni")));
            });
    return voci;
  }

  private Map<Long, List<Quota>> quote(long pianoId) {
    var quote = new HashMap<Long, List<Quota>>();
    jdbc.sql(
            """
            select q.* from piano_economico_quota q
              join piano_economico e on e.id = q.piano_economico_id
             where e.piano_id = ? order by q.piano_economico_id, q.denominazione, q.codice_istat""")
        .param(pianoId)
        .query(
            riga -> {
              quote
                  .computeIfAbsent(riga.getLong("piano_economico_id"), id -> new ArrayList<>())
                  .add(
                      new Quota(
                          riga.getString("codice_istat"),
                          riga.getString("denominazione"),
                          riga.getInt("abitanti"),
                          Denaro.euro(riga.getBigDecimal("fissa")),
                          Denaro.euro(riga.getBigDecimal("variabile"))));
            });
    return quote;
  }

  private static PianoEconomico leggi(
      ResultSet riga, Map<Long, List<Voce>> voci, Map<Long, List<Quota>> quote)
      throws SQLException {
    long id = riga.getLong("id");
    var sue = quote.getOrDefault(id, List.of());
    return new PianoEconomico(
        id,
        riga.getLong("piano_id"),
        riga.getInt("anno"),
        Stato.valueOf(riga.getString("stato")),
        new DatiEconomici(
            voci.getOrDefault(id, List.of()),
            Denaro.euro(riga.getBigDecimal("residui")),
            Denaro.euro(riga.getBigDecimal("quota_fissa")),
            riga.getObject("popolazione_al", LocalDate.class),
            riga.getString("fonte_popolazione"),
            sue.stream()
                .map(q -> new Popolazione(q.codiceIstat(), q.denominazione(), q.abitanti()))
                .toList(),
            riga.getString("note")),
        sue,
        riga.getString("delibera"),
        riga.getInt("revisione"));
  }
}
