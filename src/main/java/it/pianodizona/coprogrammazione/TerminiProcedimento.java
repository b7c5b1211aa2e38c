package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.Termine;
import it.pianodizona.comune.Termini;
import it.pianodizona.piano.Scadenze;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The term of the procedure on a domanda: it runs from the arrival, stands still while the
 * applicant is asked to complete the domanda (art. 2, seventh paragraph, l. 241/1990) or to answer
 * a preavviso di rigetto (art. 10-bis), and keeps a record of every move.
 */
@Service
@Transactional
public class TerminiProcedimento {

  private static final String TIPO = "PROCEDIMENTO";
  private static final String NORMA = "art. 2 l. 241/1990";

  private final JdbcClient jdbc;
  private final ArchivioDomande archivio;
  private final Scadenze scadenze;
  private final CoProgrammazioneProperties parametri;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  TerminiProcedimento(
      JdbcClient jdbc,
      ArchivioDomande archivio,
      Scadenze scadenze,
      CoProgrammazioneProperties parametri,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.archivio = archivio;
    this.scadenze = scadenze;
    this.parametri = parametri;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  private record Sospensione(long id, CausaSospensione causa, LocalDate dal, LocalDate al) {
    long giorni() {
      return Math.max(0, ChronoUnit.DAYS.between(dal, al));
    }
  }

  /** By when a procedure that opens now should end; recorded on the plan. */
  public ZonedDateTime apri(long domandaId) {
    var domanda = archivio.domanda(domandaId);
    return scadenze.registra(
        domanda.piano().pianoId(), TIPO, ArchivioDomande.riferimento(domandaId), calcola(domanda));
  }

  /** By when a procedure should end, suspensions included; last instant, Europe/Rome. */
  @Transactional(readOnly = true)
  public ZonedDateTime termine(long domandaId) {
    return calcola(archivio.domanda(domandaId)).scadenza();
  }

  /** Why the term is the one it is, in one Italian sentence. */
  @Transactional(readOnly = true)
  public String motivazione(long domandaId) {
    return calcola(archivio.domanda(domandaId)).motivazione();
  }

  /** Tells the office that the term passed; the procedure goes on. */
  public void segnalaScaduto(long domandaId) {
    var domanda = archivio.domanda(domandaId);
    archivio.annota(domandaId, FattoDomanda.TERMINE_SCADUTO, null, null, ArchivioDomande.SISTEMA);
    eventi.publishEvent(
        new TermineProcedimentoScaduto(
            domanda.piano(),
            domandaId,
            domanda.dati().denominazione(),
            calcola(domanda).scadenza()));
  }

  /**
   * Suspends the term from today, unless it already passed, or the requests that suspend it are
   * used up.
   *
   * @param ripresaPrevista when it runs again if the applicant does nothing
   */
  void sospendi(Domanda domanda, CausaSospensione causa, LocalDate ripresaPrevista) {
    var prima = calcola(domanda).scadenza();
    var oggi = LocalDate.now(orologio);
    if (ZonedDateTime.now(orologio).isAfter(prima)) {
      return;
    }
    var ripresa = ripresaPrevista;
    if (causa == CausaSospensione.SOCCORSO) {
      long gia = sospensioni(domanda.id()).stream().filter(s -> s.causa() == causa).count();
      if (gia >= parametri.sospensioniMassime()) {
        return;
      }
      var massima = oggi.plusDays(parametri.sospensioneMassimaGiorni());
      ripresa = ripresaPrevista.isAfter(massima) ? massima : ripresaPrevista;
    }
    jdbc.sql(
            """
            insert into sospensione_termine (domanda_id, causa, dal, ripresa_prevista, quando)
            values (?, ?, ?, ?, ?)""")
        .params(domanda.id(), causa.name(), oggi, ripresa, adesso())
        .update();
    sposta(domanda, prima);
  }

  /** The applicant answered: the term runs again from this day. */
  void riprendi(Domanda domanda, CausaSospensione causa, LocalDate dal) {
    var aperta =
        jdbc.sql(
                """
                select s.id, s.dal, s.ripresa_prevista from sospensione_termine s
                where s.domanda_id = ? and s.causa = ?
                and not exists (select 1 from ripresa_termine r where r.sospensione_id = s.id)
                and s.ripresa_prevista >= ?
                order by s.id desc limit 1""")
            .params(domanda.id(), causa.name(), LocalDate.now(orologio))
            .query(
                (riga, n) ->
                    new Sospensione(
                        riga.getLong("id"),
                        causa,
                        riga.getObject("dal", LocalDate.class),
                        riga.getObject("ripresa_prevista", LocalDate.class)))
            .optional();
    if (aperta.isEmpty()) {
      return;
    }
    var prima = calcola(domanda).scadenza();
    // a suspension for an integration never gets longer than it was allowed to be
    var ripresa =
        causa == CausaSospensione.SOCCORSO && dal.isAfter(aperta.get().al())
            ? aperta.get().al()
            : dal;
    jdbc.sql("insert into ripresa_termine (sospensione_id, dal, quando) values (?, ?, ?)")
        .params(aperta.get().id(), ripresa, adesso())
        .update();
    sposta(domanda, prima);
  }

  private void sposta(Domanda domanda, ZonedDateTime prima) {
    var termine = calcola(domanda);
    var dopo = termine.scadenza();
    if (dopo.equals(prima)) {
      return;
    }
    jdbc.sql(
            """
            insert into spostamento_termine (domanda_id, prima, dopo, motivazione, quando)
            values (?, ?, ?, ?, ?)""")
        .params(
            domanda.id(),
            prima.toOffsetDateTime(),
            dopo.toOffsetDateTime(),
            termine.motivazione(),
            adesso())
        .update();
    scadenze.registra(
        domanda.piano().pianoId(), TIPO, ArchivioDomande.riferimento(domanda.id()), termine);
    archivio.annota(
        domanda.id(),
        FattoDomanda.TERMINE_SPOSTATO,
        termine.motivazione(),
        termine.norma(),
        ArchivioDomande.SISTEMA);
    eventi.publishEvent(
        new TermineProcedimentoSpostato(domanda.piano(), domanda.id(), prima, dopo));
  }

  private Termine calcola(Domanda domanda) {
    var sospensioni = sospensioni(domanda.id());
    long sospesi = sospensioni.stream().mapToLong(Sospensione::giorni).sum();
    var norma =
        NORMA
            + Stream.of(CausaSospensione.values())
                .map(causa -> sospesaPer(causa, sospensioni))
                .collect(Collectors.joining());
    return Termini.aGiorni(
        domanda.ricevuta().toLocalDate(),
        Math.toIntExact(parametri.procedimentoGiorni() + sospesi),
        norma);
  }

  private static String sospesaPer(CausaSospensione causa, List<Sospensione> sospensioni) {
    long giorni =
        sospensioni.stream().filter(s -> s.causa() == causa).mapToLong(Sospensione::giorni).sum();
    return giorni == 0
        ? ""
        : "; sospeso %s per %s, %s"
            .formatted(
                giorni == 1 ? "1 giorno" : giorni + " giorni", causa.descrizione(), causa.norma());
  }

  private List<Sospensione> sospensioni(long domandaId) {
    return jdbc.sql(
            """
            select s.id, s.causa, s.dal, coalesce(r.dal, s.ripresa_prevista) as al
            from sospensione_termine s left join ripresa_termine r on r.sospensione_id = s.id
            where s.domanda_id = ? order by s.id""")
        .param(domandaId)
        .query(
            (riga, n) ->
                new Sospensione(
                    riga.getLong("id"),
                    CausaSospensione.valueOf(riga.getString("causa")),
                    riga.getObject("dal", LocalDate.class),
                    riga.getObject("al", LocalDate.class)))
        .list();
  }

  private OffsetDateTime adesso() {
    return OffsetDateTime.now(orologio);
  }
}
