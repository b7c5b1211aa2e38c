package it.pianodizona.tavoli;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.NuovoDocumento;
import it.pianodizona.fascicolo.TipoDocumento;
import it.pianodizona.piano.Scadenze;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbali of the meetings: written, sent, remarked on, approved. */
@Service
@Transactional
public class Verbali {

  private static final String NORMA_OSSERVAZIONI = "termine per le osservazioni al verbale";

  private final JdbcClient jdbc;
  private final JdbcTemplate jdbcTemplate;
  private final Composizione composizione;
  private final Incontri incontri;
  private final Contributi contributi;
  private final StampeDeiTavoli stampe;
  private final Fascicolo fascicolo;
  private final Scadenze scadenze;
  private final TavoliProperties parametri;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Verbali(
      JdbcClient jdbc,
      JdbcTemplate jdbcTemplate,
      Composizione composizione,
      Incontri incontri,
      Contributi contributi,
      StampeDeiTavoli stampe,
      Fascicolo fascicolo,
      Scadenze scadenze,
      TavoliProperties parametri,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.jdbcTemplate = jdbcTemplate;
    this.composizione = composizione;
    this.incontri = incontri;
    this.contributi = contributi;
    this.stampe = stampe;
    this.fascicolo = fascicolo;
    this.scadenze = scadenze;
    this.parametri = parametri;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /** The key of a meeting's documents in the fascicolo. */
  public static String riferimento(long incontroId) {
    return "incontro:" + incontroId;
  }

  /**
   * Records what happened at a meeting, once.
   *
   * @throws DatoNonValido when the verbale exists already, or names somebody who never sat there
   */
  public void registra(long incontroId, Verbale verbale) {
    var incontro = incontri.incontro(incontroId);
    if (!incontro.convocato()) {
      throw DatoNonValido.regola(
          "Verbale", "il verbale di questo incontro è già registrato, o l'incontro è annullato.");
    }
    var citati = new HashSet<>(verbale.presenti());
    verbale.contributi().forEach(c -> citati.add(c.membroId()));
    controllaMembri(incontro.tavoloId(), citati);
    jdbc.sql(
            """
            insert into verbale_incontro (incontro_id, deserto, testo, redatto_da, redatto)
            values (?, ?, ?, ?, ?)""")
        .params(
            incontroId,
            verbale.deserto(),
            verbale.testo(),
            verbale.redattoDa(),
            OffsetDateTime.now(orologio))
        .update();
    jdbcTemplate.batchUpdate(
        "insert into presenza_incontro (incontro_id, membro_id) values (?, ?)",
        verbale.presenti().stream().map(id -> new Object[] {incontroId, id}).toList());
    jdbcTemplate.batchUpdate(
        "insert into contributo_incontro (incontro_id, membro_id, tipo, testo) values (?, ?, ?, ?)",
        verbale.contributi().stream()
            .map(c -> new Object[] {incontroId, c.membroId(), c.tipo().name(), c.testo()})
            .toList());
  }

  private void controllaMembri(long tavoloId, Collection<Long> citati) {
    var membri = composizione.anchePassati(tavoloId).stream().map(Membro::id).toList();
    citati.stream()
        .filter(id -> !membri.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new DatoNonValido("Membro del tavolo", id, "uno dei membri di questo tavolo");
            });
  }

  /**
   * Prints the draft, keeps it and sends it to the members, once.
   *
   * @return last instant for remarks, Europe/Rome
   */
  public ZonedDateTime invia(long incontroId) {
    var inviato = verbale(incontroId);
    if (inviato.termineOsservazioni() != null) {
      return inviato.termineOsservazioni();
    }
    var incontro = incontri.incontro(incontroId);
    var tavolo = composizione.tavolo(incontro.tavoloId());
    var bozza = stampa(tavolo, incontro, inviato, "Bozza del verbale");
    var termine =
        scadenze.registra(
            tavolo.pianoId(),
            "OSSERVAZIONI_VERBALE",
            riferimento(incontroId),
            Termini.aGiorni(
                LocalDate.now(orologio), parametri.giorniOsservazioni(), NORMA_OSSERVAZIONI));
    jdbc.sql(
            """
            insert into invio_verbale (incontro_id, documento_id, inviato, termine_osservazioni)
            values (?, ?, ?, ?)""")
        .params(incontroId, bozza.id(), OffsetDateTime.now(orologio), termine.toOffsetDateTime())
        .update();
    eventi.publishEvent(
        new VerbaleInviato(
            composizione.piano(tavolo),
            tavolo.area(),
            incontro,
            termine,
            composizione.invitati(composizione.membri(tavolo.id()))));
    return termine;
  }

