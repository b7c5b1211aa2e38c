package it.pianodizona.tavoli;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * Who sits where: the bodies of a notice, their seats at the tavoli and their personal links. Its
 * callers bring the transaction.
 */
@Component
class Composizione {

  private static final int BYTE_TOKEN = 32;

  /** The columns bear the names of {@link Membro}: to look for another one throws, once per row. */
  private static final String MEMBRI =
      """
      select m.id, m.soggetto_id as soggettoId, s.tipo, s.denominazione, s.email,
        s.domanda_id as domandaId, m.con_riserva as conRiserva, m.consultivo
      from membro_tavolo m join soggetto_tavoli s on s.id = m.soggetto_id
      """;

  private static final String IN_ORDINE =
      """
       order by case s.tipo when 'PARTECIPANTE' then 1 when 'SINDACATO' then 2 when 'ATS' then 3
        when 'ASST' then 4 when 'COMUNE' then 5 when 'FACILITATORE' then 6 else 7 end,
        s.denominazione, m.id""";

  private final JdbcClient jdbc;
  private final JdbcTemplate jdbcTemplate;
  private final Piani piani;
  private final Clock orologio;
  private final SecureRandom caso = new SecureRandom();

  Composizione(JdbcClient jdbc, JdbcTemplate jdbcTemplate, Piani piani, Clock orologio) {
    this.jdbc = jdbc;
    this.jdbcTemplate = jdbcTemplate;
    this.piani = piani;
    this.orologio = orologio;
  }

  /**
   * @throws DatoNonValido when it does not exist
   */
  TavoloTematico tavolo(long tavoloId) {
    return jdbc.sql(
            """
            select id, piano_id, avviso_id, codice_area, area
            from tavolo_tematico where id = ?""")
        .param(tavoloId)
        .query(TavoloTematico.class)
        .optional()
        .orElseThrow(() -> new DatoNonValido("Tavolo", tavoloId, "un tavolo esistente"));
  }

  RiferimentoPiano piano(TavoloTematico tavolo) {
    return piani.riferimento(tavolo.pianoId());
  }

  /** Whoever sits at the tavolo now. */
  List<Membro> membri(long tavoloId) {
    return jdbc.sql(MEMBRI + " where m.tavolo_id = ? and m.uscito is null " + IN_ORDINE)
        .param(tavoloId)
        .query(Membro.class)
        .list();
  }

  /** Whoever sits or sat at the tavolo. */
  List<Membro> anchePassati(long tavoloId) {
    return jdbc.sql(MEMBRI + " where m.tavolo_id = ? " + IN_ORDINE)
        .param(tavoloId)
        .query(Membro.class)
        .list();
  }

  /**
   * A seat that is taken now.
   *
   * @throws DatoNonValido when it is not at this tavolo
   */
  Membro membro(long tavoloId, long membroId) {
    return membri(tavoloId).stream()
        .filter(membro -> membro.id() == membroId)
        .findFirst()
        .orElseThrow(
            () ->
                new DatoNonValido(
                    "Membro del tavolo", membroId, "uno dei membri di questo tavolo"));
  }

  /** Tavoli are composed one at a time: two of them may meet the same body for the first time. */
  void unoAllaVolta(long avvisoId) {
    jdbc.sql("select id from avviso where id = ? for update")
        .param(avvisoId)
        .query(Long.class)
        .single();
  }

  /**
   * Seats somebody who does not sit there already.
   *
   * @return the seats taken, in the order given
   */
  List<Membro> accogli(TavoloTematico tavolo, List<NuovoMembro> nuovi, String motivo, String chi) {
    var soggetti = soggetti(tavolo.avvisoId(), nuovi);
    Map<Long, Boolean> seduti = new HashMap<>();
    jdbc.sql("select soggetto_id, uscito from membro_tavolo where tavolo_id = ?")
        .param(tavolo.id())
        .query(
            (riga, n) -> seduti.put(riga.getLong("soggetto_id"), riga.getObject("uscito") == null))
        .list();
    var daInserire =
        nuovi.stream().filter(n -> !seduti.containsKey(soggetti.get(n.chiave()))).toList();
    var daRiaccogliere =
        nuovi.stream()
            .filter(n -> Boolean.FALSE.equals(seduti.get(soggetti.get(n.chiave()))))
            .toList();
    jdbcTemplate.batchUpdate(
        """
        insert into membro_tavolo (tavolo_id, soggetto_id, con_riserva, consultivo)
        values (?, ?, ?, ?)""",
        daInserire.stream()
            .map(
                n ->
                    new Object[] {
                      tavolo.id(), soggetti.get(n.chiave()), n.conRiserva(), n.consultivo()
                    })
            .toList());
    jdbcTemplate.batchUpdate(
        """
        update membro_tavolo set uscito = null, con_riserva = ?, consultivo = ?
        where tavolo_id = ? and soggetto_id = ?""",
        daRiaccogliere.stream()
            .map(
                n ->
                    new Object[] {
                      n.conRiserva(), n.consultivo(), tavolo.id(), soggetti.get(n.chiave())
                    })
            .toList());
    var arrivati = new HashMap<Long, Boolean>();
    daInserire.forEach(n -> arrivati.put(soggetti.get(n.chiave()), true));
    daRiaccogliere.forEach(n -> arrivati.put(soggetti.get(n.chiave()), true));
    var membri =
        membri(tavolo.id()).stream().filter(m -> arrivati.containsKey(m.soggettoId())).toList();
    annota(membri.stream().map(Membro::id).toList(), "ENTRATO", motivo, chi);
    return membri;
  }

