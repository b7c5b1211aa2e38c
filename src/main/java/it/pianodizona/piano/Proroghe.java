package it.pianodizona.piano;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place where the term for the Accordo di Programma moves: by an act of the Region, with
 * the reason and the term it replaces on record. Also keeps the other proroga, of the previous
 * Accordo, and the reasons why an Accordo was not reached.
 */
@Service
@Transactional
public class Proroghe {

  private static final String PROROGHE =
      """
      select id, triennio, atto, data_atto, motivo, nuova_scadenza, registrata from proroga
      """;

  private final JdbcClient jdbc;
  private final Piani piani;
  private final Scadenze scadenze;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Proroghe(
      JdbcClient jdbc,
      Piani piani,
      Scadenze scadenze,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.piani = piani;
    this.scadenze = scadenze;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /** The plans whose Accordo is not concluded: those a proroga can still help. */
  @Transactional(readOnly = true)
  public List<Piano> prorogabili(String triennio) {
    return piani.elenco(triennio).stream()
        .filter(piano -> piano.fase().compareTo(Fase.ACCORDO) <= 0)
        .toList();
  }

  /**
   * Refuses an act that cannot be the reason of a proroga.
   *
   * @throws DatoNonValido when the triennio is not open, no plan of it waits for its Accordo, or
   *     the act is in the future
   */
  @Transactional(readOnly = true)
  public void verificaAtto(String triennio, LocalDate dataAtto) {
    piani.triennio(triennio);
    if (prorogabili(triennio).isEmpty()) {
      throw DatoNonValido.regola(
          "Triennio",
          "nel triennio %s tutti i piani hanno concluso l'Accordo.".formatted(triennio));
    }
    nonFutura(dataAtto);
  }

  /**
   * Records a proroga; {@link #applica} moves the plans one by one.
   *
   * @param ambiti codici of the Ambiti it applies to
   * @return its key and the plans to move
   * @throws DatoNonValido when an Ambito has no plan that waits for its Accordo, or the new term is
   *     not after the one in force and not in the future
   */
  public Registrata registra(NuovaProroga nuova, Collection<String> ambiti, String chi) {
    verificaAtto(nuova.triennio(), nuova.dataAtto());
    Map<String, Piano> possibili =
        prorogabili(nuova.triennio()).stream()
            .collect(Collectors.toMap(Piano::codiceAmbito, Function.identity()));
    var scelti =
        ambiti.stream()
            .distinct()
            .sorted()
            .map(
                ambito ->
                    Optional.ofNullable(possibili.get(ambito))
                        .orElseThrow(
                            () ->
                                new DatoNonValido(
                                    "Ambiti", ambito, "un Ambito che non ha concluso l'Accordo")))
            .toList();
    if (scelti.isEmpty()) {
      throw DatoNonValido.regola("Ambiti", "scegliere almeno un Ambito.");
    }
    var dopo = Termini.fineGiorno(nuova.nuovaScadenza());
    if (!dopo.isAfter(ZonedDateTime.now(orologio))) {
      throw new DatoNonValido(
          "Nuovo termine", GIORNO.format(nuova.nuovaScadenza()), "un giorno da oggi in poi");
    }
    scelti.stream()
        .filter(piano -> !dopo.isAfter(piano.scadenzaAccordo()))
        .findFirst()
        .ifPresent(
            piano -> {
              throw new DatoNonValido(
                  "Nuovo termine",
                  GIORNO.format(nuova.nuovaScadenza()),
                  "un giorno dopo il %s, termine in vigore per l'Ambito %s"
                      .formatted(GIORNO.format(piano.scadenzaAccordo()), piano.codiceAmbito()));
            });
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into proroga
              (triennio, atto, data_atto, motivo, nuova_scadenza, registrata, registrata_da)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            nuova.triennio(),
            nuova.atto(),
            nuova.dataAtto(),
            nuova.motivo(),
            nuova.nuovaScadenza(),
            OffsetDateTime.now(orologio),
            chi)
        .update(chiave, "id");
    return new Registrata(chiave.getKeyAs(Long.class), scelti.stream().map(Piano::id).toList());
  }

