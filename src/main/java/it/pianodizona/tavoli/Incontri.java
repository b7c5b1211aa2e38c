package it.pianodizona.tavoli;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.comune.Termini;
import it.pianodizona.piano.Scadenze;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The meetings of the tavoli, from their convocation to the answers of the members. */
@Service
@Transactional
public class Incontri {

  private static final String NORMA_VERBALE = "termine interno dell'Ufficio di Piano";

  /** What still has to happen before the tavolo can be closed. */
  private static final Set<StatoIncontro> APERTI =
      EnumSet.of(StatoIncontro.PREVISTO, StatoIncontro.CONVOCATO, StatoIncontro.VERBALIZZATO);

  private static final String INCONTRI =
      """
      select i.*, case
          when exists (select 1 from annullamento_incontro a where a.incontro_id = i.id)
            then 'ANNULLATO'
          when exists (select 1 from approvazione_verbale p where p.incontro_id = i.id)
            then 'CONCLUSO'
          when exists (select 1 from verbale_incontro v where v.incontro_id = i.id)
            then 'VERBALIZZATO'
          when exists (select 1 from convocazione_incontro c where c.incontro_id = i.id)
            then 'CONVOCATO'
          else 'PREVISTO' end as stato
      from incontro i
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate jdbcTemplate;
  private final Composizione composizione;
  private final Scadenze scadenze;
  private final TavoliProperties parametri;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Incontri(
      JdbcClient jdbc,
      JdbcTemplate jdbcTemplate,
      Composizione composizione,
      Scadenze scadenze,
      TavoliProperties parametri,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.jdbcTemplate = jdbcTemplate;
    this.composizione = composizione;
    this.scadenze = scadenze;
    this.parametri = parametri;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /**
   * What a round of convocations has sent out, as ids of meetings.
   *
   * @param nuovi convened for the first time
   */
  public record Convocazioni(List<Long> nuovi, List<Long> spostati, List<Long> annullati) {}

  /** The meetings of the tavolo, in the order of their beginning. */
  @Transactional(readOnly = true)
  public List<Incontro> delTavolo(long tavoloId) {
    return jdbc.sql(INCONTRI + " where i.tavolo_id = ? order by i.inizio, i.numero")
        .param(tavoloId)
        .query(Incontro::riga)
        .list();
  }

  /**
   * The meetings of all the tavoli of a notice, by codice of the area and in order of beginning;
   * areas whose tavolo is not open yet are missing.
   */
  @Transactional(readOnly = true)
  public Map<String, List<Incontro>> dellAvviso(long avvisoId) {
    var aree = new HashMap<Long, String>();
    jdbc.sql("select id, codice_area from tavolo_tematico where avviso_id = ?")
        .param(avvisoId)
        .query(
            riga -> {
              aree.put(riga.getLong("id"), riga.getString("codice_area"));
            });
    return jdbc
        .sql(
            INCONTRI
                + """
                   where i.tavolo_id in (select id from tavolo_tematico where avviso_id = ?)
                   order by i.inizio, i.numero""")
        .param(avvisoId)
        .query(Incontro::riga)
        .list()
        .stream()
        .collect(Collectors.groupingBy(incontro -> aree.get(incontro.tavoloId())));
  }

  /**
   * @throws DatoNonValido when it does not exist
   */
  @Transactional(readOnly = true)
  public Incontro incontro(long incontroId) {
    return cerca(incontroId)
        .orElseThrow(() -> new DatoNonValido("Incontro", incontroId, "un incontro esistente"));
  }

  /** A meeting by its id; empty when there is none. */
  @Transactional(readOnly = true)
  public Optional<Incontro> cerca(long incontroId) {
    return jdbc.sql(INCONTRI + " where i.id = ?")
        .param(incontroId)
        .query(Incontro::riga)
        .optional();
  }

  /** Whether a meeting is still to be held, or its verbale to be approved. */
  @Transactional(readOnly = true)
  public boolean restano(long tavoloId) {
    return delTavolo(tavoloId).stream().anyMatch(i -> APERTI.contains(i.stato()));
  }

  /** The meetings that the notice announces, when the tavolo opens. */
  void annuncia(long tavoloId, List<IncontroDaConvocare> incontri) {
    inserisci(tavoloId, incontri);
  }

  /**
   * Fixes the meetings in place of those announced.
   *
   * @param incontri numbered in the order of their beginning
   * @throws DatoNonValido when none is to be convened now, when one has begun already, when two
   *     overlap, or when the tavolo was convened already
   */
  public void fissa(long tavoloId, List<IncontroDaConvocare> incontri) {
    var ordinati =
        incontri.stream().sorted(Comparator.comparing(IncontroDaConvocare::inizio)).toList();
    if (ordinati.stream().noneMatch(IncontroDaConvocare::subito)) {
      throw DatoNonValido.regola("Incontri", "serve almeno un incontro da convocare subito.");
    }
    ordinati.forEach(this::controllaFuturo);
    for (int i = 1; i < ordinati.size(); i++) {
      controllaSeparati(ordinati.get(i - 1).fine(), ordinati.get(i).inizio());
    }
    if (!convocati(tavoloId).isEmpty()) {
      throw DatoNonValido.regola("Incontri", "gli incontri di questo tavolo sono già convocati.");
    }
    jdbc.sql("delete from incontro where tavolo_id = ?").param(tavoloId).update();
    inserisci(tavoloId, ordinati);
  }

  /**
   * Adds a further meeting and has it convened.
   *
   * @return its id
   * @throws DatoNonValido when it has begun already or overlaps another one
   */
  public long aggiungi(long tavoloId, IncontroDaConvocare nuovo) {
    controllaFuturo(nuovo);
    controllaLibero(tavoloId, 0, nuovo);
    int numero =
        jdbc.sql("select coalesce(max(numero), 0) + 1 from incontro where tavolo_id = ?")
            .param(tavoloId)
            .query(Integer.class)
            .single();
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into incontro (tavolo_id, numero, inizio, fine, luogo, ordine_del_giorno,
              sequenza, da_convocare)
            values (?, ?, ?, ?, ?, ?, 0, ?)""")
        .params(
            tavoloId,
            numero,
            nuovo.inizio().toOffsetDateTime(),
            nuovo.fine().toOffsetDateTime(),
            nuovo.luogo(),
            nuovo.ordineDelGiorno(),
            nuovo.subito())
        .update(chiave, "id");
    return chiave.getKeyAs(Number.class).longValue();
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
            incontro.ordineDelGiorno(),
            incontro.subito()
          });
    }
    jdbcTemplate.batchUpdate(
        """
        insert into incontro (tavolo_id, numero, inizio, fine, luogo, ordine_del_giorno, sequenza,
          da_convocare)
        values (?, ?, ?, ?, ?, ?, 0, ?)""",
        righe);
  }

  /**
   * Has a meeting that was left for later convened.
   *
   * @throws DatoNonValido when it was convened already or its time has passed
   */
  public void convocaPrevisto(long incontroId) {
    var incontro = incontro(incontroId);
    if (incontro.stato() != StatoIncontro.PREVISTO) {
      throw DatoNonValido.regola(
          "Incontro", "l'incontro n. %d è già %s.".formatted(incontro.numero(), stato(incontro)));
    }
    controllaFuturo(incontro.inizio());
    jdbc.sql("update incontro set da_convocare = true where id = ?").param(incontroId).update();
  }

  /**
   * Gives a meeting another time, place or agenda. A meeting already convened is convened again
   * with a higher sequenza; when its time changes, the answers given lapse.
   *
   * @throws DatoNonValido when its verbale is written, it was cancelled, nothing changes, the new
   *     time has begun already or overlaps another meeting
   */
  public void sposta(long incontroId, IncontroDaConvocare nuovo, String motivo, String chi) {
    var incontro = modificabile(incontroId);
    controllaFuturo(nuovo);
    controllaLibero(incontro.tavoloId(), incontroId, nuovo);
    boolean stessoOrario =
        incontro.inizio().isEqual(nuovo.inizio()) && incontro.fine().isEqual(nuovo.fine());
    if (stessoOrario
        && incontro.luogo().equals(nuovo.luogo())
        && incontro.ordineDelGiorno().equals(nuovo.ordineDelGiorno())) {
      throw DatoNonValido.regola(
          "Incontro", "data, ore, luogo e ordine del giorno sono quelli già convocati.");
    }
    int sequenza = incontro.convocato() ? incontro.sequenza() + 1 : incontro.sequenza();
    if (incontro.convocato()) {
      jdbc.sql(
              """
              insert into spostamento_incontro (incontro_id, sequenza, inizio_precedente,
                fine_precedente, luogo_precedente, motivo, chi, quando)
              values (?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(
              incontroId,
              sequenza,
              incontro.inizio().toOffsetDateTime(),
              incontro.fine().toOffsetDateTime(),
              incontro.luogo(),
              motivo,
              chi,
              OffsetDateTime.now(orologio))
          .update();
      if (!stessoOrario) {
        ritiraSostituti(incontro, sequenza, "L'incontro è stato spostato.");
      }
    }
    jdbc.sql(
            """
            update incontro set inizio = ?, fine = ?, luogo = ?, ordine_del_giorno = ?, sequenza = ?
            where id = ?""")
        .params(
            nuovo.inizio().toOffsetDateTime(),
            nuovo.fine().toOffsetDateTime(),
            nuovo.luogo(),
            nuovo.ordineDelGiorno(),
            sequenza,
            incontroId)
        .update();
    if (!stessoOrario) {
      jdbc.sql("update incontro set sequenza_orario = sequenza where id = ?")
          .param(incontroId)
          .update();
    }
  }

  private void ritiraSostituti(Incontro incontro, int sequenza, String motivo) {
    var tavolo = composizione.tavolo(incontro.tavoloId());
    for (var sostituto : sostituti(incontro)) {
      eventi.publishEvent(
          new InvitoRitirato(
              composizione.piano(tavolo),
              tavolo.area(),
              conSequenza(incontro, sequenza),
              sostituto.chi(),
              "risposta:" + sostituto.rispostaId(),
              motivo));
    }
  }

  private static Incontro conSequenza(Incontro incontro, int sequenza) {
    return new Incontro(
        incontro.id(),
        incontro.tavoloId(),
        incontro.numero(),
        incontro.inizio(),
        incontro.fine(),
        incontro.luogo(),
        incontro.ordineDelGiorno(),
        sequenza,
        incontro.stato());
  }

  /**
   * The meeting will not be held.
   *
   * @throws DatoNonValido when its verbale is written, it was cancelled already, or the tavolo
   *     would be left without any meeting
   */
  public void annulla(long incontroId, String motivo, String chi) {
    var incontro = modificabile(incontroId);
    boolean altri =
        delTavolo(incontro.tavoloId()).stream()
            .anyMatch(i -> i.id() != incontroId && i.stato() != StatoIncontro.ANNULLATO);
    if (!altri) {
      throw DatoNonValido.regola(
          "Incontro",
          "è l'unico incontro del tavolo: spostarlo, oppure aggiungerne prima un altro.");
    }
    jdbc.sql(
            """
            insert into annullamento_incontro (incontro_id, motivo, chi, quando)
            values (?, ?, ?, ?)""")
        .params(incontroId, motivo, chi, OffsetDateTime.now(orologio))
        .update();
    if (incontro.convocato()) {
      jdbc.sql("update incontro set sequenza = sequenza + 1 where id = ?")
          .param(incontroId)
          .update();
    }
  }

  private Incontro modificabile(long incontroId) {
    var incontro = incontro(incontroId);
    if (incontro.stato() != StatoIncontro.PREVISTO && !incontro.convocato()) {
      throw DatoNonValido.regola(
          "Incontro", "l'incontro n. %d è %s.".formatted(incontro.numero(), stato(incontro)));
    }
    return incontro;
  }

  private static String stato(Incontro incontro) {
    return incontro.stato().descrizione();
  }

  private void controllaFuturo(IncontroDaConvocare incontro) {
    controllaFuturo(incontro.inizio());
  }

  private void controllaFuturo(ZonedDateTime inizio) {
    if (!inizio.isAfter(ZonedDateTime.now(orologio))) {
      throw new DatoNonValido(
          "Data dell'incontro",
          "%s, ore %s".formatted(Incontro.GIORNO.format(inizio), Incontro.ORA.format(inizio)),
          "un momento non ancora passato");
    }
  }

  private void controllaLibero(long tavoloId, long senza, IncontroDaConvocare nuovo) {
    delTavolo(tavoloId).stream()
        .filter(i -> i.id() != senza && i.stato() != StatoIncontro.ANNULLATO)
        .forEach(
            altro -> {
              if (altro.inizio().isBefore(nuovo.inizio())) {
                controllaSeparati(altro.fine(), nuovo.inizio());
              } else {
                controllaSeparati(nuovo.fine(), altro.inizio());
              }
            });
  }

  private static void controllaSeparati(ZonedDateTime finePrimo, ZonedDateTime inizioSecondo) {
    if (inizioSecondo.isBefore(finePrimo)) {
      throw DatoNonValido.regola(
          "Incontri",
          "l'incontro di %s comincia prima che finisca il precedente."
              .formatted(Incontro.GIORNO.format(inizioSecondo)));
    }
  }

  private Map<Long, Integer> convocati(long tavoloId) {
    var convocati = new HashMap<Long, Integer>();
    jdbc.sql(
            """
            select c.incontro_id, max(c.sequenza) as sequenza from convocazione_incontro c
            join incontro i on i.id = c.incontro_id
            where i.tavolo_id = ? group by c.incontro_id""")
        .param(tavoloId)
        .query((riga, n) -> convocati.put(riga.getLong("incontro_id"), riga.getInt("sequenza")))
        .list();
    return convocati;
  }

  /**
   * Tells the members every meeting that they do not know in its present version: new, moved or
   * cancelled. Convening again what was convened already does nothing.
   */
  public Convocazioni convoca(long tavoloId) {
    var note = convocati(tavoloId);
    var daDire =
        delTavolo(tavoloId).stream()
            .filter(
                i ->
                    note.containsKey(i.id())
                        ? note.get(i.id()) < i.sequenza()
                        : i.stato() == StatoIncontro.PREVISTO && daConvocare(i.id()))
            .toList();
    var adesso = OffsetDateTime.now(orologio);
    jdbcTemplate.batchUpdate(
        "insert into convocazione_incontro (incontro_id, sequenza, convocato) values (?, ?, ?)",
        daDire.stream().map(i -> new Object[] {i.id(), i.sequenza(), adesso}).toList());
    var invitati = composizione.invitati(composizione.membri(tavoloId));
    var convocazioni = new Convocazioni(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (var incontro : daDire) {
      if (incontro.stato() == StatoIncontro.ANNULLATO) {
        convocazioni.annullati().add(incontro.id());
        annunciaAnnullato(incontro, invitati);
      } else {
        boolean nuovo = !note.containsKey(incontro.id());
        (nuovo ? convocazioni.nuovi() : convocazioni.spostati()).add(incontro.id());
        annunciaConvocato(incontro(incontro.id()), invitati, sostituti(incontro));
      }
    }
    return convocazioni;
  }

  private boolean daConvocare(long incontroId) {
    return jdbc.sql("select da_convocare from incontro where id = ?")
        .param(incontroId)
        .query(Boolean.class)
        .single();
  }

  /** Calls members who came later to the meetings already convened and not yet begun. */
  void invita(TavoloTematico tavolo, List<Membro> nuovi) {
    var invitati = composizione.invitati(nuovi);
    futuri(tavolo.id()).forEach(i -> annunciaConvocato(i, invitati, List.of()));
  }

  /** Members who leave are told for each meeting that still stands in their calendars. */
  void disdici(TavoloTematico tavolo, List<Membro> usciti, String motivo) {
    var piano = composizione.piano(tavolo);
    for (var incontro : futuri(tavolo.id())) {
      var risposte = risposte(incontro.id());
      for (var membro : usciti) {
        if (membro.raggiungibile()) {
          eventi.publishEvent(
              new InvitoRitirato(
                  piano,
                  tavolo.area(),
                  incontro,
                  new Destinatario(membro.denominazione(), membro.email()),
                  "uscita:" + membro.id() + ":" + OffsetDateTime.now(orologio).toInstant(),
                  motivo));
        }
        var risposta = risposte.get(membro.id());
        if (risposta != null && risposta.sostituto() != null) {
          eventi.publishEvent(
              new InvitoRitirato(
                  piano,
                  tavolo.area(),
                  incontro,
                  risposta.sostituto(),
                  "risposta:" + risposta.id(),
                  "Chi Lei doveva sostituire non fa più parte del tavolo."));
        }
      }
    }
  }

  private List<Incontro> futuri(long tavoloId) {
    var adesso = ZonedDateTime.now(orologio);
    return delTavolo(tavoloId).stream()
        .filter(i -> i.convocato() && i.inizio().isAfter(adesso))
        .toList();
  }

  private void annunciaConvocato(
      Incontro incontro, List<Invitato> invitati, List<Sostituto> sostituti) {
    var tavolo = composizione.tavolo(incontro.tavoloId());
    var motivo =
        jdbc.sql("select motivo from spostamento_incontro where incontro_id = ? and sequenza = ?")
            .params(incontro.id(), incontro.sequenza())
            .query(String.class)
            .optional()
            .orElse(null);
    eventi.publishEvent(
        new IncontroConvocato(
            composizione.piano(tavolo), tavolo.area(), incontro, motivo, invitati, sostituti));
  }

  private void annunciaAnnullato(Incontro incontro, List<Invitato> invitati) {
    var tavolo = composizione.tavolo(incontro.tavoloId());
    var motivo =
        jdbc.sql("select motivo from annullamento_incontro where incontro_id = ?")
            .param(incontro.id())
            .query(String.class)
            .single();
    eventi.publishEvent(
        new IncontroAnnullato(
            composizione.piano(tavolo),
            tavolo.area(),
            incontro,
            motivo,
            invitati,
            sostituti(incontro)));
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

  /** Reminds the members who have not answered. */
  public void ricorda(long incontroId, int giorniPrima) {
    var incontro = incontro(incontroId);
    var tavolo = composizione.tavolo(incontro.tavoloId());
    var risposte = risposte(incontroId);
    var silenziosi =
        composizione.membri(tavolo.id()).stream()
            .filter(membro -> !risposte.containsKey(membro.id()))
            .toList();
    eventi.publishEvent(
        new IncontroRicordato(
            composizione.piano(tavolo),
            tavolo.area(),
            incontro,
            giorniPrima,
            composizione.invitati(silenziosi)));
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
        composizione.tavolo(incontro.tavoloId()).pianoId(),
        "VERBALE",
        "incontro:" + incontro.id(),
        termine);
  }

  /** Raises the alarm for a verbale that was not written in time; it can still be written. */
  public void segnalaVerbaleInRitardo(long incontroId) {
    var incontro = incontro(incontroId);
    var tavolo = composizione.tavolo(incontro.tavoloId());
    eventi.publishEvent(
        new VerbaleInRitardo(
            composizione.piano(tavolo), tavolo.area(), incontro, LocalDate.now(orologio)));
  }

  /** The answers that count, by member. */
  @Transactional(readOnly = true)
  public Map<Long, Risposta> risposte(long incontroId) {
    var risposte = new HashMap<Long, Risposta>();
    jdbc.sql(
            """
            select r.id, r.membro_id, r.esito, r.sostituto_nome, r.sostituto_email
            from risposta_incontro r
            join incontro i on i.id = r.incontro_id and r.sequenza >= i.sequenza_orario
            where r.incontro_id = ? order by r.id""")
        .param(incontroId)
        .query(
            (riga, n) ->
                risposte.put(
                    riga.getLong("membro_id"),
                    new Risposta(
                        riga.getLong("id"),
                        riga.getLong("membro_id"),
                        EsitoRisposta.valueOf(riga.getString("esito")),
                        riga.getString("sostituto_email") == null
                            ? null
                            : new Destinatario(
                                riga.getString("sostituto_nome"),
                                riga.getString("sostituto_email")))))
        .list();
    return risposte;
  }

  private List<Sostituto> sostituti(Incontro incontro) {
    var risposte = risposte(incontro.id());
    return composizione.membri(incontro.tavoloId()).stream()
        .filter(m -> risposte.containsKey(m.id()) && risposte.get(m.id()).sostituto() != null)
        .map(
            m ->
                new Sostituto(
                    risposte.get(m.id()).id(), risposte.get(m.id()).sostituto(), m.denominazione()))
        .toList();
  }

  /**
   * A member says whether it comes, or who comes instead. The last answer counts; a substitute who
   * is no longer expected is told.
   *
   * @param sostituto {@code null} unless {@code esito} is {@link EsitoRisposta#SOSTITUTO}
   * @throws DatoNonValido when the meeting is not convened or has ended
   */
  void rispondi(Membro membro, long incontroId, EsitoRisposta esito, Destinatario sostituto) {
    var incontro = incontro(incontroId);
    if (!incontro.convocato() || !incontro.fine().isAfter(ZonedDateTime.now(orologio))) {
      throw DatoNonValido.regola(
          "Risposta", "non si può più rispondere: l'incontro si è già tenuto o è annullato.");
    }
    var tavolo = composizione.tavolo(incontro.tavoloId());
    var piano = composizione.piano(tavolo);
    var precedente = risposte(incontroId).get(membro.id());
    if (precedente != null
        && precedente.esito() == esito
        && Objects.equals(precedente.sostituto(), sostituto)) {
      return;
    }
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into risposta_incontro (incontro_id, membro_id, sequenza, esito, sostituto_nome,
              sostituto_email, quando)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(
            incontroId,
            membro.id(),
            incontro.sequenza(),
            esito.name(),
            sostituto == null ? null : sostituto.nome(),
            sostituto == null ? null : sostituto.email(),
            OffsetDateTime.now(orologio))
        .update(chiave, "id");
    if (precedente != null && precedente.sostituto() != null) {
      eventi.publishEvent(
          new InvitoRitirato(
              piano,
              tavolo.area(),
              incontro,
              precedente.sostituto(),
              "risposta:" + precedente.id(),
              membro.denominazione() + " non Le chiede più di partecipare al suo posto."));
    }
    if (sostituto != null) {
      eventi.publishEvent(
          new SostitutoIndicato(
              piano,
              tavolo.area(),
              incontro,
              new Sostituto(
                  chiave.getKeyAs(Number.class).longValue(), sostituto, membro.denominazione()),
              composizione.invitati(List.of(membro)).get(0)));
    }
    eventi.publishEvent(new TavoloAggiornato(piano, tavolo.id()));
  }
}
