package it.pianodizona.tavoli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.comune.Termini;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.EsitoDomandaComunicato;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Scadenze;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tavoli tematici of a plan: members, meetings, verbali and synthesis. */
@Service
@Transactional
public class Tavoli {

  private static final String NORMA_VERBALE = "termine interno dell'Ufficio di Piano";

  private final JdbcClient jdbc;
  private final JdbcTemplate jdbcTemplate;
  private final Piani piani;
  private final Avvisi avvisi;
  private final Domande domande;
  private final Anagrafica anagrafica;
  private final Scadenze scadenze;
  private final TavoliProperties parametri;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Tavoli(
      JdbcClient jdbc,
      JdbcTemplate jdbcTemplate,
      Piani piani,
      Avvisi avvisi,
      Domande domande,
      Anagrafica anagrafica,
      Scadenze scadenze,
      TavoliProperties parametri,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.jdbcTemplate = jdbcTemplate;
    this.piani = piani;
    this.avvisi = avvisi;
    this.domande = domande;
    this.anagrafica = anagrafica;
    this.scadenze = scadenze;
    this.parametri = parametri;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  private long apriTavolo(
      long pianoId,
      long avvisoId,
      String codiceArea,
      String area,
      List<IncontroDaConvocare> incontri,
      List<NuovoMembro> membri) {
    var aperto = cerca(avvisoId, codiceArea);
    if (aperto.isPresent()) {
      return aperto.get();
    }
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into tavolo_tematico (piano_id, avviso_id, codice_area, area, aperto)
            values (?, ?, ?, ?, ?)""")
        .params(pianoId, avvisoId, codiceArea, area, OffsetDateTime.now(orologio))
        .update(chiave, "id");
    long tavoloId = chiave.getKeyAs(Long.class);
    aggiungi(List.of(tavoloId), membri);
    inserisci(tavoloId, incontri);
    return tavoloId;
  }

  private void aggiungi(List<Long> tavoli, List<NuovoMembro> membri) {
    jdbcTemplate.batchUpdate(
        """
        insert into membro_tavolo (tavolo_id, tipo, denominazione, email, domanda_id, con_riserva)
        values (?, ?, ?, ?, ?, ?)""",
        tavoli.stream()
            .flatMap(tavolo -> membri.stream().map(membro -> membro.riga(tavolo)))
            .toList());
  }

  /**
   * Follows the outcome of a domanda decided after the tavoli opened: whoever is admitted sits at
   * the tavoli of their areas and is convened to the meetings still to come; whoever is excluded or
   * withdraws leaves.
   */
  @EventListener
  public void segui(EsitoDomandaComunicato esito) {
    switch (esito.esito()) {
      case ESCLUSA, RITIRATA ->
          jdbc.sql("update membro_tavolo set uscito = ? where domanda_id = ? and uscito is null")
              .params(OffsetDateTime.now(orologio), esito.domandaId())
              .update();
      case AMMESSA, CON_RISERVA -> accogli(domande.domanda(esito.domandaId()));
    }
  }

  private void accogli(Domanda domanda) {
    var nuovo = NuovoMembro.ammesso(domanda);
    jdbc.sql("update membro_tavolo set con_riserva = ?, uscito = null where domanda_id = ?")
        .params(nuovo.conRiserva(), domanda.id())
        .update();
    var mancanti =
        jdbc
            .sql(
                """
                select id, piano_id, avviso_id, codice_area, area from tavolo_tematico t
                where avviso_id = ? and not exists (
                  select 1 from membro_tavolo m where m.tavolo_id = t.id and m.domanda_id = ?)""")
            .params(domanda.avvisoId(), domanda.id())
            .query(TavoloTematico.class)
            .list()
            .stream()
            .filter(tavolo -> domanda.dati().aree().contains(tavolo.codiceArea()))
            .toList();
    aggiungi(mancanti.stream().map(TavoloTematico::id).toList(), List.of(nuovo));
    var invitato = List.of(new Destinatario(nuovo.denominazione(), nuovo.email()));
    var adesso = ZonedDateTime.now(orologio);
    for (var tavolo : mancanti) {
      var convocati = convocati(tavolo.id());
      annuncia(
          tavolo,
          incontri(tavolo.id()).stream()
              .filter(i -> convocati.contains(i.id()) && i.inizio().isAfter(adesso))
              .toList(),
          invitato);
    }
  }

  /**
   * Opens the tavolo of one area of a notice, with the meetings it announced, the bodies admitted
   * to the area, the ATS and the ASST. Opening it again gives back the same tavolo.
   *
   * @return id of the tavolo
   * @throws DatoNonValido when the notice has no such area
   */
  public long componi(long avvisoId, String codiceArea) {
    var avviso = avvisi.avviso(avvisoId);
    var area =
        avviso.contenuto().aree().stream()
            .filter(a -> a.codice().equals(codiceArea))
            .findFirst()
            .orElseThrow(() -> new DatoNonValido("Area", codiceArea, "una delle aree dell'avviso"));
    var membri = new ArrayList<NuovoMembro>();
    domande.ammessi(avvisoId, codiceArea).forEach(d -> membri.add(NuovoMembro.ammesso(d)));
    membri.addAll(entiSociosanitari(avviso.piano().codiceAmbito()));
    return apriTavolo(
        avviso.piano().pianoId(),
        avvisoId,
        codiceArea,
        area.denominazione(),
        avviso.contenuto().incontriDi(codiceArea).stream()
            .map(incontro -> IncontroDaConvocare.annunciato(incontro, area))
            .toList(),
        membri);
  }

  private List<NuovoMembro> entiSociosanitari(String codiceAmbito) {
    var ambito = anagrafica.ambito(codiceAmbito);
    var enti = new ArrayList<NuovoMembro>();
    var ats = anagrafica.ats(ambito.codiceAts());
    enti.add(NuovoMembro.ente(TipoMembro.ATS, "ATS " + ats.denominazione(), ats.email()));
    for (var codice : ambito.codiciAsst()) {
      var asst = anagrafica.asst(codice);
      enti.add(NuovoMembro.ente(TipoMembro.ASST, "ASST " + asst.denominazione(), asst.email()));
    }
    return enti;
  }

  private Optional<Long> cerca(long avvisoId, String codiceArea) {
    return jdbc.sql("select id from tavolo_tematico where avviso_id = ? and codice_area = ?")
        .params(avvisoId, codiceArea)
        .query(Long.class)
        .optional();
  }

  /**
   * @throws DatoNonValido when it does not exist
   */
  @Transactional(readOnly = true)
  public TavoloTematico tavolo(long tavoloId) {
    return jdbc.sql(
            """
            select id, piano_id, avviso_id, codice_area, area
            from tavolo_tematico where id = ?""")
        .param(tavoloId)
        .query(TavoloTematico.class)
        .optional()
        .orElseThrow(() -> new DatoNonValido("Tavolo", tavoloId, "un tavolo esistente"));
  }

  /** Who sits at the tavolo, admitted bodies first, in alphabetical order. */
  @Transactional(readOnly = true)
  public List<Membro> membri(long tavoloId) {
    return jdbc.sql(
            """
            select id, tipo, denominazione, email, domanda_id, con_riserva
            from membro_tavolo where tavolo_id = ? and uscito is null
            order by case tipo when 'PARTECIPANTE' then 1 else 2 end, denominazione, id""")
        .param(tavoloId)
        .query(Membro.class)
        .list();
  }

  /** The meetings of the tavolo, in order. */
  @Transactional(readOnly = true)
  public List<Incontro> incontri(long tavoloId) {
    return jdbc.sql("select * from incontro where tavolo_id = ? order by numero")
        .param(tavoloId)
        .query(Tavoli::incontro)
        .list();
  }

  /**
   * @throws DatoNonValido when it does not exist
   */
  @Transactional(readOnly = true)
  public Incontro incontro(long incontroId) {
    return jdbc.sql("select * from incontro where id = ?")
        .param(incontroId)
        .query(Tavoli::incontro)
        .optional()
        .orElseThrow(() -> new DatoNonValido("Incontro", incontroId, "un incontro esistente"));
  }

  /**
   * Fixes the meetings that will be convened, in place of those announced, and by when each verbale
   * is expected.
   *
   * @param incontri numbered in the order of their beginning
   * @throws DatoNonValido when there is none, when one has begun already, when two overlap, or when
   *     the tavolo was convened already
   */
  public List<Incontro> fissaIncontri(long tavoloId, List<IncontroDaConvocare> incontri) {
    var ordinati =
        incontri.stream().sorted((uno, altro) -> uno.inizio().compareTo(altro.inizio())).toList();
    controllaCalendario(ordinati);
    if (convocato(tavoloId)) {
      throw DatoNonValido.regola("Incontri", "gli incontri di questo tavolo sono già convocati.");
    }
    jdbc.sql("delete from incontro where tavolo_id = ?").param(tavoloId).update();
    inserisci(tavoloId, ordinati);
    return incontri(tavoloId);
  }

  private void controllaCalendario(List<IncontroDaConvocare> ordinati) {
    if (ordinati.isEmpty()) {
      throw DatoNonValido.regola("Incontri", "serve almeno un incontro.");
    }
    var adesso = ZonedDateTime.now(orologio);
    for (int i = 0; i < ordinati.size(); i++) {
      var inizio = ordinati.get(i).inizio();
      if (!inizio.isAfter(adesso)) {
        throw new DatoNonValido(
            "Data dell'incontro",
            "%s, ore %s".formatted(Incontro.GIORNO.format(inizio), Incontro.ORA.format(inizio)),
            "un momento non ancora passato");
      }
      if (i > 0 && inizio.isBefore(ordinati.get(i - 1).fine())) {
        throw DatoNonValido.regola(
            "Incontri",
            "l'incontro di %s comincia prima che finisca il precedente."
                .formatted(Incontro.GIORNO.format(inizio)));
      }
    }
  }

  private void inserisci(long tavoloId, List<IncontroDaConvocare> incontri) {
    var righe = new ArrayList<Object[]>();
    for (var incontro : incontri) {
      righe.add(
          new Object[] {
            tavoloId,
            righe.size() + 1,
            incontro.inizio().toOffsetDateTime(),
            incontro.fine().toOffsetDateTime(),
            incontro.luogo(),
            incontro.ordineDelGiorno()
          });
    }
    jdbcTemplate.batchUpdate(
        """
        insert into incontro (tavolo_id, numero, inizio, fine, luogo, ordine_del_giorno, sequenza)
        values (?, ?, ?, ?, ?, ?, 0)""",
        righe);
  }

  private boolean convocato(long tavoloId) {
    return !convocati(tavoloId).isEmpty();
  }

  private Set<Long> convocati(long tavoloId) {
    return jdbc.sql(
            """
            select i.id from incontro i
            join convocazione_incontro c on c.incontro_id = i.id and c.sequenza = i.sequenza
            where i.tavolo_id = ?""")
        .param(tavoloId)
        .query(Long.class)
        .set();
  }

  /**
   * Tells the members of every meeting not yet convened as it now stands; calling again is safe.
   */
  public void convoca(long tavoloId) {
    var giaConvocati = convocati(tavoloId);
    var daConvocare =
        incontri(tavoloId).stream().filter(i -> !giaConvocati.contains(i.id())).toList();
    var adesso = OffsetDateTime.now(orologio);
    jdbcTemplate.batchUpdate(
        "insert into convocazione_incontro (incontro_id, sequenza, convocato) values (?, ?, ?)",
        daConvocare.stream().map(i -> new Object[] {i.id(), i.sequenza(), adesso}).toList());
    annuncia(tavolo(tavoloId), daConvocare, destinatari(tavoloId));
  }

  private void annuncia(
      TavoloTematico tavolo, List<Incontro> incontri, List<Destinatario> destinatari) {
    var piano = piani.riferimento(tavolo.pianoId());
    incontri.forEach(
        i ->
            eventi.publishEvent(
                new IncontroConvocato(
                    piano,
                    i.id(),
                    tavolo.area(),
                    i.numero(),
                    i.inizio(),
                    i.fine(),
                    i.luogo(),
                    i.ordineDelGiorno(),
                    i.sequenza(),
                    destinatari)));
  }

  /**
   * The reminders of a meeting, earliest first, each at the hour of the meeting. Those whose moment
   * passed already are left out: nobody is told "in seven days" two days before.
   */
  public List<Promemoria> promemoria(Incontro incontro) {
    var adesso = ZonedDateTime.now(orologio);
    return parametri.giorniPromemoria().stream()
        .map(giorni -> new Promemoria(giorni, incontro.inizio().minusDays(giorni)))
        .filter(promemoria -> promemoria.quando().isAfter(adesso))
        .sorted(Comparator.comparing(Promemoria::quando))
        .toList();
  }

  /** Reminds the members of a meeting some days before it. */
  public void ricorda(long incontroId, int giorniPrima) {
    var incontro = incontro(incontroId);
    var tavolo = tavolo(incontro.tavoloId());
    eventi.publishEvent(
        new IncontroRicordato(
            piani.riferimento(tavolo.pianoId()),
            incontro.id(),
            tavolo.area(),
            incontro.numero(),
            incontro.inizio(),
            incontro.fine(),
            incontro.luogo(),
            incontro.ordineDelGiorno(),
            incontro.sequenza(),
            giorniPrima,
            destinatari(tavolo.id())));
  }

  private List<Destinatario> destinatari(long tavoloId) {
    return membri(tavoloId).stream()
        .filter(Membro::raggiungibile)
        .map(m -> new Destinatario(m.denominazione(), m.email()))
        .toList();
  }

  /**
   * By when the verbale of a meeting is expected: an internal term, recorded with its reason.
   *
   * @return last instant, Europe/Rome
   */
  public ZonedDateTime fissaTermineVerbale(Incontro incontro) {
    var termine =
        Termini.aGiorni(incontro.fine().toLocalDate(), parametri.giorniVerbale(), NORMA_VERBALE);
    return scadenze.registra(
        tavolo(incontro.tavoloId()).pianoId(), "VERBALE", "incontro:" + incontro.id(), termine);
  }

  /** Raises the alarm for a verbale that was not written in time; it can still be written. */
  public void segnalaVerbaleInRitardo(long incontroId) {
    var incontro = incontro(incontroId);
    var tavolo = tavolo(incontro.tavoloId());
    eventi.publishEvent(
        new VerbaleInRitardo(
            piani.riferimento(tavolo.pianoId()),
            incontro.id(),
            tavolo.area(),
            incontro.numero(),
            incontro.inizio()));
  }

  /**
   * Records what happened at a meeting, once.
   *
   * @throws DatoNonValido when the verbale exists already, or names somebody who is not a member
   */
  public void registraVerbale(long incontroId, Verbale verbale) {
    var incontro = incontro(incontroId);
    if (verbalizzati(incontro.tavoloId()).contains(incontroId)) {
      throw DatoNonValido.regola("Verbale", "il verbale di questo incontro è già registrato.");
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

  private Set<Long> verbalizzati(long tavoloId) {
    return jdbc.sql(
            """
            select i.id from incontro i
            join verbale_incontro v on v.incontro_id = i.id
            where i.tavolo_id = ?""")
        .param(tavoloId)
        .query(Long.class)
        .set();
  }

  private void controllaMembri(long tavoloId, Collection<Long> citati) {
    var membri =
        jdbc.sql("select id from membro_tavolo where tavolo_id = ?")
            .param(tavoloId)
            .query(Long.class)
            .set();
    citati.stream()
        .filter(id -> !membri.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new DatoNonValido("Membro del tavolo", id, "uno dei membri di questo tavolo");
            });
  }

  /** All that the members brought, in the order of the meetings. */
  @Transactional(readOnly = true)
  public List<ContributoRaccolto> contributi(long tavoloId) {
    return jdbc.sql(
            """
            select i.numero as incontro, c.membro_id, m.denominazione as ente, c.tipo, c.testo
            from contributo_incontro c
            join incontro i on i.id = c.incontro_id
            join membro_tavolo m on m.id = c.membro_id
            where i.tavolo_id = ?
            order by i.numero, c.id""")
        .param(tavoloId)
        .query(ContributoRaccolto.class)
        .list();
  }

  /** How many members attended each meeting that has its verbale, by number of the meeting. */
  @Transactional(readOnly = true)
  public Map<Integer, Integer> presenzePerIncontro(long tavoloId) {
    var presenze = new TreeMap<Integer, Integer>();
    jdbc.sql(
            """
            select i.numero, count(p.membro_id) as presenti
            from incontro i
            join verbale_incontro v on v.incontro_id = i.id
            left join presenza_incontro p on p.incontro_id = i.id
            where i.tavolo_id = ? group by i.numero""")
        .param(tavoloId)
        .query((riga, numero) -> Map.entry(riga.getInt("numero"), riga.getInt("presenti")))
        .list()
        .forEach(riga -> presenze.put(riga.getKey(), riga.getValue()));
    return presenze;
  }

  /**
   * Closes the tavolo with its synthesis.
   *
   * @throws DatoNonValido when it was written already, or a dissent names somebody who is not a
   *     member
   */
  public void redigiSintesi(long tavoloId, Sintesi sintesi) {
    if (sintesiDelTavolo(tavoloId).isPresent()) {
      throw DatoNonValido.regola("Sintesi", "la sintesi di questo tavolo è già registrata.");
    }
    controllaMembri(tavoloId, sintesi.dissensi().stream().map(Dissenso::membroId).toList());
    jdbc.sql(
            """
            insert into sintesi_tavolo
              (tavolo_id, bisogni, proposte, risorse, redatta_da, redatta)
            values (?, ?, ?, ?, ?, ?)""")
        .params(
            tavoloId,
            sintesi.bisogni(),
            sintesi.proposte(),
            sintesi.risorse(),
            sintesi.redattaDa(),
            OffsetDateTime.now(orologio))
        .update();
    jdbcTemplate.batchUpdate(
        "insert into dissenso_tavolo (tavolo_id, membro_id, testo) values (?, ?, ?)",
        sintesi.dissensi().stream()
            .map(d -> new Object[] {tavoloId, d.membroId(), d.testo()})
            .toList());
  }

  /** The syntheses of a plan's tavoli, in the order in which the tavoli were opened. */
  @Transactional(readOnly = true)
  public List<SintesiDelTavolo> sintesi(long pianoId) {
    return sintesi("t.piano_id", pianoId);
  }

  /** The synthesis of one tavolo; empty while it is at work. */
  @Transactional(readOnly = true)
  public Optional<SintesiDelTavolo> sintesiDelTavolo(long tavoloId) {
    return sintesi("t.id", tavoloId).stream().findFirst();
  }

  private List<SintesiDelTavolo> sintesi(String colonna, long valore) {
    Map<Long, List<String>> dissensi =
        jdbc
            .sql(
                """
                select d.tavolo_id, m.denominazione, d.testo
                from dissenso_tavolo d
                join membro_tavolo m on m.id = d.membro_id
                join tavolo_tematico t on t.id = d.tavolo_id
                where %s = ? order by d.id"""
                    .formatted(colonna))
            .param(valore)
            .query(
                (riga, numero) ->
                    Map.entry(
                        riga.getLong("tavolo_id"),
                        riga.getString("denominazione") + ": " + riga.getString("testo")))
            .list()
            .stream()
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    return jdbc.sql(
            """
            select t.id, t.codice_area, t.area, s.bisogni, s.proposte, s.risorse
            from sintesi_tavolo s
            join tavolo_tematico t on t.id = s.tavolo_id
            where %s = ? order by t.id"""
                .formatted(colonna))
        .param(valore)
        .query(
            (riga, numero) ->
                new SintesiDelTavolo(
                    riga.getLong("id"),
                    riga.getString("codice_area"),
                    riga.getString("area"),
                    riga.getString("bisogni"),
                    riga.getString("proposte"),
                    riga.getString("risorse"),
                    dissensi.getOrDefault(riga.getLong("id"), List.of())))
        .list();
  }

  /** Who attended at least one meeting of the plan's tavoli, by tavolo and name. */
  @Transactional(readOnly = true)
  public List<Partecipazione> partecipazioni(long pianoId) {
    return jdbc.sql(
            """
            select m.domanda_id, m.denominazione, m.email, t.area, count(*) as presenze
            from tavolo_tematico t
            join membro_tavolo m on m.tavolo_id = t.id
            join presenza_incontro p on p.membro_id = m.id
            where t.piano_id = ?
            group by t.id, t.area, m.id, m.domanda_id, m.denominazione, m.email
            order by t.id, m.denominazione""")
        .param(pianoId)
        .query(Partecipazione.class)
        .list();
  }

  private static Incontro incontro(ResultSet riga, int numero) throws SQLException {
    return new Incontro(
        riga.getLong("id"),
        riga.getLong("tavolo_id"),
        riga.getInt("numero"),
        riga.getObject("inizio", OffsetDateTime.class).atZoneSameInstant(Termini.ROMA),
        riga.getObject("fine", OffsetDateTime.class).atZoneSameInstant(Termini.ROMA),
        riga.getString("luogo"),
        riga.getString("ordine_del_giorno"),
        riga.getInt("sequenza"));
  }
}
