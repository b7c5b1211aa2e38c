package it.pianodizona.notifiche;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages that did not arrive: those that came back, and what was told of each to whoever runs
 * the system.
 */
@Service
public class PostaMancata {

  private final JdbcClient jdbc;
  private final SeAssente seAssente;
  private final Clock orologio;

  PostaMancata(JdbcClient jdbc, SeAssente seAssente, Clock orologio) {
    this.jdbc = jdbc;
    this.seAssente = seAssente;
    this.orologio = orologio;
  }

  /** Whether a missed delivery has been told to whoever runs the system. */
  enum Segnalazione {
    DA_APRIRE,
    APERTA,
    DA_CHIUDERE
  }

  /** A notice of mail that came back. */
  public record Rimbalzo(String indirizzo, String motivo, OffsetDateTime rilevato) {}

  /**
   * Records that a message came back after the server had accepted it: it is undelivered again, and
   * so is what a digest gathered. The same notice again changes nothing.
   *
   * @return whether the message is one of ours
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  boolean segnaRimbalzato(AvvisoDiRitorno avviso) {
    var id = perIdentita(avviso.messageId());
    id.ifPresent(messaggio -> registra(messaggio, avviso));
    return id.isPresent();
  }

  /** Whether a message of ours has this Message-ID. */
  @Transactional(readOnly = true)
  boolean conosce(String messageId) {
    return perIdentita(messageId).isPresent();
  }

  private Optional<Long> perIdentita(String messageId) {
    return jdbc.sql("select id from messaggio where message_id = ?")
        .param(messageId)
        .query(Long.class)
        .optional();
  }

  private void registra(long id, AvvisoDiRitorno avviso) {
    int nuovi =
        seAssente.scrivi(
            "rimbalzo",
            "identita",
            List.of("messaggio_id", "identita", "indirizzo", "motivo", "rilevato"),
            List.of(
                new MapSqlParameterSource()
                    .addValue("messaggio_id", id)
                    .addValue("identita", avviso.identita())
                    .addValue("indirizzo", avviso.indirizzo(), Types.VARCHAR)
                    .addValue("motivo", Messaggi.unaRiga(avviso.motivo(), 1000))
                    .addValue("rilevato", OffsetDateTime.now(orologio))));
    if (nuovi == 0) {
      return;
    }
    jdbc.sql(
            """
            update messaggio
               set stato = 'FALLITO', ultimo_errore = :errore,
                   segnalazione =
                     case when scopo = 'RIEPILOGO' then null
                          when segnalazione = 'DA_CHIUDERE' then 'APERTA'
                          else 'DA_APRIRE' end
             where (id = :id or riepilogo_id = :id) and stato in ('INVIATO', 'RIUNITO')""")
        .param("errore", Messaggi.unaRiga("Tornato indietro: " + avviso.motivo(), 1000))
        .param("id", id)
        .update();
  }

  /** The notices of mail that came back, for a message or for the digest it left in. */
  @Transactional(readOnly = true)
  public List<Rimbalzo> rimbalzi(Messaggio messaggio) {
    return jdbc.sql(
            """
            select indirizzo, motivo, rilevato from rimbalzo
             where messaggio_id in (:id, :riepilogo) order by id""")
        .param("id", messaggio.id())
        .param("riepilogo", messaggio.riepilogoId(), Types.BIGINT)
        .query(
            (riga, numero) ->
                new Rimbalzo(
                    riga.getString("indirizzo"),
                    riga.getString("motivo"),
                    riga.getObject("rilevato", OffsetDateTime.class)))
        .list();
  }

  /** Messages whose missed delivery waits to be told, or to be told over. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  List<Messaggio> daSegnalare(Segnalazione segnalazione, int quanti) {
    return jdbc.sql(
            "select "
                + RigaMessaggio.COLONNE
                + " from messaggio where segnalazione = ? order by id limit ?")
        .params(segnalazione.name(), quanti)
        .query(RigaMessaggio::di)
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
}
