package it.pianodizona.piano;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Trienni and plans: what is open, in which phase, and by when the Accordo must be signed. */
@Service
@Transactional
public class Piani {

  private static final String NORMA_SCADENZA = "termine regionale per l'Accordo di Programma";

  private final JdbcClient jdbc;
  private final Scadenze scadenze;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Piani(JdbcClient jdbc, Scadenze scadenze, ApplicationEventPublisher eventi, Clock orologio) {
    this.jdbc = jdbc;
    this.scadenze = scadenze;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /**
   * Opens a triennio.
   *
   * @throws DatoNonValido when a triennio with this code is open already
   */
  public void registra(Triennio triennio) {
    verificaNuovo(triennio.codice());
    jdbc.sql(
            """
            insert into triennio
              (codice, atto_regionale, inizio, fine, scadenza_accordo, schema_premialita, registrato)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(
            triennio.codice(),
            triennio.attoRegionale(),
            triennio.inizio(),
            triennio.fine(),
            triennio.scadenzaAccordo(),
            triennio.schemaPremialita(),
            OffsetDateTime.now(orologio))
        .update();
  }

  /**
   * Refuses a triennio that is not three years long or is open already.
   *
   * @throws DatoNonValido naming the field
   */
  @Transactional(readOnly = true)
  public void verificaNuovo(String codice) {
    Triennio.verificaCodice(codice);
    if (cercaTriennio(codice).isPresent()) {
      throw new DatoNonValido(
          "Triennio", codice, "un triennio non ancora avviato: questo lo è già");
    }
  }

  /**
   * Holds a triennio while somebody begins to open it, until the caller's transaction ends: whoever
   * begins at the same moment waits, and then sees that it is being opened.
   *
   * @throws DatoNonValido as {@link #verificaNuovo}, and when somebody else was faster
   */
  public void riservaApertura(String codice) {
    verificaNuovo(codice);
    boolean riservato =
        jdbc.sql("select codice from apertura_triennio where codice = ? for update")
            .param(codice)
            .query(String.class)
            .optional()
            .isPresent();
    if (!riservato) {
      try {
        jdbc.sql("insert into apertura_triennio (codice, avviata) values (?, ?)")
            .params(codice, OffsetDateTime.now(orologio))
            .update();
      } catch (DuplicateKeyException nelloStessoIstante) {
        throw inApertura(codice);
      }
    }
  }

  /** What whoever opens a triennio twice is told. */
  public static DatoNonValido inApertura(String codice) {
    return DatoNonValido.regola(
        "Triennio",
        "l'apertura del triennio %s è già in corso: manca il compito «Definire date, schema e Ambiti», da completare al posto di un secondo avvio."
            .formatted(codice));
  }

  /** Creates the plans of these Ambiti, all due on the triennio's date. */
  public List<RiferimentoPiano> avvia(String triennio, Collection<String> codiciAmbito) {
    var scadenza = Termini.aData(triennio(triennio).scadenzaAccordo(), NORMA_SCADENZA);
    var adesso = OffsetDateTime.now(orologio);
    var piani = new ArrayList<RiferimentoPiano>();
    for (var codiceAmbito : codiciAmbito) {
      jdbc.sql(
              """
              insert into piano
                (codice_ambito, triennio, fase, in_ritardo, scadenza_accordo, avviato)
              values (?, ?, ?, false, ?, ?)""")
          .params(
              codiceAmbito,
              triennio,
              Fase.CO_PROGRAMMAZIONE.name(),
              scadenza.scadenza().toOffsetDateTime(),
              adesso)
          .update();
    }
    for (var piano : elenco(triennio)) {
      if (codiciAmbito.contains(piano.codiceAmbito())) {
        scadenze.registra(piano.id(), "ACCORDO", "piano:" + piano.id(), scadenza);
        piani.add(piano.riferimento());
      }
    }
    return piani;
  }

  @Transactional(readOnly = true)
  public Triennio triennio(String codice) {
    return cercaTriennio(codice)
        .orElseThrow(() -> new DatoNonValido("Triennio", codice, "un triennio avviato"));
  }

  private Optional<Triennio> cercaTriennio(String codice) {
    return jdbc.sql(
            """
            select codice, atto_regionale, inizio, fine, scadenza_accordo, schema_premialita
            from triennio where codice = ?""")
        .param(codice)
        .query(Triennio.class)
        .optional();
  }

  @Transactional(readOnly = true)
  public List<Triennio> trienni() {
    return jdbc.sql(
            """
            select codice, atto_regionale, inizio, fine, scadenza_accordo, schema_premialita
            from triennio order by codice desc""")
        .query(Triennio.class)
        .list();
  }

  /** All plans of a triennio, by Ambito. */
  @Transactional(readOnly = true)
  public List<Piano> elenco(String triennio) {
    return jdbc.sql("select * from piano where triennio = ? order by codice_ambito")
        .param(triennio)
        .query(Piani::piano)
        .list();
  }

  /** The plans with these ids, in no particular order; ids of no plan are left out. */
  @Transactional(readOnly = true)
  public List<Piano> elenco(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql("select * from piano where id in (:ids)")
            .param("ids", ids)
            .query(Piani::piano)
            .list();
  }

  @Transactional(readOnly = true)
  public Piano piano(long pianoId) {
    return jdbc.sql("select * from piano where id = ?")
        .param(pianoId)
        .query(Piani::piano)
        .optional()
        .orElseThrow(() -> new DatoNonValido("Piano", pianoId, "un piano esistente"));
  }

  @Transactional(readOnly = true)
  public RiferimentoPiano riferimento(long pianoId) {
    return piano(pianoId).riferimento();
  }

  /** Last instant to sign the Accordo di Programma, Europe/Rome. */
  @Transactional(readOnly = true)
  public ZonedDateTime scadenzaAccordo(long pianoId) {
    return piano(pianoId).scadenzaAccordo();
  }

  /** Records that the plan entered a phase, with the moment; a rejected plan enters one twice. */
  public void passaAllaFase(long pianoId, Fase fase) {
    jdbc.sql("update piano set fase = ? where id = ?").params(fase.name(), pianoId).update();
    jdbc.sql("insert into fase_del_piano (piano_id, fase, da) values (?, ?, ?)")
        .params(pianoId, fase.name(), OffsetDateTime.now(orologio))
        .update();
    eventi.publishEvent(new FaseIniziata(riferimento(pianoId), fase));
  }

  /** Marks the plan late and tells those concerned; the plan goes on. */
  public void segnaInRitardo(long pianoId) {
    jdbc.sql("update piano set in_ritardo = true where id = ?").param(pianoId).update();
    var piano = piano(pianoId);
    eventi.publishEvent(new PianoInRitardo(piano.riferimento(), piano.scadenzaAccordo()));
  }

  private static Piano piano(ResultSet riga, int numero) throws SQLException {
    return new Piano(
        riga.getLong("id"),
        riga.getString("codice_ambito"),
        riga.getString("triennio"),
        Fase.valueOf(riga.getString("fase")),
        riga.getBoolean("in_ritardo"),
        riga.getObject("scadenza_accordo", OffsetDateTime.class).atZoneSameInstant(Termini.ROMA),
        riga.getObject("avviato", OffsetDateTime.class).atZoneSameInstant(Termini.ROMA));
  }
}
