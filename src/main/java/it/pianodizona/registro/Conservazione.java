package it.pianodizona.registro;

import it.pianodizona.comune.Termini;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes anonymous what is due and is no evidence: the contacts of ETS after their triennio, the
 * messages after some time. What was decided, voted and signed is never touched.
 */
@Service
public class Conservazione {

  static final String RIMOSSO = "(rimosso)";
  static final String INDIRIZZO_RIMOSSO = "rimosso@rimosso.invalid";

  /** Messages made anonymous, with what hangs from them. */
  private static final String SENZA_DESTINATARIO =
      "select id from messaggio where destinatario_nome = :rimosso";

  private static final Set<String> DELLA_POSTA =
      Set.of("messaggio", "rimbalzo", "reinvio", "casella");

  private static final Logger LOG = LoggerFactory.getLogger(Conservazione.class);

  private final JdbcClient jdbc;
  private final CopieDiLavoro copie;
  private final PrivacyProperties tempi;
  private final Clock orologio;

  Conservazione(JdbcClient jdbc, CopieDiLavoro copie, PrivacyProperties tempi, Clock orologio) {
    this.jdbc = jdbc;
    this.copie = copie;
    this.tempi = tempi;
    this.orologio = orologio;
  }

  /**
   * Does what is due today; a second run finds nothing.
   *
   * @return rows made anonymous, by table
   */
  @Transactional
  public Map<String, Integer> esegui() {
    var fatto = new LinkedHashMap<String, Integer>();
    var piani = pianiScaduti();
    if (!piani.isEmpty()) {
      var id = piani.stream().map(PianoScaduto::id).toList();
      fatto.put("domanda", domande(id));
      fatto.put("soggetto_tavoli", soggetti(id));
      fatto.put("risposta_incontro", sostituti(id));
      fatto.put(
          "act_hi_varinst",
          piani.stream().mapToInt(piano -> copie.eliminaDomande(piano.chiave())).sum());
    }
    var prima = oggi().minusMonths(tempi.mesiPosta()).atStartOfDay(Termini.ROMA).toOffsetDateTime();
    fatto.put("messaggio", messaggi(prima));
    fatto.put("rimbalzo", rimbalzi());
    fatto.put("reinvio", reinvii());
    fatto.put("casella", caselle(prima));
    fatto.values().removeIf(righe -> righe == 0);
    fatto.forEach(this::annota);
    return fatto;
  }

  private record PianoScaduto(long id, String chiave) {}

  private List<PianoScaduto> pianiScaduti() {
    return new ArrayList<>(
        jdbc.sql(
                """
                select p.id, p.codice_ambito, p.triennio from piano p
                join triennio t on t.codice = p.triennio
                where t.fine < ?""")
            .param(oggi().minusMonths(tempi.mesiContatti()))
            .query(
                (riga, n) ->
                    new PianoScaduto(riga.getLong(1), riga.getString(2) + "/" + riga.getString(3)))
            .list());
  }

  private int domande(List<Long> piani) {
    return jdbc.sql(
            """
            update domanda set referente = :rimosso, referente_email = :indirizzo,
              sostituto = case when sostituto is null then null else :rimosso end,
              sostituto_email = case when sostituto_email is null then null else :indirizzo end,
              email = :indirizzo, pec = case when pec is null then null else :indirizzo end
            where referente_email <> :indirizzo
              and avviso_id in (select id from avviso where piano_id in (:piani))""")
        .param("rimosso", RIMOSSO)
        .param("indirizzo", INDIRIZZO_RIMOSSO)
        .param("piani", piani)
        .update();
  }

  private int soggetti(List<Long> piani) {
    return jdbc.sql(
            """
            update soggetto_tavoli set email = null
            where email is not null
              and avviso_id in (select id from avviso where piano_id in (:piani))""")
        .param("piani", piani)
        .update();
  }

  /** Who really came is in the verbale. */
  private int sostituti(List<Long> piani) {
    return jdbc.sql(
            """
            update risposta_incontro set sostituto_nome = :rimosso, sostituto_email = :indirizzo
            where sostituto_email <> :indirizzo
              and incontro_id in (select i.id from incontro i
                join tavolo_tematico t on t.id = i.tavolo_id where t.piano_id in (:piani))""")
        .param("rimosso", RIMOSSO)
        .param("indirizzo", INDIRIZZO_RIMOSSO)
        .param("piani", piani)
        .update();
  }

  /** Only those that left, or never will. */
  private int messaggi(OffsetDateTime prima) {
    return jdbc.sql(
            """
            update messaggio set destinatario_nome = :rimosso, destinatario_email = null,
              rispondi_a = null, testo = :rimosso, html = :rimosso, ics = null, lettera = null,
              disiscrizione = null, ultimo_errore = null,
              chiave = 'rimosso|' || cast(id as varchar(20))
            where creato < :prima and stato not in ('IN_CODA', 'IN_ATTESA')
              and destinatario_nome <> :rimosso""")
        .param("rimosso", RIMOSSO)
        .param("prima", prima)
        .update();
  }

  private int rimbalzi() {
    return jdbc.sql(
            """
            update rimbalzo set indirizzo = null, motivo = :rimosso
            where motivo <> :rimosso and messaggio_id in (%s)"""
                .formatted(SENZA_DESTINATARIO))
        .param("rimosso", RIMOSSO)
        .update();
  }

  private int reinvii() {
    return jdbc.sql(
            """
            update reinvio set email = :indirizzo
            where email <> :indirizzo and messaggio_id in (%s)"""
                .formatted(SENZA_DESTINATARIO))
        .param("rimosso", RIMOSSO)
        .param("indirizzo", INDIRIZZO_RIMOSSO)
        .update();
  }

  /** Addresses that nobody has written to for long; one that renounced stays, to be respected. */
  private int caselle(OffsetDateTime prima) {
    var inutili =
        jdbc.sql(
                """
                select c.id from casella c
                where c.creata < ?
                  and not exists (select 1 from messaggio m
                    where lower(m.destinatario_email) = c.email)
                  and coalesce((select s.facoltativi from scelta_posta s
                    where s.casella_id = c.id order by s.id desc limit 1), true)""")
            .param(prima)
            .query(Long.class)
            .list();
    if (inutili.isEmpty()) {
      return 0;
    }
    jdbc.sql("delete from scelta_posta where casella_id in (:id)").param("id", inutili).update();
    return jdbc.sql("delete from casella where id in (:id)").param("id", inutili).update();
  }

  private void annota(String tabella, int righe) {
    LOG.info("Resi anonimi {} dati scaduti in {}", righe, tabella);
    jdbc.sql(
            "insert into conservazione_eseguita (genere, tabella, righe, quando) values (?, ?, ?, ?)")
        .params(
            DELLA_POSTA.contains(tabella) ? Inventario.POSTA : Inventario.CONTATTI,
            tabella,
            righe,
            OffsetDateTime.now(orologio))
        .update();
  }

  private LocalDate oggi() {
    return LocalDate.now(orologio.withZone(Termini.ROMA));
  }
}