  /**
   * A member remarks on the draft.
   *
   * @throws DatoNonValido when no draft was sent or the term has passed
   */
  void osserva(Membro membro, long incontroId, String testo) {
    var verbale = scheda(incontroId);
    if (verbale.isEmpty() || !verbale.get().osservabile(ZonedDateTime.now(orologio))) {
      throw DatoNonValido.regola(
          "Osservazione", "il termine per le osservazioni a questo verbale non è aperto.");
    }
    jdbc.sql(
            """
            insert into osservazione_verbale (incontro_id, membro_id, testo, arrivata)
            values (?, ?, ?, ?)""")
        .params(incontroId, membro.id(), testo, OffsetDateTime.now(orologio))
        .update();
    var tavolo = composizione.tavolo(incontri.incontro(incontroId).tavoloId());
    eventi.publishEvent(new TavoloAggiornato(composizione.piano(tavolo), tavolo.id()));
  }

  /**
   * The office approves the verbale, with what it accepts of the remarks.
   *
   * @throws DatoNonValido when it is approved already or a remark is left without a decision
   */
  public void approva(long incontroId, String testo, List<EsitoOsservazione> esiti, String chi) {
    var verbale = verbale(incontroId);
    if (incontri.incontro(incontroId).stato() != StatoIncontro.VERBALIZZATO) {
      throw DatoNonValido.regola("Verbale", "il verbale di questo incontro è già approvato.");
    }
    var arrivate =
        verbale.osservazioni().stream().map(Osservazione::id).collect(Collectors.toSet());
    var decise = esiti.stream().map(EsitoOsservazione::osservazioneId).collect(Collectors.toList());
    if (decise.size() != arrivate.size() || !arrivate.containsAll(decise)) {
      throw DatoNonValido.regola(
          "Osservazioni", "ogni osservazione arrivata va decisa, una volta sola.");
    }
    var adesso = OffsetDateTime.now(orologio);
    jdbc.sql(
            """
            insert into approvazione_verbale (incontro_id, testo, approvato_da, approvato)
            values (?, ?, ?, ?)""")
        .params(incontroId, testo, chi, adesso)
        .update();
    jdbcTemplate.batchUpdate(
        """
        insert into esito_osservazione (osservazione_id, accolta, motivo, chi, quando)
        values (?, ?, ?, ?, ?)""",
        esiti.stream()
            .map(e -> new Object[] {e.osservazioneId(), e.accolta(), e.motivo(), chi, adesso})
            .toList());
  }

  /** Prints the approved verbale, keeps it and tells the members, once. */
  public void comunica(long incontroId) {
    var verbale = verbale(incontroId);
    if (verbale.definitivoId() != null) {
      return;
    }
    var incontro = incontri.incontro(incontroId);
    var tavolo = composizione.tavolo(incontro.tavoloId());
    var definitivo = stampa(tavolo, incontro, verbale, "Verbale");
    jdbc.sql("insert into verbale_definitivo (incontro_id, documento_id) values (?, ?)")
        .params(incontroId, definitivo.id())
        .update();
    eventi.publishEvent(
        new VerbaleApprovato(
            composizione.piano(tavolo),
            tavolo.area(),
            incontro,
            verbale.osservazioni().size(),
            composizione.invitati(composizione.membri(tavolo.id()))));
  }

  private Documento stampa(
      TavoloTematico tavolo, Incontro incontro, SchedaVerbale verbale, String che) {
    var pdf =
        stampe.verbale(
            incontro,
            verbale,
            contributi(tavolo.id()).stream()
                .filter(c -> c.provenienza().equals(provenienza(incontro.numero())))
                .toList(),
            contributi.delTavolo(tavolo.id()));
    return fascicolo.conserva(
        NuovoDocumento.pdf(
            tavolo.pianoId(),
            riferimento(incontro.id()),
            TipoDocumento.VERBALE_TAVOLO,
            "%s – %s, incontro n. %d".formatted(che, tavolo.area(), incontro.numero()),
            "%s-%s-incontro-%d.pdf"
                .formatted(
                    che.toLowerCase().replace(' ', '-'), tavolo.codiceArea(), incontro.numero()),
            pdf,
            null));
  }

  /** The attendance sheet of a meeting to print, with the answers known at this moment. */
  @Transactional(readOnly = true)
  public byte[] foglioPresenze(long incontroId) {
    return stampe.foglioPresenze(incontri.incontro(incontroId));
  }