  private Map<String, Long> soggetti(long avvisoId, List<NuovoMembro> nuovi) {
    var noti = noti(avvisoId);
    jdbcTemplate.batchUpdate(
        """
        insert into soggetto_tavoli (avviso_id, chiave, tipo, denominazione, email, domanda_id)
        values (?, ?, ?, ?, ?, ?)""",
        nuovi.stream()
            .filter(n -> !noti.containsKey(n.chiave()))
            .map(
                n ->
                    new Object[] {
                      avvisoId,
                      n.chiave(),
                      n.tipo().name(),
                      n.denominazione(),
                      n.email(),
                      n.domandaId()
                    })
            .toList());
    return noti(avvisoId);
  }

  private Map<String, Long> noti(long avvisoId) {
    var noti = new HashMap<String, Long>();
    jdbc.sql("select chiave, id from soggetto_tavoli where avviso_id = ?")
        .param(avvisoId)
        .query((riga, n) -> noti.put(riga.getString("chiave"), riga.getLong("id")))
        .list();
    return noti;
  }

  /** The members leave their seats; what they did stays. */
  void congeda(Collection<Long> membri, String motivo, String chi) {
    jdbcTemplate.batchUpdate(
        "update membro_tavolo set uscito = ? where id = ?",
        membri.stream().map(id -> new Object[] {OffsetDateTime.now(orologio), id}).toList());
    annota(membri, "USCITO", motivo, chi);
  }

  private void annota(Collection<Long> membri, String fatto, String motivo, String chi) {
    var adesso = OffsetDateTime.now(orologio);
    jdbcTemplate.batchUpdate(
        "insert into storia_membro (membro_id, fatto, motivo, chi, quando) values (?, ?, ?, ?, ?)",
        membri.stream().map(id -> new Object[] {id, fatto, motivo, chi, adesso}).toList());
  }

  /** Members as receivers of letters, each with its own link; the unreachable ones left out. */
  List<Invitato> invitati(List<Membro> membri) {
    var gettoni = gettoni(membri);
    return membri.stream()
        .filter(Membro::raggiungibile)
        .map(m -> new Invitato(m.id(), m.denominazione(), m.email(), gettoni.get(m.soggettoId())))
        .toList();
  }

  private Map<Long, String> gettoni(List<Membro> membri) {
    var soggetti = membri.stream().filter(Membro::raggiungibile).map(Membro::soggettoId).toList();
    var gettoni = validi(soggetti);
    var mancano = soggetti.stream().filter(id -> !gettoni.containsKey(id)).distinct().toList();
    mancano.forEach(this::nuovoCollegamento);
    return mancano.isEmpty() ? gettoni : validi(soggetti);
  }

  private Map<Long, String> validi(List<Long> soggetti) {
    var gettoni = new HashMap<Long, String>();
    if (soggetti.isEmpty()) {
      return gettoni;
    }
    jdbc.sql(
            """
            select soggetto_id, token from collegamento_tavoli
            where soggetto_id in (:soggetti) and revocato is null and scade > :adesso
            order by id""")
        .param("soggetti", soggetti)
        .param("adesso", OffsetDateTime.now(orologio))
        .query((riga, n) -> gettoni.put(riga.getLong("soggetto_id"), riga.getString("token")))
        .list();
    return gettoni;
  }

  /** Good until the plan's triennio ends. */
  private long nuovoCollegamento(long soggettoId) {
    var triennio =
        jdbc.sql(
                """
                select p.triennio from soggetto_tavoli s
                join avviso a on a.id = s.avviso_id join piano p on p.id = a.piano_id
                where s.id = ?""")
            .param(soggettoId)
            .query(String.class)
            .single();
    var casuali = new byte[BYTE_TOKEN];
    caso.nextBytes(casuali);
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into collegamento_tavoli (soggetto_id, token, creato, scade)
            values (?, ?, ?, ?)""")
        .params(
            soggettoId,
            Base64.getUrlEncoder().withoutPadding().encodeToString(casuali),
            OffsetDateTime.now(orologio),
            Termini.fineGiorno(piani.triennio(triennio).fine()).toOffsetDateTime())
        .update(chiave, "id");
    return chiave.getKeyAs(Number.class).longValue();
  }

  /**
   * The links of a body are no longer good; it gets a new one.
   *
   * @return id of the new link
   */
  long rinnovaCollegamento(long soggettoId, String chi) {
    jdbc.sql(
            """
            update collegamento_tavoli set revocato = ?, revocato_da = ?
            where soggetto_id = ? and revocato is null""")
        .params(OffsetDateTime.now(orologio), chi, soggettoId)
        .update();
    return nuovoCollegamento(soggettoId);
  }

  void cambiaEmail(long soggettoId, String email) {
    jdbc.sql("update soggetto_tavoli set email = ? where id = ?")
        .params(email, soggettoId)
        .update();
  }

  /** The body behind a link that is still good. */
  Optional<Long> soggetto(String token) {
    return jdbc.sql(
            """
            select soggetto_id from collegamento_tavoli
            where token = ? and revocato is null and scade > ?""")
        .params(token, OffsetDateTime.now(orologio))
        .query(Long.class)
        .optional();
  }
}
