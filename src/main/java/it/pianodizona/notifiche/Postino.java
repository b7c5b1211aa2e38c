package it.pianodizona.notifiche;

import it.pianodizona.notifiche.Corriere.NonConsegnato.Portata;
import it.pianodizona.notifiche.PostaMancata.Segnalazione;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The worker that empties the outbox, one per node; any number of nodes may share one database.
 *
 * <p>Attempts are scheduled in real time and not by the application's clock: the demonstration's
 * clock jumps by weeks, and a mail server that is down now is not up again because the calendar on
 * the screen moved.
 *
 * <p>A large batch is shared by a few couriers, each with a connection. Each message is marked as
 * sent soon after the server accepted it ({@link Spunta}). Between the two a crash makes it leave
 * again, with the same Message-ID, by which mail programs recognise the duplicate. A server that
 * takes the text and does not answer may or may not deliver it: the message leaves once more, and
 * if that ends alike a person decides.
 */
@Component
class Postino implements GiroDiPosta {

  private static final Pattern INDIRIZZO = Pattern.compile("[^\\s<>,;:\"]+@[^\\s<>,;:\"]+");
  private static final int PER_CORRIERE = 10;
  private static final Logger LOG = LoggerFactory.getLogger(Postino.class);

  private final PostaInPartenza partenze;
  private final PostaMancata mancata;
  private final Riepiloghi riepiloghi;
  private final Segnalazioni segnalazioni;
  private final PostaProperties proprieta;
  private final Supplier<Corriere> corrieri;
  private final InstantSource tempo;
  private final ExecutorService fili =
      Executors.newCachedThreadPool(
          compito -> {
            var filo = new Thread(compito, "posta");
            filo.setDaemon(true);
            return filo;
          });
  private volatile boolean inChiusura;

  @Autowired
  Postino(
      PostaInPartenza partenze,
      PostaMancata mancata,
      Riepiloghi riepiloghi,
      Segnalazioni segnalazioni,
      PostaProperties proprieta,
      ObjectProvider<JavaMailSenderImpl> server) {
    this(
        partenze,
        mancata,
        riepiloghi,
        segnalazioni,
        proprieta,
        () -> {
          var configurato = server.getIfAvailable();
          return configurato == null
              ? new CorriereLocale()
              : new CorriereSmtp(configurato, proprieta);
        },
        InstantSource.system());
  }

  Postino(
      PostaInPartenza partenze,
      PostaMancata mancata,
      Riepiloghi riepiloghi,
      Segnalazioni segnalazioni,
      PostaProperties proprieta,
      Supplier<Corriere> corrieri,
      InstantSource tempo) {
    this.partenze = partenze;
    this.mancata = mancata;
    this.riepiloghi = riepiloghi;
    this.segnalazioni = segnalazioni;
    this.proprieta = proprieta;
    this.corrieri = corrieri;
    this.tempo = tempo;
  }

  /** What is not sent yet goes back into the queue, for the other nodes. */
  @EventListener(ContextClosedEvent.class)
  void smetti() {
    inChiusura = true;
  }

  /** Writes the digests, delivers everything that is due, tells what could not be delivered. */
  @Override
  public void giro() {
    riepiloghi
        .dovuto()
        .ifPresent(
            ora ->
                riepiloghi
                    .caselle(ora)
                    .forEach(c -> prova(() -> riepiloghi.componi(c, ora), "riepilogo di " + c)));
    var insieme = Stream.generate(corrieri).limit(proprieta.corrieri()).toList();
    try {
      int presi;
      do {
        presi = lotto(insieme);
      } while (presi > 0 && !inChiusura);
    } finally {
      insieme.forEach(Corriere::close);
    }
    segnala();
  }

  /**
   * @return how many messages were taken
   */
  private int lotto(List<Corriere> insieme) {
    // what a database keeps of it: the lanes are given back by this moment
    var adesso = tempo.instant().truncatedTo(ChronoUnit.MICROS);
    var finoA = adesso.plus(proprieta.prenotazione());
    var presa = partenze.prendi(proprieta.lotto(), adesso, finoA);
    if (presa.messaggi().isEmpty()) {
      return 0;
    }
    var sacchi = sacchi(presa.messaggi(), insieme.size());
    var spunta = new Spunta(partenze, insieme.get(0).recapito());
    var partiti = new ArrayList<CompletableFuture<Void>>();
    for (int i = 1; i < sacchi.size(); i++) {
      var sacco = sacchi.get(i);
      var corriere = insieme.get(i);
      partiti.add(CompletableFuture.runAsync(() -> porta(sacco, corriere, spunta, finoA), fili));
    }
    try {
      porta(sacchi.get(0), insieme.get(0), spunta, finoA);
    } finally {
      aspetta(partiti);
    }
    // not when a mark could not be written: what was delivered would leave again at once
    partenze.restituisci(presa);
    return presa.messaggi().size();
  }