  private SchedaVerbale verbale(long incontroId) {
    return scheda(incontroId)
        .orElseThrow(() -> DatoNonValido.regola("Verbale", "il verbale non è ancora registrato."));
  }

  /** The verbale of a meeting; empty until it is written. */
  @Transactional(readOnly = true)
  public Optional<SchedaVerbale> scheda(long incontroId) {
    return jdbc.sql(
            """
            select v.deserto, coalesce(a.testo, v.testo) as testo, v.redatto_da, i.documento_id,
              i.termine_osservazioni, d.documento_id as definitivo_id
            from verbale_incontro v
            left join invio_verbale i on i.incontro_id = v.incontro_id
            left join approvazione_verbale a on a.incontro_id = v.incontro_id
            left join verbale_definitivo d on d.incontro_id = v.incontro_id
            where v.incontro_id = ?""")
        .param(incontroId)
        .query(
            (riga, n) ->
                new SchedaVerbale(
                    incontroId,
                    riga.getBoolean("deserto"),
                    riga.getString("testo"),
                    presenti(incontroId),
                    riga.getString("redatto_da"),
                    riga.getObject("documento_id", Long.class),
                    roma(riga.getObject("termine_osservazioni", OffsetDateTime.class)),
                    riga.getObject("definitivo_id", Long.class),
                    osservazioni(incontroId)))
        .optional();
  }

  private static ZonedDateTime roma(OffsetDateTime quando) {
    return quando == null ? null : quando.atZoneSameInstant(Termini.ROMA);
  }

  private Set<Long> presenti(long incontroId) {
    return jdbc.sql("select membro_id from presenza_incontro where incontro_id = ?")
        .param(incontroId)
        .query(Long.class)
        .set();
  }

  private List<Osservazione> osservazioni(long incontroId) {
    return jdbc.sql(
            """
            select o.id, o.membro_id, s.denominazione, o.testo, o.arrivata, e.accolta, e.motivo
            from osservazione_verbale o
            join membro_tavolo m on m.id = o.membro_id
            join soggetto_tavoli s on s.id = m.soggetto_id
            left join esito_osservazione e on e.osservazione_id = o.id
            where o.incontro_id = ? order by o.id""")
        .param(incontroId)
        .query(
            (riga, n) ->
                new Osservazione(
                    riga.getLong("id"),
                    riga.getLong("membro_id"),
                    riga.getString("denominazione"),
                    riga.getString("testo"),
                    roma(riga.getObject("arrivata", OffsetDateTime.class)),
                    riga.getObject("accolta", Boolean.class),
                    riga.getString("motivo")))
        .list();
  }

  /** All that the members brought, at the meetings in their order, then in writing. */
  @Transactional(readOnly = true)
  public List<ContributoRaccolto> contributi(long tavoloId) {
    var raccolti =
        new ArrayList<>(
            jdbc.sql(
                    """
                    select i.numero, c.membro_id, s.denominazione, c.tipo, c.testo
                    from contributo_incontro c
                    join incontro i on i.id = c.incontro_id
                    join membro_tavolo m on m.id = c.membro_id
                    join soggetto_tavoli s on s.id = m.soggetto_id
                    where i.tavolo_id = ?
                    order by i.numero, c.id""")
                .param(tavoloId)
                .query(
                    (riga, n) ->
                        new ContributoRaccolto(
                            provenienza(riga.getInt("numero")),
                            riga.getLong("membro_id"),
                            riga.getString("denominazione"),
                            TipoContributo.valueOf(riga.getString("tipo")),
                            riga.getString("testo")))
                .list());
    contributi
        .delTavolo(tavoloId)
        .forEach(
            c ->
                raccolti.add(
                    new ContributoRaccolto(
                        "per iscritto", c.membroId(), c.ente(), c.tipo(), c.testo())));
    return raccolti;
  }

  private static String provenienza(int numeroIncontro) {
    return "incontro n. " + numeroIncontro;
  }

  /** How many members attended each meeting that has its verbale, by id of the meeting. */
  @Transactional(readOnly = true)
  public Map<Long, Integer> presenze(long tavoloId) {
    return jdbc
        .sql(
            """
            select i.id, count(p.membro_id) as presenti
            from incontro i
            join verbale_incontro v on v.incontro_id = i.id
            left join presenza_incontro p on p.incontro_id = i.id
            where i.tavolo_id = ? group by i.id""")
        .param(tavoloId)
        .query((riga, numero) -> Map.entry(riga.getLong("id"), riga.getInt("presenti")))
        .list()
        .stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }
}