  /**
   * @param piani keys of the plans to move
   */
  public record Registrata(long prorogaId, List<Long> piani) {}

  /**
   * Moves the term of one plan and whatever depends on it; a plan already moved by this proroga, or
   * meanwhile due later still, is left alone. A plan that was late no longer is.
   */
  public void applica(long prorogaId, long pianoId) {
    var proroga = proroga(prorogaId);
    // two proroghe of the same plan one after the other, never together
    var prima =
        jdbc.sql("select scadenza_accordo from piano where id = ? for update")
            .param(pianoId)
            .query(OffsetDateTime.class)
            .single()
            .atZoneSameInstant(Termini.ROMA);
    var termine = Termini.aData(proroga.nuovaScadenza(), "proroga, " + proroga.estremi());
    if (!termine.scadenza().isAfter(prima)) {
      return;
    }
    var dopo = scadenze.registra(pianoId, "ACCORDO", "proroga:" + prorogaId, termine);
    jdbc.sql("update piano set scadenza_accordo = ?, in_ritardo = ? where id = ?")
        .params(dopo.toOffsetDateTime(), dopo.isBefore(ZonedDateTime.now(orologio)), pianoId)
        .update();
    jdbc.sql(
            """
            insert into proroga_piano (proroga_id, piano_id, prima, dopo, applicata)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            prorogaId,
            pianoId,
            prima.toOffsetDateTime(),
            dopo.toOffsetDateTime(),
            OffsetDateTime.now(orologio))
        .update();
    eventi.publishEvent(new TermineProrogato(piani.riferimento(pianoId), proroga, prima, dopo));
  }

  /** Has everyone concerned told, once all the plans have moved. */
  public void comunica(long prorogaId) {
    var proroga = proroga(prorogaId);
    var mossi =
        jdbc.sql("select piano_id from proroga_piano where proroga_id = ?")
            .param(prorogaId)
            .query(Long.class)
            .set();
    eventi.publishEvent(
        new ProrogaComunicata(
            proroga,
            piani.elenco(proroga.triennio()).stream()
                .filter(piano -> mossi.contains(piano.id()))
                .toList()));
  }

  /** The proroghe of one plan, in the order they came. */
  @Transactional(readOnly = true)
  public List<Proroga.SulPiano> delPiano(long pianoId) {
    return jdbc.sql(
            """
            select p.id, p.triennio, p.atto, p.data_atto, p.motivo, p.nuova_scadenza, p.registrata,
                   s.prima, s.dopo
              from proroga p join proroga_piano s on s.proroga_id = p.id
             where s.piano_id = ? order by p.id
            """)
        .param(pianoId)
        .query(
            (riga, numero) ->
                new Proroga.SulPiano(
                    proroga(riga, numero), istante(riga, "prima"), istante(riga, "dopo")))
        .list();
  }

  /** How often the term of each plan of a triennio moved; plans never moved are not in the map. */
  @Transactional(readOnly = true)
  public Map<Long, String> attiPerPiano(String triennio) {
    return jdbc
        .sql(
            """
            select s.piano_id, p.atto
              from proroga p join proroga_piano s on s.proroga_id = p.id
             where p.triennio = ? order by p.id
            """)
        .param(triennio)
        .query((riga, numero) -> Map.entry(riga.getLong("piano_id"), riga.getString("atto")))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(Map.Entry::getValue, Collectors.joining("; "))));
  }

  /**
   * Records that an Ambito extends its previous Accordo.
   *
   * @param proroga its id is ignored
   * @return its key
   * @throws DatoNonValido when the plan has its new Accordo, or a date is impossible
   */
  public long prorogaPrecedente(long pianoId, ProrogaAccordo proroga, String chi) {
    if (piani.piano(pianoId).fase().compareTo(Fase.ACCORDO) > 0) {
      throw DatoNonValido.regola(
          "Accordo precedente",
          "il nuovo Accordo è concluso: non occorre prorogare il precedente.");
    }
    nonFutura(proroga.dataAtto());
    if (proroga.finoAl().isBefore(LocalDate.now(orologio))) {
      throw new DatoNonValido(
          "L'Accordo precedente vale fino al",
          GIORNO.format(proroga.finoAl()),
          "un giorno da oggi in poi");
    }
    precedente(pianoId)
        .filter(p -> !proroga.finoAl().isAfter(p.finoAl()))
        .ifPresent(
            p -> {
              throw new DatoNonValido(
                  "L'Accordo precedente vale fino al",
                  GIORNO.format(proroga.finoAl()),
                  "un giorno dopo il %s, fino al quale è già prorogato"
                      .formatted(GIORNO.format(p.finoAl())));
            });
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into proroga_accordo_precedente
              (piano_id, organo, atto, data_atto, fino_al, motivo, registrata, registrata_da)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            pianoId,
            proroga.organo().name(),
            proroga.atto(),
            proroga.dataAtto(),
            proroga.finoAl(),
            proroga.motivo(),
            OffsetDateTime.now(orologio),
            chi)
        .update(chiave, "id");
    return chiave.getKeyAs(Long.class);
  }

  /** Tells ATS and Region that the previous Accordo goes on. */
  public void comunicaPrecedente(long pianoId) {
    eventi.publishEvent(
        new AccordoPrecedenteProrogato(
            piani.riferimento(pianoId), precedente(pianoId).orElseThrow()));
  }

  /** The proroga of the previous Accordo in force; empty when the Ambito never extended it. */
  @Transactional(readOnly = true)
  public Optional<ProrogaAccordo> precedente(long pianoId) {
    return jdbc.sql(
            """
            select id, organo, atto, data_atto, fino_al, motivo from proroga_accordo_precedente
             where piano_id = ? order by id desc fetch first 1 row only
            """)
        .param(pianoId)
        .query(ProrogaAccordo.class)
        .optional();
  }

  /** Records who refused to sign, for the Assemblea that meets again. */
  public void registraMancato(long pianoId, MancatoAccordo mancato) {
    jdbc.sql(
            """
            insert into accordo_mancato (piano_id, ente, motivo, data, registrato)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            pianoId, mancato.ente(), mancato.motivo(), mancato.data(), OffsetDateTime.now(orologio))
        .update();
  }

