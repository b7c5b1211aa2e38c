package it.pianodizona.notifiche;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.comune.Email;
import it.pianodizona.piano.RiferimentoPiano;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The outbox. A message is written in the transaction that causes it, one row per recipient: if
 * that transaction is undone, so is the message; once it is committed, the message survives any
 * crash until the {@link Postino} has delivered it or has given up and said so.
 */
@Service
public class Messaggi {

  private static final String COLONNE =
      """
      id, chiave, scopo, codice_ambito, triennio, destinatario_nome, destinatario_email, rispondi_a,
      oggetto, testo, html, ics, metodo, message_id, stato, recapito, tentativi,
      prossimo_tentativo, ultimo_errore, creato, inviato, incidente
      """;

  private static final String CAMPI =
      """
      chiave, scopo, codice_ambito, triennio, destinatario_nome, destinatario_email, rispondi_a,
      oggetto, testo, html, ics, metodo, message_id, stato, tentativi, prossimo_tentativo,
      ultimo_errore, creato, segnalazione
      """;

  private static final String VALORI =
      """
      :chiave, :scopo, :codiceAmbito, :triennio, :nome, :email, :rispondiA,
      :oggetto, :testo, :html, :ics, :metodo, :messageId, :stato, 0, :prossimoTentativo,
      :errore, :creato, :segnalazione
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate lotti;
  private final Clock orologio;
  private final Impaginazione impaginazione;
  private final Recapiti recapiti;
  private final PostaProperties proprieta;
  private final boolean conflittoIgnorabile;

  Messaggi(
      JdbcClient jdbc,
      NamedParameterJdbcTemplate lotti,
      Clock orologio,
      Impaginazione impaginazione,
      Recapiti recapiti,
      PostaProperties proprieta)
      throws MetaDataAccessException {
    this.jdbc = jdbc;
    this.lotti = lotti;
    this.orologio = orologio;
    this.impaginazione = impaginazione;
    this.recapiti = recapiti;
    this.proprieta = proprieta;
    this.conflittoIgnorabile =
        "PostgreSQL"
            .equals(
                JdbcUtils.<String>extractDatabaseMetaData(
                    lotti.getJdbcTemplate().getDataSource(),
                    dati -> dati.getDatabaseProductName()));
  }

  /**
   * Puts one message per recipient into the outbox; needs the caller's transaction. What is there
   * already, because the event came twice, is left as it is. A recipient without a usable address
   * gets a message marked as not delivered, with the reason.
   *
   * @param riferimento what the message is about, e.g. {@code domanda:12}; with purpose and
   *     recipient it identifies the message for ever
   * @param invito calendar invitation; {@code null} when there is none
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void accoda(
      Scopo scopo,
      String riferimento,
      RiferimentoPiano piano,
      List<Destinatario> destinatari,
      Lettera lettera,
      Invito invito) {
    var ufficio = recapiti.ufficioDiPiano(piano);
    var rispondiA = indirizzo(ufficio.email()).orElse(null);
    var organizzatore =
        new Destinatario(ufficio.nome(), rispondiA == null ? proprieta.mittente() : rispondiA);
    var adesso = OffsetDateTime.now(orologio);
    var righe = new ArrayList<MapSqlParameterSource>();
    var chiavi = new HashSet<String>();
    for (var destinatario : destinatari) {
      var email = indirizzo(destinatario.email());
      var nome =
          destinatario.nome() == null || destinatario.nome().isBlank()
              ? email.orElse("destinatario senza nome")
              : unaRiga(destinatario.nome(), 300);
      var chiave = scopo + "|" + riferimento + "|" + email.orElse(nome);
      if (!chiavi.add(chiave)) {
        continue;
      }
      var pagine =
          impaginazione.impagina(
              lettera, nome, ufficio.nome(), piano.triennio(), rispondiA != null);
      boolean conInvito = invito != null && email.isPresent();
      righe.add(
          new MapSqlParameterSource()
              .addValue("chiave", chiave)
              .addValue("scopo", scopo.name())
              .addValue("codiceAmbito", piano.codiceAmbito())
              .addValue("triennio", piano.triennio())
              .addValue("nome", nome)
              .addValue("email", email.orElse(null), Types.VARCHAR)
              .addValue("rispondiA", rispondiA, Types.VARCHAR)
              .addValue("oggetto", unaRiga(lettera.oggetto(), 300))
              .addValue("testo", pagine.testo())
              .addValue("html", pagine.html())
              .addValue(
                  "ics",
                  conInvito
                      ? CalendarioInviti.ics(
                          invito,
                          organizzatore,
                          new Destinatario(nome, email.get()),
                          adesso.toInstant())
                      : null,
                  Types.VARCHAR)
              .addValue("metodo", conInvito ? invito.metodo().name() : null, Types.VARCHAR)
              .addValue("messageId", "<" + UUID.randomUUID() + "@" + proprieta.dominio() + ">")
              .addValue(
                  "stato",
                  (email.isPresent() ? StatoMessaggio.IN_CODA : StatoMessaggio.FALLITO).name())
              .addValue("prossimoTentativo", OffsetDateTime.now(ZoneOffset.UTC))
              .addValue(
                  "errore",
                  email.isPresent() ? null : senzaIndirizzo(destinatario.email()),
                  Types.VARCHAR)
              .addValue("creato", adesso)
              .addValue(
                  "segnalazione",
                  email.isPresent() ? null : Segnalazione.DA_APRIRE.name(),
                  Types.VARCHAR));
    }
    if (!righe.isEmpty()) {
      inserisciSeAssenti(righe.toArray(MapSqlParameterSource[]::new));
    }
  }

  /**
   * PostgreSQL before version 15 has no {@code merge}, H2 outside its compatibility mode no {@code
   * on conflict}. Two transactions that merge the same key at once on H2: the second waits, then
   * fails on the key without losing its own work, and finds the row when it tries again.
   */
  private void inserisciSeAssenti(MapSqlParameterSource[] righe) {
    if (conflittoIgnorabile) {
      lotti.batchUpdate(
          "insert into messaggio (%s) values (%s) on conflict (chiave) do nothing"
              .formatted(CAMPI, VALORI),
          righe);
      return;
    }
    var unisci =
        """
        merge into messaggio m using (values (:chiave)) v(cercata) on m.chiave = v.cercata
        when not matched then insert (%s) values (%s)"""
            .formatted(CAMPI, VALORI);
    try {
      lotti.batchUpdate(unisci, righe);
    } catch (DuplicateKeyException scrittoDaAltri) {
      lotti.batchUpdate(unisci, righe);
    }
  }

  private static Optional<String> indirizzo(String email) {
    try {
      return Optional.ofNullable(Email.facoltativa(email)).map(Email::indirizzo);
    } catch (DatoNonValido nonUtilizzabile) {
      return Optional.empty();
    }
  }

  private static String senzaIndirizzo(String email) {
    return email == null || email.isBlank()
        ? "Nessun indirizzo e-mail noto per questo destinatario."
        : "L'indirizzo «" + unaRiga(email, 254) + "» non è un indirizzo e-mail utilizzabile.";
  }

  /** Nothing typed by a person may start a new header. */
  private static String unaRiga(String testo, int massimo) {
    var riga = testo.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return riga.length() <= massimo ? riga : riga.substring(0, massimo - 1) + "…";
  }

  /**
   * Which messages a page shows; {@code null} or blank means all.
   *
   * @param destinatario part of the recipient's name or address
   */
  public record Filtro(String destinatario, Scopo scopo, StatoMessaggio stato) {

    public static final Filtro TUTTI = new Filtro(null, null, null);
  }

  /**
   * One page of messages, the newest first.
   *
   * @param totale messages that the filter lets through, on all pages
   */
  public record Pagina(List<Messaggio> messaggi, int numero, int dimensione, long totale) {

    public int ultima() {
      return (int) Math.max(1, (totale + dimensione - 1) / dimensione);
    }
  }

  /**
   * @param numero of the page, from 1; beyond the last one the last is given
   */
  @Transactional(readOnly = true)
  public Pagina elenco(Filtro filtro, int numero, int dimensione) {
    var condizioni = new ArrayList<String>();
    var parametri = new MapSqlParameterSource();
    if (filtro.destinatario() != null && !filtro.destinatario().isBlank()) {
      condizioni.add(
          """
          (lower(destinatario_email) like :cercato escape '!'
            or lower(destinatario_nome) like :cercato escape '!')""");
      parametri.addValue(
          "cercato",
          "%"
              + filtro.destinatario().strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0")
              + "%");
    }
    if (filtro.scopo() != null) {
      condizioni.add("scopo = :scopo");
      parametri.addValue("scopo", filtro.scopo().name());
    }
    if (filtro.stato() != null) {
      condizioni.add("stato = :stato");
      parametri.addValue("stato", filtro.stato().name());
    }
    var dove = condizioni.isEmpty() ? "" : " where " + String.join(" and ", condizioni);
    var totale =
        jdbc.sql("select count(*) from messaggio" + dove)
            .paramSource(parametri)
            .query(Long.class)
            .single();
    int pagina =
        (int) Math.max(1, Math.min(numero, Math.max(1, (totale + dimensione - 1) / dimensione)));
    parametri.addValue("quanti", dimensione);
    parametri.addValue("salta", (long) (pagina - 1) * dimensione);
    var messaggi =
        jdbc.sql(
                "select "
                    + COLONNE
                    + " from messaggio"
                    + dove
                    + " order by id desc limit :quanti offset :salta")
            .paramSource(parametri)
            .query(Messaggi::messaggio)
            .list();
    return new Pagina(messaggi, pagina, dimensione, totale);
  }

  @Transactional(readOnly = true)
  public Optional<Messaggio> messaggio(long id) {
    return jdbc.sql("select " + COLONNE + " from messaggio where id = ?")
        .param(id)
        .query(Messaggi::messaggio)
        .optional();
  }

  /**
   * Puts an undelivered message back into the queue, with all its attempts before it.
   *
   * @throws DatoNonValido when the message does not exist, is not undelivered or has no address
   */
  @Transactional
  public void inviaDiNuovo(long id) {
    int riaccodati =
        jdbc.sql(
                """
                update messaggio set stato = 'IN_CODA', tentativi = 0, prossimo_tentativo = ?
                where id = ? and stato = 'FALLITO' and destinatario_email is not null""")
            .params(OffsetDateTime.now(ZoneOffset.UTC), id)
            .update();
    if (riaccodati == 0) {
      throw DatoNonValido.regola(
          "Messaggio n. " + id,
          "può essere inviato di nuovo solo un messaggio non recapitato che ha un indirizzo.");
    }
  }

  /** Whether a missed delivery has been told to whoever runs the system. */
  enum Segnalazione {
    DA_APRIRE,
    APERTA,
    DA_CHIUDERE
  }

  /**
   * Takes due messages for one worker: nobody else takes them before {@code finoA}. Needs a
   * transaction of its own, committed before the first message is sent.
   *
   * <p>Taking moves the next attempt: should the worker die, the message is due again by itself.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  List<Messaggio> prendi(int quanti, Instant adesso, Instant finoA) {
    var presi =
        jdbc.sql(
                "select "
                    + COLONNE
                    + """
                       from messaggio
                      where stato = 'IN_CODA' and prossimo_tentativo <= ?
                      order by prossimo_tentativo, id limit ?
                      for update skip locked""")
            .params(adesso.atOffset(ZoneOffset.UTC), quanti)
            .query(Messaggi::messaggio)
            .list();
    if (!presi.isEmpty()) {
      sposta(presi, finoA);
    }
    return presi;
  }

  /** Gives back messages that were taken and not tried. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void restituisci(List<Messaggio> messaggi, Instant adesso) {
    sposta(messaggi, adesso);
  }

  private void sposta(List<Messaggio> messaggi, Instant quando) {
    jdbc.sql(
            """
            update messaggio set prossimo_tentativo = :quando
            where stato = 'IN_CODA' and id in (:ids)""")
        .param("quando", quando.atOffset(ZoneOffset.UTC))
        .param("ids", messaggi.stream().map(Messaggio::id).toList())
        .update();
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void segnaInviato(long id, Recapito recapito) {
    jdbc.sql(
            """
            update messaggio
               set stato = 'INVIATO', recapito = :recapito, tentativi = tentativi + 1,
                   inviato = :adesso,
                   segnalazione = case when segnalazione = 'APERTA' then 'DA_CHIUDERE' end
             where id = :id and stato <> 'INVIATO'""")
        .param("recapito", recapito.name())
        .param("adesso", OffsetDateTime.now(orologio))
        .param("id", id)
        .update();
  }

  /** The attempt failed and another one follows. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void segnaRinviato(long id, String errore, Instant prossimo) {
    jdbc.sql(
            """
            update messaggio
               set tentativi = tentativi + 1, ultimo_errore = :errore, prossimo_tentativo = :prossimo
             where id = :id and stato = 'IN_CODA'""")
        .param("errore", unaRiga(errore, 1000))
        .param("prossimo", prossimo.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  /** The attempt failed and nobody tries again until a person asks for it. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void segnaFallito(long id, String errore) {
    jdbc.sql(
            """
            update messaggio
               set stato = 'FALLITO', tentativi = tentativi + 1, ultimo_errore = :errore,
                   segnalazione = coalesce(segnalazione, 'DA_APRIRE')
             where id = :id and stato = 'IN_CODA'""")
        .param("errore", unaRiga(errore, 1000))
        .param("id", id)
        .update();
  }

  /** Messages whose missed delivery waits to be told, or to be told over. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  List<Messaggio> daSegnalare(Segnalazione segnalazione, int quanti) {
    return jdbc.sql(
            "select " + COLONNE + " from messaggio where segnalazione = ? order by id limit ?")
        .params(segnalazione.name(), quanti)
        .query(Messaggi::messaggio)
        .list();
  }

  /** Tells a missed delivery; two workers that try at once leave one report. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void segnala(Messaggio messaggio, Segnalazioni segnalazioni) {
    if (passa(messaggio.id(), Segnalazione.DA_APRIRE, Segnalazione.APERTA)) {
      segnalazioni
          .apri(messaggio)
          .ifPresent(
              incidente ->
                  jdbc.sql("update messaggio set incidente = ? where id = ?")
                      .params(incidente, messaggio.id())
                      .update());
    }
  }

  /** The plan moved on and took the report with it, but the message is still undelivered. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void riapriSegnalazioni(Segnalazioni segnalazioni) {
    var credute =
        jdbc.sql("select incidente from messaggio where segnalazione = ? and incidente is not null")
            .param(Segnalazione.APERTA.name())
            .query(String.class)
            .list();
    if (credute.isEmpty()) {
      return;
    }
    var sparite = new HashSet<>(credute);
    sparite.removeAll(segnalazioni.aperte());
    if (!sparite.isEmpty()) {
      jdbc.sql(
              """
              update messaggio set segnalazione = 'DA_APRIRE', incidente = null
              where segnalazione = 'APERTA' and incidente in (:sparite)""")
          .param("sparite", sparite)
          .update();
    }
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void chiudiSegnalazione(Messaggio messaggio, Segnalazioni segnalazioni) {
    if (passa(messaggio.id(), Segnalazione.DA_CHIUDERE, null) && messaggio.incidente() != null) {
      segnalazioni.chiudi(messaggio.incidente());
      jdbc.sql("update messaggio set incidente = null where id = ?").param(messaggio.id()).update();
    }
  }

  private boolean passa(long id, Segnalazione da, Segnalazione a) {
    return jdbc.sql("update messaggio set segnalazione = :a where id = :id and segnalazione = :da")
            .param("a", a == null ? null : a.name(), Types.VARCHAR)
            .param("id", id)
            .param("da", da.name())
            .update()
        == 1;
  }

  private static Messaggio messaggio(ResultSet riga, int numero) throws SQLException {
    var metodo = riga.getString("metodo");
    var recapito = riga.getString("recapito");
    return new Messaggio(
        riga.getLong("id"),
        riga.getString("chiave"),
        Scopo.valueOf(riga.getString("scopo")),
        riga.getString("codice_ambito"),
        riga.getString("triennio"),
        riga.getString("destinatario_nome"),
        riga.getString("destinatario_email"),
        riga.getString("rispondi_a"),
        riga.getString("oggetto"),
        riga.getString("testo"),
        riga.getString("html"),
        riga.getString("ics"),
        metodo == null ? null : MetodoInvito.valueOf(metodo),
        riga.getString("message_id"),
        StatoMessaggio.valueOf(riga.getString("stato")),
        recapito == null ? null : Recapito.valueOf(recapito),
        riga.getInt("tentativi"),
        riga.getObject("prossimo_tentativo", OffsetDateTime.class),
        riga.getString("ultimo_errore"),
        riga.getObject("creato", OffsetDateTime.class),
        riga.getObject("inviato", OffsetDateTime.class),
        riga.getString("incidente"));
  }
}
