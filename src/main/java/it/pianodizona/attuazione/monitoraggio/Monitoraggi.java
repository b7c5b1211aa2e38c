package it.pianodizona.attuazione.monitoraggio;

import it.pianodizona.assemblea.Assemblea;
import it.pianodizona.attuazione.economia.PianiEconomici;
import it.pianodizona.attuazione.economia.ScritturaSuperata;
import it.pianodizona.attuazione.monitoraggio.EventoMonitoraggio.Fatto;
import it.pianodizona.attuazione.monitoraggio.MonitoraggioAnnuale.Stato;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.DocumentoDiPiano;
import it.pianodizona.documento.Indicatore;
import it.pianodizona.documento.Obiettivo;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Scadenze;
import it.pianodizona.piano.Triennio;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The monitoring of a plan, year by year: when each year opens, the values that the office writes,
 * what the Assemblea makes of it.
 */
@Service
@Transactional
public class Monitoraggi {

  private static final String NORMA =
      "termine dell'Ambito per il monitoraggio annuale, valore dell'installazione";

  private static final String MONITORAGGI =
      """
      select m.*, p.codice_ambito, p.triennio from monitoraggio_annuale m
        join piano p on p.id = m.piano_id""";

  private final JdbcClient jdbc;
  private final JdbcTemplate jdbcTemplate;
  private final Piani piani;
  private final Scadenze scadenze;
  private final Documenti documenti;
  private final Assemblea assemblea;
  private final PianiEconomici economia;
  private final Semafori semafori;
  private final RapportoMonitoraggio rapporto;
  private final MonitoraggioProperties parametri;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Monitoraggi(
      JdbcClient jdbc,
      JdbcTemplate jdbcTemplate,
      Piani piani,
      Scadenze scadenze,
      Documenti documenti,
      Assemblea assemblea,
      PianiEconomici economia,
      Semafori semafori,
      RapportoMonitoraggio rapporto,
      MonitoraggioProperties parametri,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.jdbcTemplate = jdbcTemplate;
    this.piani = piani;
    this.scadenze = scadenze;
    this.documenti = documenti;
    this.assemblea = assemblea;
    this.economia = economia;
    this.semafori = semafori;
    this.rapporto = rapporto;
    this.parametri = parametri;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /** What one fact of the history says. */
  public record Voce(Fatto fatto, String testo, String chi, ZonedDateTime quando) {}

  // --- the calendar

  /**
   * Opens every year of the plan's triennio that should be open by now and is not. Calling it again
   * opens nothing twice.
   *
   * @return the years just opened, in order
   */
  public List<MonitoraggioAnnuale> apri(long pianoId) {
    var triennio = piani.triennio(piani.riferimento(pianoId).triennio());
    jdbc.sql("select id from piano where id = ? for update")
        .param(pianoId)
        .query(Long.class)
        .single();
    var presenti =
        new HashSet<>(
            jdbc.sql("select anno from monitoraggio_annuale where piano_id = ?")
                .param(pianoId)
                .query(Integer.class)
                .list());
    var oggi = LocalDate.now(orologio);
    return anni(triennio)
        .filter(anno -> !presenti.contains(anno))
        .filter(anno -> !parametri.aperturaDi(anno).isAfter(oggi))
        .mapToObj(anno -> apri(pianoId, triennio, anno))
        .toList();
  }

  /** The next day on which a year of the plan's triennio opens, after today. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> prossimaApertura(long pianoId) {
    var oggi = LocalDate.now(orologio);
    return anni(piani.triennio(piani.riferimento(pianoId).triennio()))
        .mapToObj(parametri::aperturaDi)
        .filter(giorno -> giorno.isAfter(oggi))
        .min(LocalDate::compareTo);
  }

  private static IntStream anni(Triennio triennio) {
    return IntStream.rangeClosed(triennio.inizio().getYear(), triennio.fine().getYear());
  }

  private MonitoraggioAnnuale apri(long pianoId, Triennio triennio, int anno) {
    var termine = Termini.aData(parametri.scadenzaDi(anno), NORMA);
    var documentoId =
        documenti.versioni(pianoId).stream()
            .filter(versione -> versione.pronto() != null)
            .map(DocumentoDiPiano::id)
            .findFirst()
            .orElse(null);
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into monitoraggio_annuale
              (piano_id, anno, documento_id, apertura, scadenza, stato, in_ritardo, promemoria,
               soglia_verde, soglia_gialla)
            values (?, ?, ?, ?, ?, ?, false, 0, ?, ?)""")
        .params(
            pianoId,
            anno,
            documentoId,
            parametri.aperturaDi(anno),
            termine.scadenza().toOffsetDateTime(),
            Stato.DA_COMPILARE.name(),
            parametri.sogliaVerde(),
            parametri.sogliaGialla())
        .update(chiave, "id");
    long id = chiave.getKeyAs(Number.class).longValue();
    scadenze.registra(pianoId, "MONITORAGGIO_ANNUALE", "monitoraggio:" + id, termine);
    if (documentoId != null) {
      prepara(id, documenti.obiettiviDelDocumento(documentoId), triennio, anno);
    }
    racconta(id, Fatto.APERTO, 1, null, "sistema");
    return monitoraggio(id);
  }

  private void prepara(long id, List<Obiettivo> obiettivi, Triennio triennio, int anno) {
    var spenta = semafori.obiettivo(List.of());
    var muta = semafori.indicatore(null, parametri.soglie());
    jdbcTemplate.batchUpdate(
        """
        insert into monitoraggio_obiettivo
          (monitoraggio_id, obiettivo_id, semaforo, motivo, revisione)
        values (?, ?, ?, ?, 1)""",
        obiettivi.stream()
            .map(o -> new Object[] {id, o.id(), spenta.semaforo().name(), spenta.motivo()})
            .toList());
    var righe = new ArrayList<Object[]>();
    for (var obiettivo : obiettivi) {
      for (int numero = 1; numero <= obiettivo.indicatori().size(); numero++) {
        var indicatore = obiettivo.indicatori().get(numero - 1);
        righe.add(
            new Object[] {
              id,
              obiettivo.id(),
              numero,
              Avanzamento.atteso(indicatore, triennio.inizio(), anno, parametri.attesa()),
              muta.semaforo().name(),
              muta.motivo()
            });
      }
    }
    jdbcTemplate.batchUpdate(
        """
        insert into monitoraggio_indicatore
          (monitoraggio_id, obiettivo_id, numero, atteso, semaforo, motivo)
        values (?, ?, ?, ?, ?, ?)""",
        righe);
  }

  // --- reading

  /**
   * @throws DatoNonValido when it does not exist
   */
  @Transactional(readOnly = true)
  public MonitoraggioAnnuale monitoraggio(long id) {
    return jdbc.sql(MONITORAGGI + " where m.id = ?")
        .param(id)
        .query(Monitoraggi::monitoraggio)
        .optional()
        .orElseThrow(() -> new DatoNonValido("Monitoraggio", id, "un monitoraggio esistente"));
  }

  /** The years of a plan that opened, in order. */
  @Transactional(readOnly = true)
  public List<MonitoraggioAnnuale> delPiano(long pianoId) {
    return jdbc.sql(MONITORAGGI + " where m.piano_id = ? order by m.anno")
        .param(pianoId)
        .query(Monitoraggi::monitoraggio)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<MonitoraggioAnnuale> dellAnno(long pianoId, int anno) {
    return jdbc.sql(MONITORAGGI + " where m.piano_id = ? and m.anno = ?")
        .params(pianoId, anno)
        .query(Monitoraggi::monitoraggio)
        .optional();
  }

  /** The objectives of a year, in the order of the document. */
  @Transactional(readOnly = true)
  public List<SchedaAnnuale> schede(MonitoraggioAnnuale monitoraggio) {
    if (monitoraggio.documentoId() == null) {
      return List.of();
    }
    var valori = new HashMap<Long, Map<Integer, Riga>>();
    jdbc.sql("select * from monitoraggio_indicatore where monitoraggio_id = ?")
        .param(monitoraggio.id())
        .query(
            riga -> {
              valori
                  .computeIfAbsent(riga.getLong("obiettivo_id"), o -> new HashMap<>())
                  .put(riga.getInt("numero"), Riga.di(riga));
            });
    var schede = new HashMap<Long, SchedaAnnuale>();
    var obiettivi = new HashMap<Long, Obiettivo>();
    var ordine = documenti.obiettiviDelDocumento(monitoraggio.documentoId());
    ordine.forEach(o -> obiettivi.put(o.id(), o));
    jdbc.sql("select * from monitoraggio_obiettivo where monitoraggio_id = ?")
        .param(monitoraggio.id())
        .query(
            riga -> {
              var obiettivo = obiettivi.get(riga.getLong("obiettivo_id"));
              schede.put(
                  obiettivo.id(),
                  scheda(riga, obiettivo, valori.getOrDefault(obiettivo.id(), Map.of())));
            });
    return ordine.stream().map(o -> schede.get(o.id())).toList();
  }

  /** The lights of every objective in every year that opened: by key of the objective, by year. */
  @Transactional(readOnly = true)
  public Map<String, Map<Integer, Luce>> luci(long pianoId) {
    var luci = new HashMap<String, Map<Integer, Luce>>();
    jdbc.sql(
            """
            select o.chiave, m.anno, mo.semaforo, mo.motivo from monitoraggio_obiettivo mo
              join monitoraggio_annuale m on m.id = mo.monitoraggio_id
              join obiettivo o on o.id = mo.obiettivo_id
             where m.piano_id = ?""")
        .param(pianoId)
        .query(
            riga -> {
              luci.computeIfAbsent(riga.getString("chiave"), c -> new HashMap<>())
                  .put(riga.getInt("anno"), luce(riga));
            });
    return luci;
  }

  /** What happened to a year, oldest first. */
  @Transactional(readOnly = true)
  public List<Voce> storia(long id) {
    return jdbc.sql("select * from monitoraggio_storia where monitoraggio_id = ? order by id")
        .param(id)
        .query(
            (riga, n) ->
                new Voce(
                    Fatto.valueOf(riga.getString("fatto")),
                    riga.getString("testo"),
                    riga.getString("chi"),
                    riga.getObject("quando", OffsetDateTime.class).atZoneSameInstant(Termini.ROMA)))
        .list();
  }

  /** What keeps a year from the Assemblea, in whole sentences; empty when nothing does. */
  @Transactional(readOnly = true)
  public List<String> mancanze(MonitoraggioAnnuale monitoraggio) {
    var mancanze = new ArrayList<String>();
    for (var scheda : schede(monitoraggio)) {
      if (!scheda.mancanze().isEmpty()) {
        mancanze.add(
            "Obiettivo %s: manca %s."
                .formatted(scheda.obiettivo().etichetta(), String.join("; ", scheda.mancanze())));
      }
    }
    if (!monitoraggio.ultimo()) {
      mancanze.addAll(
          economia
              .dellAnno(monitoraggio.piano().pianoId(), monitoraggio.annoEconomico())
              .map(piano -> piano.mancanze())
              .orElseGet(
                  () ->
                      List.of(
                          "Manca il piano economico dell'anno %d."
                              .formatted(monitoraggio.annoEconomico()))));
    }
    return mancanze;
  }

  // --- writing

  /**
   * Writes the values of an objective for a year and turns its lights on.
   *
   * @param revisione the one that was read before writing
   * @throws ScritturaSuperata when somebody else saved in the meantime
   * @throws DatoNonValido when the year is before the Assemblea or approved, or the data name an
   *     indicator that is not there
   */
  public void scrivi(long id, long obiettivoId, int revisione, DatiScheda dati, String chi) {
    var monitoraggio = modificabile(id);
    var scheda =
        schede(monitoraggio).stream()
            .filter(s -> s.obiettivo().id() == obiettivoId)
            .findFirst()
            .orElseThrow(
                () -> new DatoNonValido("Obiettivo", obiettivoId, "un obiettivo del piano"));
    if (scheda.revisione() != revisione) {
      throw new ScritturaSuperata(
          "L'obiettivo «%s»".formatted(scheda.obiettivo().scheda().titolo()));
    }
    scrivi(monitoraggio, Map.of(scheda, dati), chi);
  }

  /**
   * Writes several objectives at once, all or none: what a file brings.
   *
   * @throws DatoNonValido as {@link #scrivi(long, long, int, DatiScheda, String)}
   */
  public void scriviTutte(long id, Map<Long, DatiScheda> dati, String chi) {
    var monitoraggio = modificabile(id);
    var righe = new HashMap<SchedaAnnuale, DatiScheda>();
    for (var scheda : schede(monitoraggio)) {
      var suoi = dati.get(scheda.obiettivo().id());
      if (suoi != null) {
        righe.put(scheda, suoi);
      }
    }
    scrivi(monitoraggio, righe, chi);
  }

  private void scrivi(
      MonitoraggioAnnuale monitoraggio, Map<SchedaAnnuale, DatiScheda> nuove, String chi) {
    var triennio = piani.triennio(monitoraggio.piano().triennio());
    var indicatori = new ArrayList<Object[]>();
    var obiettivi = new ArrayList<Object[]>();
    nuove.forEach(
        (scheda, dati) -> {
          var luci = new ArrayList<Semaforo>();
          verifica(scheda, dati);
          for (var prima : scheda.rilevazioni()) {
            var valore =
                dati.valori().getOrDefault(prima.numero(), new DatiScheda.Valore(null, null));
            var raggiunto =
                valore.valore() == null
                    ? null
                    : Avanzamento.raggiungimento(prima.indicatore(), valore.valore());
            var luce = luce(monitoraggio, raggiunto, prima.atteso());
            luci.add(luce.semaforo());
            indicatori.add(
                new Object[] {
                  valore.valore(),
                  valore.nota(),
                  raggiunto,
                  luce.semaforo().name(),
                  luce.motivo(),
                  monitoraggio.id(),
                  scheda.obiettivo().id(),
                  prima.numero()
                });
          }
          var luce =
              scheda.rilevazioni().isEmpty()
                  ? luce(
                      monitoraggio,
                      dati.grado() == null ? null : BigDecimal.valueOf(dati.grado()),
                      Avanzamento.atteso(
                          triennio.fine(),
                          triennio.inizio(),
                          monitoraggio.anno(),
                          parametri.attesa()))
                  : semafori.obiettivo(luci);
          obiettivi.add(
              new Object[] {
                scheda.rilevazioni().isEmpty() ? dati.grado() : null,
                dati.risorse(),
                dati.criticita(),
                dati.osservazioni(),
                luce.semaforo().name(),
                luce.motivo(),
                monitoraggio.id(),
                scheda.obiettivo().id()
              });
        });
    jdbcTemplate.batchUpdate(
        """
        update monitoraggio_indicatore
           set valore = ?, nota = ?, raggiungimento = ?, semaforo = ?, motivo = ?
         where monitoraggio_id = ? and obiettivo_id = ? and numero = ?""",
        indicatori);
    jdbcTemplate.batchUpdate(
        """
        update monitoraggio_obiettivo
           set grado = ?, risorse = ?, criticita = ?, osservazioni = ?, semaforo = ?, motivo = ?,
               revisione = revisione + 1
         where monitoraggio_id = ? and obiettivo_id = ?""",
        obiettivi);
    racconta(
        monitoraggio.id(),
        Fatto.SCRITTO,
        0,
        nuove.keySet().stream()
            .map(scheda -> scheda.obiettivo().numero())
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(", ", nuove.size() == 1 ? "obiettivo " : "obiettivi ", "")),
        chi);
  }

  private Luce luce(MonitoraggioAnnuale monitoraggio, BigDecimal raggiunto, BigDecimal atteso) {
    return semafori.indicatore(
        raggiunto == null ? null : Avanzamento.sullAtteso(raggiunto, atteso),
        monitoraggio.soglie());
  }

  private static void verifica(SchedaAnnuale scheda, DatiScheda dati) {
    for (int numero : dati.valori().keySet()) {
      if (numero < 1 || numero > scheda.rilevazioni().size()) {
        throw new DatoNonValido(
            "Indicatore",
            numero,
            "uno dei %d indicatori dell'obiettivo %s"
                .formatted(scheda.rilevazioni().size(), scheda.obiettivo().etichetta()));
      }
    }
    if (dati.grado() != null && !scheda.rilevazioni().isEmpty()) {
      throw DatoNonValido.regola(
          "Grado di raggiungimento",
          "per l'obiettivo %s si calcola dagli indicatori."
              .formatted(scheda.obiettivo().etichetta()));
    }
  }

  private MonitoraggioAnnuale modificabile(long id) {
    blocca(id);
    var monitoraggio = monitoraggio(id);
    if (monitoraggio.stato() != Stato.DA_COMPILARE) {
      throw DatoNonValido.regola(
          "Monitoraggio",
          "quello dell'anno %d è %s e non si può modificare."
              .formatted(monitoraggio.anno(), monitoraggio.stato().descrizione()));
    }
    return monitoraggio;
  }

  // --- the way to the Assemblea and back

  /**
   * Sends a year to the Assemblea, with the economic plan of the next.
   *
   * @param premessa how the year went, in the office's words
   * @throws DatoNonValido when something is still missing
   */
  public void inviaAllAssemblea(long id, String premessa, String chi) {
    var monitoraggio = modificabile(id);
    var mancanze = mancanze(monitoraggio);
    if (!mancanze.isEmpty()) {
      throw DatoNonValido.regola("Monitoraggio", String.join(" ", mancanze));
    }
    passa(id, Stato.IN_ASSEMBLEA);
    jdbc.sql("update monitoraggio_annuale set premessa = ? where id = ?")
        .params(premessa, id)
        .update();
    if (!monitoraggio.ultimo()) {
      economia.allAssemblea(monitoraggio.piano().pianoId(), monitoraggio.annoEconomico());
    }
    racconta(id, Fatto.IN_ASSEMBLEA, 0, null, chi);
  }

  /** The Assemblea did not approve: the office works on it again, with the reasons. */
  public void riporta(long id) {
    var monitoraggio = monitoraggio(id);
    passa(id, Stato.DA_COMPILARE);
    if (!monitoraggio.ultimo()) {
      economia.riporta(monitoraggio.piano().pianoId(), monitoraggio.annoEconomico());
    }
    racconta(id, Fatto.NON_APPROVATO, 0, String.join(" ", rilievi(monitoraggio)), "sistema");
  }

  /** What the Assemblea said when it did not approve, in whole sentences; empty otherwise. */
  @Transactional(readOnly = true)
  public List<String> rilievi(MonitoraggioAnnuale monitoraggio) {
    long pianoId = monitoraggio.piano().pianoId();
    var deliberazione = monitoraggio.deliberazione();
    var rilievi = new ArrayList<>(assemblea.motiviDelRitorno(pianoId, deliberazione));
    assemblea
        .noteDellUltimaSeduta(pianoId, deliberazione)
        .ifPresent(note -> rilievi.add("A verbale: " + note));
    return rilievi;
  }

  /**
   * Closes a year that the Assemblea approved: its economic plan is in force, its report goes to
   * the fascicolo, those concerned are told.
   */
  public void approva(long id) {
    var monitoraggio = monitoraggio(id);
    long pianoId = monitoraggio.piano().pianoId();
    var estremi =
        assemblea
            .delibera(pianoId, monitoraggio.deliberazione())
            .orElseThrow(() -> DatoNonValido.regola("Delibera", "non è ancora stata registrata."))
            .estremi();
    passa(id, Stato.APPROVATO);
    jdbc.sql("update monitoraggio_annuale set delibera = ?, in_ritardo = false where id = ?")
        .params(estremi, id)
        .update();
    if (!monitoraggio.ultimo()) {
      economia.approva(pianoId, monitoraggio.annoEconomico(), estremi);
    }
    var approvato = monitoraggio(id);
    var documento =
        rapporto.conserva(
            approvato,
            schede(approvato),
            economia.dellAnno(pianoId, monitoraggio.annoEconomico()).orElse(null),
            economia.dellAnno(pianoId, monitoraggio.anno()).orElse(null));
    jdbc.sql("update monitoraggio_annuale set rapporto_id = ? where id = ?")
        .params(documento.id(), id)
        .update();
    racconta(id, Fatto.APPROVATO, 1, "delibera " + estremi, "sistema");
  }

  /** Reminds the office that the term comes near; twice at most, never after it. */
  public void ricorda(long id) {
    blocca(id);
    var monitoraggio = monitoraggio(id);
    var adesso = ZonedDateTime.now(orologio);
    if (monitoraggio.stato() != Stato.DA_COMPILARE || adesso.isAfter(monitoraggio.scadenza())) {
      return;
    }
    int dovuto = adesso.isBefore(promemoria(monitoraggio, 2)) ? 1 : 2;
    if (jdbc.sql("update monitoraggio_annuale set promemoria = ? where id = ? and promemoria < ?")
            .params(dovuto, id, dovuto)
            .update()
        == 1) {
      racconta(id, Fatto.IN_SCADENZA, dovuto, null, "sistema");
    }
  }

  /** When the first or the second reminder is due: nine in the morning, Europe/Rome. */
  public ZonedDateTime promemoria(MonitoraggioAnnuale monitoraggio, int quale) {
    int giorni = quale == 1 ? parametri.primoPromemoria() : parametri.secondoPromemoria();
    return monitoraggio
        .scadenza()
        .toLocalDate()
        .minusDays(giorni)
        .atTime(9, 0)
        .atZone(Termini.ROMA);
  }

  /** The term passed: the year is late until it is approved. */
  public void segnaInRitardo(long id) {
    blocca(id);
    if (jdbc.sql(
                """
                update monitoraggio_annuale set in_ritardo = true
                 where id = ? and stato <> ? and not in_ritardo""")
            .params(id, Stato.APPROVATO.name())
            .update()
        == 1) {
      racconta(id, Fatto.IN_RITARDO, 1, null, "sistema");
    }
  }

  private void passa(long id, Stato stato) {
    jdbc.sql("update monitoraggio_annuale set stato = ? where id = ?")
        .params(stato.name(), id)
        .update();
  }

  private void blocca(long id) {
    jdbc.sql("select id from monitoraggio_annuale where id = ? for update")
        .param(id)
        .query(Long.class)
        .optional()
        .orElseThrow(() -> new DatoNonValido("Monitoraggio", id, "un monitoraggio esistente"));
  }

  /**
   * @param volta 0 to count the facts of this kind
   */
  private void racconta(long id, Fatto fatto, int volta, String testo, String chi) {
    jdbc.sql(
            """
            insert into monitoraggio_storia (monitoraggio_id, fatto, testo, chi, quando)
            values (?, ?, ?, ?, ?)""")
        .params(id, fatto.name(), testo, chi, OffsetDateTime.now(orologio))
        .update();
    var monitoraggio = monitoraggio(id);
    int quante =
        volta > 0 ? volta : (int) storia(id).stream().filter(voce -> voce.fatto() == fatto).count();
    eventi.publishEvent(
        new EventoMonitoraggio(
            monitoraggio.piano(),
            monitoraggio.anno(),
            fatto,
            quante,
            monitoraggio.scadenza(),
            testo));
  }

  private record Riga(
      BigDecimal valore, String nota, BigDecimal raggiungimento, BigDecimal atteso, Luce luce) {

    static Riga di(ResultSet riga) throws SQLException {
      return new Riga(
          riga.getBigDecimal("valore"),
          riga.getString("nota"),
          riga.getBigDecimal("raggiungimento"),
          riga.getBigDecimal("atteso"),
          Monitoraggi.luce(riga));
    }
  }

  private static SchedaAnnuale scheda(
      ResultSet riga, Obiettivo obiettivo, Map<Integer, Riga> valori) throws SQLException {
    var rilevazioni = new ArrayList<Rilevazione>();
    for (int numero = 1; numero <= obiettivo.indicatori().size(); numero++) {
      Indicatore indicatore = obiettivo.indicatori().get(numero - 1);
      var valore = valori.get(numero);
      rilevazioni.add(
          new Rilevazione(
              numero,
              indicatore,
              valore.valore(),
              valore.nota(),
              valore.raggiungimento(),
              valore.atteso(),
              valore.luce()));
    }
    return new SchedaAnnuale(
        obiettivo,
        rilevazioni,
        intero(riga, "grado"),
        intero(riga, "risorse"),
        riga.getString("criticita"),
        riga.getString("osservazioni"),
        luce(riga),
        riga.getInt("revisione"));
  }

  private static Integer intero(ResultSet riga, String colonna) throws SQLException {
    int valore = riga.getInt(colonna);
    return riga.wasNull() ? null : valore;
  }

  private static Luce luce(ResultSet riga) throws SQLException {
    return new Luce(Semaforo.valueOf(riga.getString("semaforo")), riga.getString("motivo"));
  }

  private static MonitoraggioAnnuale monitoraggio(ResultSet riga, int numero) throws SQLException {
    var triennio = riga.getString("triennio");
    int anno = riga.getInt("anno");
    return new MonitoraggioAnnuale(
        riga.getLong("id"),
        new RiferimentoPiano(riga.getLong("piano_id"), riga.getString("codice_ambito"), triennio),
        anno,
        triennio.endsWith(String.valueOf(anno)),
        riga.getObject("documento_id", Long.class),
        riga.getObject("apertura", LocalDate.class),
        riga.getObject("scadenza", OffsetDateTime.class).atZoneSameInstant(Termini.ROMA),
        Stato.valueOf(riga.getString("stato")),
        riga.getBoolean("in_ritardo"),
        riga.getString("premessa"),
        new Semafori.Soglie(
            riga.getBigDecimal("soglia_verde"), riga.getBigDecimal("soglia_gialla")),
        riga.getString("delibera"),
        riga.getObject("rapporto_id", Long.class));
  }
}