  /** Who refused to sign so far, and why, in the order it happened. */
  @Transactional(readOnly = true)
  public List<MancatoAccordo> mancati(long pianoId) {
    return jdbc.sql("select ente, motivo, data from accordo_mancato where piano_id = ? order by id")
        .param(pianoId)
        .query(MancatoAccordo.class)
        .list();
  }

  private Proroga proroga(long id) {
    return jdbc.sql(PROROGHE + " where id = ?").param(id).query(Proroghe::proroga).single();
  }

  private void nonFutura(LocalDate dataAtto) {
    if (dataAtto.isAfter(LocalDate.now(orologio))) {
      throw new DatoNonValido("Data dell'atto", GIORNO.format(dataAtto), "un giorno fino a oggi");
    }
  }

  private static Proroga proroga(ResultSet riga, int numero) throws SQLException {
    return new Proroga(
        riga.getLong("id"),
        riga.getString("triennio"),
        riga.getString("atto"),
        riga.getObject("data_atto", LocalDate.class),
        riga.getString("motivo"),
        riga.getObject("nuova_scadenza", LocalDate.class),
        istante(riga, "registrata"));
  }

  private static ZonedDateTime istante(ResultSet riga, String colonna) throws SQLException {
    return riga.getObject(colonna, OffsetDateTime.class).atZoneSameInstant(Termini.ROMA);
  }
}
