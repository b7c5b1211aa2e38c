package it.pianodizona.tavoli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.comune.Email;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.EsitoDomandaComunicato;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tavoli tematici of a plan: who sits there, and the synthesis they leave. */
@Service
@Transactional
public class Tavoli {

  private static final String SISTEMA = "sistema";

  private final JdbcClient jdbc;
  private final JdbcTemplate jdbcTemplate;
  private final Composizione composizione;
  private final Incontri incontri;
  private final Avvisi avvisi;
  private final Domande domande;
  private final Anagrafica anagrafica;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Tavoli(
      JdbcClient jdbc,
      JdbcTemplate jdbcTemplate,
      Composizione composizione,
      Incontri incontri,
      Avvisi avvisi,
      Domande domande,
      Anagrafica anagrafica,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.jdbcTemplate = jdbcTemplate;
    this.composizione = composizione;
    this.incontri = incontri;
    this.avvisi = avvisi;
    this.domande = domande;
    this.anagrafica = anagrafica;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /**
   * Opens the tavolo of one area of a notice, with the meetings it announced, the bodies admitted
   * to the area, the ATS, the ASST, the Comuni of the Ambito and the facilitatori. Opening it again
   * gives back the same tavolo.
   *
   * @param facilitatori who moderates; may be empty
   * @return id of the tavolo
   * @throws DatoNonValido when the notice has no such area
   */
  public long componi(long avvisoId, String codiceArea, List<Destinatario> facilitatori) {
    var aperto = cerca(avvisoId, codiceArea);
    if (aperto.isPresent()) {
      return aperto.get();
    }
    var avviso = avvisi.avviso(avvisoId);
    var area =
        avviso.contenuto().aree().stream()
            .filter(a -> a.codice().equals(codiceArea))
            .findFirst()
            .orElseThrow(() -> new DatoNonValido("Area", codiceArea, "una delle aree dell'avviso"));
    composizione.unoAllaVolta(avvisoId);
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into tavolo_tematico (piano_id, avviso_id, codice_area, area, aperto)
            values (?, ?, ?, ?, ?)""")
        .params(
            avviso.piano().pianoId(),
            avvisoId,
            codiceArea,
            area.denominazione(),
            OffsetDateTime.now(orologio))
        .update(chiave, "id");
    long tavoloId = chiave.getKeyAs(Number.class).longValue();
    var membri = new ArrayList<NuovoMembro>();
    domande.ammessi(avvisoId, codiceArea).forEach(d -> membri.add(NuovoMembro.ammesso(d)));
    membri.addAll(entiPubblici(avviso.piano().codiceAmbito()));
    facilitatori.forEach(f -> membri.add(NuovoMembro.facilitatore(f)));
    composizione.accogli(composizione.tavolo(tavoloId), membri, "Costituzione del tavolo", SISTEMA);
    incontri.annuncia(
        tavoloId,
        avviso.contenuto().incontriDi(codiceArea).stream()
            .map(incontro -> IncontroDaConvocare.annunciato(incontro, area))
            .toList());
    return tavoloId;
  }

  private List<NuovoMembro> entiPubblici(String codiceAmbito) {
    var ambito = anagrafica.ambito(codiceAmbito);
    var enti = new ArrayList<NuovoMembro>();
    var ats = anagrafica.ats(ambito.codiceAts());
    enti.add(NuovoMembro.ente(TipoMembro.ATS, "ATS " + ats.denominazione(), ats.email()));
    for (var codice : ambito.codiciAsst()) {
      var asst = anagrafica.asst(codice);
      enti.add(NuovoMembro.ente(TipoMembro.ASST, "ASST " + asst.denominazione(), asst.email()));
    }
    anagrafica
        .comuniDi(codiceAmbito, LocalDate.now(orologio))
        .forEach(
            comune ->
                enti.add(
                    NuovoMembro.ente(
                        TipoMembro.COMUNE, "Comune di " + comune.denominazione(), comune.email())));
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
    return composizione.tavolo(tavoloId);
  }

  /** Who sits at the tavolo, admitted bodies first, in alphabetical order. */
  @Transactional(readOnly = true)
  public List<Membro> membri(long tavoloId) {
    return composizione.membri(tavoloId);
  }

  /**
   * Follows the outcome of a domanda decided after the tavoli opened: whoever is admitted sits at
   * the tavoli of their areas and is convened to the meetings still to come; whoever is excluded or
   * withdraws leaves.
   */
  @EventListener
  public void segui(EsitoDomandaComunicato esito) {
    switch (esito.esito()) {
      case AMMESSA, CON_RISERVA -> accogli(domande.domanda(esito.domandaId()));
      default ->
          congeda(esito.domandaId(), "La domanda è stata " + esito.esito().descrizione() + ".");
    }
  }

  private void congeda(long domandaId, String motivo) {
    for (var tavoloId : conSeduto(domandaId)) {
      var tavolo = composizione.tavolo(tavoloId);
      var usciti =
          composizione.membri(tavoloId).stream()
              .filter(m -> m.domandaId() != null && m.domandaId() == domandaId)
              .toList();
      esce(tavolo, usciti, motivo, SISTEMA);
    }
  }

  private List<Long> conSeduto(long domandaId) {
    return jdbc.sql(
            """
            select m.tavolo_id from membro_tavolo m
            join soggetto_tavoli s on s.id = m.soggetto_id
            where s.domanda_id = ? and m.uscito is null order by m.tavolo_id""")
        .param(domandaId)
        .query(Long.class)
        .list();
  }

  private void accogli(Domanda domanda) {
    var nuovo = NuovoMembro.ammesso(domanda);
    var tavoli =
        jdbc
            .sql(
                """
                select id, piano_id, avviso_id, codice_area, area from tavolo_tematico
                where avviso_id = ? order by id""")
            .param(domanda.avvisoId())
            .query(TavoloTematico.class)
            .list()
            .stream()
            .filter(tavolo -> domanda.dati().aree().contains(tavolo.codiceArea()))
            .toList();
    if (tavoli.isEmpty()) {
      return;
    }
    composizione.unoAllaVolta(domanda.avvisoId());
    jdbc.sql(
            """
            update membro_tavolo set con_riserva = ?, consultivo = ?
            where soggetto_id in (select id from soggetto_tavoli where domanda_id = ?)""")
        .params(nuovo.conRiserva(), nuovo.consultivo(), domanda.id())
        .update();
    for (var tavolo : tavoli) {
      entra(tavolo, nuovo, "Ammissione della domanda, prot. " + domanda.protocollo(), SISTEMA);
    }
  }

  /**
   * The office calls somebody to the tavolo; the new member is invited to the meetings to come.
   *
   * @throws DatoNonValido when that body sits there already
   */
  public void chiama(long tavoloId, NuovoMembro nuovo, String motivo, String chi) {
    var tavolo = composizione.tavolo(tavoloId);
    composizione.unoAllaVolta(tavolo.avvisoId());
    if (entra(tavolo, nuovo, motivo, chi).isEmpty()) {
      throw DatoNonValido.regola(
          "Denominazione", "«%s» fa già parte del tavolo.".formatted(nuovo.denominazione()));
    }
  }

  private List<Membro> entra(TavoloTematico tavolo, NuovoMembro nuovo, String motivo, String chi) {
    var seduti = composizione.accogli(tavolo, List.of(nuovo), motivo, chi);
    incontri.invita(tavolo, seduti);
    aggiornato(tavolo);
    return seduti;
  }

  /**
   * The office takes a member off the tavolo, with what it did kept.
   *
   * @throws DatoNonValido when nobody has that seat
   */
  public void togli(long tavoloId, long membroId, String motivo, String chi) {
    esce(
        composizione.tavolo(tavoloId),
        List.of(composizione.membro(tavoloId, membroId)),
        motivo,
        chi);
  }

  private void esce(TavoloTematico tavolo, List<Membro> usciti, String motivo, String chi) {
    incontri.disdici(tavolo, usciti, motivo);
    composizione.congeda(usciti.stream().map(Membro::id).toList(), motivo, chi);
    aggiornato(tavolo);
  }

  /**
   * Revokes a member's personal link and sends a new one.
   *
   * @param email a new address; {@code null} to keep the present one
   * @throws DatoNonValido when nobody has that seat or no address is known
   */
  public void rinnovaCollegamento(long tavoloId, long membroId, String email, String chi) {
    var tavolo = composizione.tavolo(tavoloId);
    var membro = composizione.membro(tavoloId, membroId);
    var nuova = Email.facoltativa(email);
    if (nuova == null && !membro.raggiungibile()) {
      throw DatoNonValido.regola(
          "E-mail", "di «%s» non è noto alcun indirizzo: indicarlo.".formatted(membro.etichetta()));
    }
    if (nuova != null) {
      composizione.cambiaEmail(membro.soggettoId(), nuova.indirizzo());
    }
    long collegamento = composizione.rinnovaCollegamento(membro.soggettoId(), chi);
    var invitato = composizione.invitati(List.of(composizione.membro(tavoloId, membroId))).get(0);
    eventi.publishEvent(
        new CollegamentoRinnovato(
            composizione.piano(tavolo), collegamento, tavolo.area(), invitato));
    aggiornato(tavolo);
  }

  private void aggiornato(TavoloTematico tavolo) {
    eventi.publishEvent(new TavoloAggiornato(composizione.piano(tavolo), tavolo.id()));
  }

  /**
   * Closes the tavolo with its synthesis.
   *
   * @throws DatoNonValido when it was written already, or a dissent names somebody who never sat at
   *     the tavolo
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

  /** Whoever sits or sat at the tavolo: what they said stays theirs. */
  @Transactional(readOnly = true)
  public List<Membro> anchePassati(long tavoloId) {
    return composizione.anchePassati(tavoloId);
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
                select d.tavolo_id, s.denominazione, d.testo
                from dissenso_tavolo d
                join membro_tavolo m on m.id = d.membro_id
                join soggetto_tavoli s on s.id = m.soggetto_id
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
            select s.domanda_id, s.denominazione, s.email, t.area, count(*) as presenze
            from tavolo_tematico t
            join membro_tavolo m on m.tavolo_id = t.id
            join soggetto_tavoli s on s.id = m.soggetto_id
            join presenza_incontro p on p.membro_id = m.id
            where t.piano_id = ?
            group by t.id, t.area, m.id, s.domanda_id, s.denominazione, s.email
            order by t.id, s.denominazione""")
        .param(pianoId)
        .query(Partecipazione.class)
        .list();
  }
}
