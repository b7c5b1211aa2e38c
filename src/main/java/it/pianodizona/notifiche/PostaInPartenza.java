package it.pianodizona.notifiche;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages of the outbox that are due: who takes them, and how each attempt ended.
 *
 * <p>What goes to one address runs in one lane, and who delivers takes whole lanes: two nodes never
 * have the same message, those to one address leave in the order in which they were written, and
 * taking writes a few small rows instead of one for each message (see {@code adr/025}).
 */
@Service
class PostaInPartenza {

  /** As many as the rows of {@code corsia_posta}. */
  private static final int CORSIE = 16;

  /** Workers that find a full batch each when they take at the same moment. */
  private static final int NODI = 4;

  private final JdbcClient jdbc;
  private final Clock orologio;

  PostaInPartenza(JdbcClient jdbc, Clock orologio) {
    this.jdbc = jdbc;
    this.orologio = orologio;
  }

  /**
   * Lane of what goes to an address.
   *
   * @param email {@code null} when there is none: nobody takes such a message
   */
  static int corsia(String email) {
    return email == null ? 0 : Math.floorMod(email.toLowerCase(Locale.ROOT).hashCode(), CORSIE);
  }

  /**
   * What a worker has taken.
   *
   * @param messaggi in the order in which they are due
   * @param corsie nobody else takes messages of these lanes
   * @param finoA until then
   */
  record Presa(List<Messaggio> messaggi, Set<Integer> corsie, Instant finoA) {

    private static final Presa NIENTE = new Presa(List.of(), Set.of(), Instant.EPOCH);
  }

  /**
   * Takes due messages for one worker: until it gives their lanes back, or until {@code finoA},
   * nobody else takes anything of the same lanes. Needs a transaction of its own, committed before
   * the first message is sent.
   *
   * <p>Should the worker die, the lanes are free again by themselves.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  Presa prendi(int quanti, Instant adesso, Instant finoA) {
    var libere = libere(adesso);
    if (libere.isEmpty()) {
      return Presa.NIENTE;
    }
    var dovuti = dovuti(libere, quanti * NODI, adesso);
    var corsie = occupa(dovuti, quanti, adesso);
    var scelti =
        dovuti.stream()
            .filter(dovuto -> corsie.contains(dovuto.corsia()))
            .limit(quanti)
            .map(Dovuto::id)
            .toList();
    var messaggi = scelti.isEmpty() ? List.<Messaggio>of() : ancoraDovuti(scelti, adesso);
    if (messaggi.isEmpty()) {
      return Presa.NIENTE;
    }
    jdbc.sql("update corsia_posta set presa_fino_a = :fino where numero in (:corsie)")
        .param("fino", finoA.atOffset(ZoneOffset.UTC))
        .param("corsie", corsie)
        .update();
    return new Presa(messaggi, corsie, finoA);
  }

  private List<Integer> libere(Instant adesso) {
    return jdbc.sql(
            """
            select numero from corsia_posta
             where presa_fino_a is null or presa_fino_a <= :adesso""")
        .param("adesso", adesso.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .list();
  }

  private record Dovuto(long id, int corsia) {}

  /** The first that are due, which the index alone tells. */
  private List<Dovuto> dovuti(List<Integer> corsie, int quanti, Instant adesso) {
    return jdbc.sql(
            """
            select id, corsia from messaggio
             where stato = 'IN_CODA' and prossimo_tentativo <= :adesso and corsia in (:corsie)
             order by stato, prossimo_tentativo, id limit :quanti""")
        .param("adesso", adesso.atOffset(ZoneOffset.UTC))
        .param("corsie", corsie)
        .param("quanti", quanti)
        .query((riga, numero) -> new Dovuto(riga.getLong(1), riga.getInt(2)))
        .list();
  }

  /**
   * Takes the lanes of the first messages, as many as it needs: the others are for who takes at the
   * same moment.
   */
  private Set<Integer> occupa(List<Dovuto> dovuti, int quanti, Instant adesso) {
    var perCorsia = new LinkedHashMap<Integer, Integer>();
    dovuti.forEach(dovuto -> perCorsia.merge(dovuto.corsia(), 1, Integer::sum));
    var altre = perCorsia.keySet().iterator();
    var prese = new HashSet<Integer>();
    int trovati = 0;
    while (trovati < quanti && altre.hasNext()) {
      var volute = new HashSet<Integer>();
      for (int sperati = trovati; sperati < quanti && altre.hasNext(); ) {
        int corsia = altre.next();
        volute.add(corsia);
        sperati += perCorsia.get(corsia);
      }
      for (int corsia : blocca(volute, adesso)) {
        prese.add(corsia);
        trovati += perCorsia.get(corsia);
      }
    }
    return prese;
  }

  private List<Integer> blocca(Set<Integer> corsie, Instant adesso) {
    return jdbc.sql(
            """
            select numero from corsia_posta
             where numero in (:corsie) and (presa_fino_a is null or presa_fino_a <= :adesso)
             for update skip locked""")
        .param("corsie", corsie)
        .param("adesso", adesso.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .list();
  }

  /** Whoever had the lane a moment ago may have delivered some meanwhile. */
  private List<Messaggio> ancoraDovuti(List<Long> scelti, Instant adesso) {
    return jdbc.sql(
            "select "
                + RigaMessaggio.COLONNE
                + """
                   from messaggio
                  where id in (:scelti) and stato = 'IN_CODA' and prossimo_tentativo <= :adesso
                  order by prossimo_tentativo, id""")
        .param("scelti", scelti)
        .param("adesso", adesso.atOffset(ZoneOffset.UTC))
        .query(RigaMessaggio::di)
        .list();
  }

  /**
   * Gives back the lanes, when how each attempt ended is written; what was not tried is due as
   * before. Lanes that somebody else has taken meanwhile stay with them.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void restituisci(Presa presa) {
    jdbc.sql(
            """
            update corsia_posta set presa_fino_a = null
             where numero in (:corsie) and presa_fino_a = :fino""")
        .param("corsie", presa.corsie())
        .param("fino", presa.finoA().atOffset(ZoneOffset.UTC))
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
