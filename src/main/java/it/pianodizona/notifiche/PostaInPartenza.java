package it.pianodizona.notifiche;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The messages of the outbox that are due: who takes them, and how each attempt ended. */
@Service
class PostaInPartenza {

  /** Workers that find a full batch each when they take at the same moment. */
  private static final int NODI = 4;

  private final JdbcClient jdbc;
  private final Clock orologio;

  PostaInPartenza(JdbcClient jdbc, Clock orologio) {
    this.jdbc = jdbc;
    this.orologio = orologio;
  }

  /**
   * Takes due messages for one worker: nobody else takes them before {@code finoA}. Needs a
   * transaction of its own, committed before the first message is sent.
   *
   * <p>Taking moves the next attempt: should the worker die, the message is due again by itself.
   *
   * <p>The candidates are looked for first, in the order of their index: H2 reads and locks all
   * that is due before it sorts, and a queue of thousands would be read for every batch. They are
   * enough for as many workers as take at the same moment. Two questions, because H2 would ask the
   * first one again for each row of the second.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  List<Messaggio> prendi(int quanti, Instant adesso, Instant finoA) {
    var candidati =
        jdbc.sql(
                """
                select id from messaggio
                 where stato = 'IN_CODA' and prossimo_tentativo <= :adesso
                 order by stato, prossimo_tentativo, id limit :candidati""")
            .param("adesso", adesso.atOffset(ZoneOffset.UTC))
            .param("candidati", quanti * NODI)
            .query(Long.class)
            .list();
    if (candidati.isEmpty()) {
      return List.of();
    }
    var presi =
        jdbc.sql(
                "select "
                    + RigaMessaggio.COLONNE
                    + """
                       from messaggio
                      where id in (:candidati)
                        and stato = 'IN_CODA' and prossimo_tentativo <= :adesso
                      order by prossimo_tentativo, id limit :quanti
                      for update skip locked""")
            .param("candidati", candidati)
            .param("adesso", adesso.atOffset(ZoneOffset.UTC))
            .param("quanti", quanti)
            .query(RigaMessaggio::di)
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

  /** Marks what the server has accepted; a digest takes what it gathers with it. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void segnaInviati(List<Messaggio> accettati, Recapito recapito) {
    var adesso = OffsetDateTime.now(orologio);
    jdbc.sql(
            """
            update messaggio
               set stato = 'INVIATO', recapito = :recapito, tentativi = tentativi + 1,
                   inviato = :adesso,
                   segnalazione = case when segnalazione = 'APERTA' then 'DA_CHIUDERE' end
             where id in (:ids) and stato <> 'INVIATO'""")
        .param("recapito", recapito.name())
        .param("adesso", adesso)
        .param("ids", accettati.stream().map(Messaggio::id).toList())
        .update();
    var riepiloghi = accettati.stream().filter(Messaggio::riepilogo).map(Messaggio::id).toList();
    if (riepiloghi.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update messaggio
               set stato = 'INVIATO', recapito = :recapito, tentativi = tentativi + 1,
                   inviato = :adesso
             where riepilogo_id in (:riepiloghi) and stato = 'RIUNITO'""")
        .param("recapito", recapito.name())
        .param("adesso", adesso)
        .param("riepiloghi", riepiloghi)
        .update();
  }

  /**
   * The attempt failed and another one follows.
   *
   * @param esitoIgnoto the server may have delivered it all the same
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void segnaRinviato(long id, String errore, boolean esitoIgnoto, Instant prossimo) {
    jdbc.sql(
            """
            update messaggio
               set tentativi = tentativi + 1, ultimo_errore = :errore,
                   esito_ignoto = esito_ignoto or :ignoto, prossimo_tentativo = :prossimo
             where id = :id and stato = 'IN_CODA'""")
        .param("ignoto", esitoIgnoto)
        .param("errore", Messaggi.unaRiga(errore, 1000))
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
                   segnalazione =
                     case when scopo <> 'RIEPILOGO' then coalesce(segnalazione, 'DA_APRIRE') end
             where id = :id and stato = 'IN_CODA'""")
        .param("errore", Messaggi.unaRiga(errore, 1000))
        .param("id", id)
        .update();
    jdbc.sql(
            """
            update messaggio
               set stato = 'FALLITO', tentativi = tentativi + 1, ultimo_errore = :errore,
                   segnalazione = 'DA_APRIRE'
             where riepilogo_id = :id and stato = 'RIUNITO'""")
        .param("errore", Messaggi.unaRiga(errore, 1000))
        .param("id", id)
        .update();
  }
}