  /**
   * What each courier carries: what goes to one address stays together and in its order, and a few
   * messages are not worth a second connection.
   */
  private static List<List<Messaggio>> sacchi(List<Messaggio> presi, int corrieri) {
    int quanti = Math.max(1, Math.min(corrieri, presi.size() / PER_CORRIERE));
    var sacchi = new ArrayList<List<Messaggio>>();
    while (sacchi.size() < quanti) {
      sacchi.add(new ArrayList<>());
    }
    for (var messaggio : presi) {
      // not the bits that chose the lane: of few lanes all would go to one courier
      int sacco = Math.floorMod(messaggio.destinatarioEmail().hashCode() >>> 4, quanti);
      sacchi.get(sacco).add(messaggio);
    }
    return sacchi;
  }

  private static void aspetta(List<CompletableFuture<Void>> partiti) {
    try {
      CompletableFuture.allOf(partiti.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException causa ? causa : e;
    }
  }

  private void porta(List<Messaggio> sacco, Corriere corriere, Spunta spunta, Instant finoA) {
    var mano = spunta.mano();
    try {
      porta(sacco, corriere, mano, finoA);
    } finally {
      mano.fine();
    }
  }

  private void porta(List<Messaggio> sacco, Corriere corriere, Spunta.Mano mano, Instant finoA) {
    for (int i = 0; i < sacco.size(); i++) {
      if (inChiusura || quasiScaduta(finoA)) {
        return;
      }
      var irraggiungibile = consegna(sacco.get(i), corriere, mano);
      if (irraggiungibile.isPresent()) {
        sacco
            .subList(i + 1, sacco.size())
            .forEach(rimasto -> nonConsegnato(rimasto, irraggiungibile.get()));
        return;
      }
    }
  }

  /** A slow server must not keep messages that another node may take meanwhile. */
  private boolean quasiScaduta(Instant finoA) {
    return Duration.between(tempo.instant(), finoA).compareTo(proprieta.prenotazione().dividedBy(2))
        < 0;
  }

  /** The failure, when no other message of the batch has a chance either. */
  private Optional<Corriere.NonConsegnato> consegna(
      Messaggio messaggio, Corriere corriere, Spunta.Mano mano) {
    try {
      corriere.consegna(messaggio);
    } catch (Corriere.NonConsegnato e) {
      nonConsegnato(messaggio, e);
      return Optional.of(e).filter(errore -> errore.portata() == Portata.SERVER_IRRAGGIUNGIBILE);
    } catch (RuntimeException e) {
      // whatever is wrong with this one, the others must not wait behind it
      LOG.error("Messaggio {} non spedibile", messaggio.id(), e);
      nonConsegnato(
          messaggio, new Corriere.NonConsegnato("Errore interno: " + e, Portata.SOLO_QUESTO, e));
      return Optional.empty();
    }
    mano.consegnato(messaggio);
    return Optional.empty();
  }

  private void nonConsegnato(Messaggio messaggio, Corriere.NonConsegnato errore) {
    int falliti = messaggio.tentativi() + 1;
    boolean ignoto = errore.portata() == Portata.ESITO_IGNOTO;
    if (errore.portata() == Portata.INDIRIZZO_RIFIUTATO
        || ignoto && messaggio.esitoIgnoto()
        || falliti >= proprieta.tentativi()) {
      LOG.warn(
          "Messaggio {} non recapitato dopo {} tentativi: {}",
          messaggio.id(),
          falliti,
          senzaIndirizzi(errore));
      partenze.segnaFallito(
          messaggio.id(),
          ignoto
              ? errore.getMessage()
                  + ". Il messaggio può essere arrivato: si chieda al destinatario."
              : errore.getMessage());
    } else {
      partenze.segnaRinviato(
          messaggio.id(),
          errore.getMessage(),
          ignoto,
          tempo.instant().plus(proprieta.attesa(falliti)));
    }
  }

  private void segnala() {
    mancata.riapriSegnalazioni(segnalazioni);
    for (var messaggio : daSegnalare(Segnalazione.DA_APRIRE)) {
      prova(() -> mancata.segnala(messaggio, segnalazioni), "messaggio " + messaggio.id());
    }
    for (var messaggio : daSegnalare(Segnalazione.DA_CHIUDERE)) {
      prova(
          () -> mancata.chiudiSegnalazione(messaggio, segnalazioni), "messaggio " + messaggio.id());
    }
  }

  private List<Messaggio> daSegnalare(Segnalazione segnalazione) {
    return mancata.daSegnalare(segnalazione, proprieta.lotto());
  }

  /** What fails here, for instance because the process moved on meanwhile, is tried next round. */
  private static void prova(Runnable azione, String su) {
    try {
      azione.run();
    } catch (RuntimeException e) {
      LOG.warn("Riepilogo o segnalazione rinviata ({}): {}", su, senzaIndirizzi(e));
    }
  }

  /** What a server answers often repeats the address of the person, which has no place in a log. */
  private static String senzaIndirizzi(Exception errore) {
    return INDIRIZZO.matcher(String.valueOf(errore.getMessage())).replaceAll("[indirizzo]");
  }
}
