package it.pianodizona.nodi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The last day of a notice and of an Accordo: bodies apply, mayors sign, terms run out, letters
 * leave. People stand before a browser: who gets no answer tries again, with the same form, on
 * whichever node answers.
 */
final class GiornoDiScadenza {

  /** What a form of a signature says. */
  private static final String GIORNO = "2024-09-12";

  private static final String SCADUTO = "2024-09-12T09:00:00.000+0200";

  private final List<Nodo> nodi;
  private final Domande domande;
  private final int dimensioneFile;
  private final long pausa;
  private final Map<String, String> firmeDaRaccogliere = new ConcurrentHashMap<>();
  private final AtomicInteger prossimo;
  private final Set<String> anticipati = ConcurrentHashMap.newKeySet();
  private final List<Thread> persone = new ArrayList<>();
  private volatile boolean finito;

  /** Bodies whose domanda was answered, by codice fiscale. */
  final Set<String> presentate = ConcurrentHashMap.newKeySet();

  /** Signatures that were answered, or found done after an answer that got lost. */
  final Set<String> firmate = ConcurrentHashMap.newKeySet();

  /** Answers that never came, or came as an error: each was asked again. */
  final AtomicInteger senzaRisposta = new AtomicInteger();

  /** What a person was told that should not be, e.g. a refusal of something right. */
  final List<String> stranezze = Collections.synchronizedList(new ArrayList<>());

  /**
   * @param pausa between one thing that a person does and the next, milliseconds
   */
  GiornoDiScadenza(List<Nodo> nodi, String avviso, int primoEnte, int dimensioneFile, long pausa) {
    this.nodi = nodi;
    this.domande = new Domande(avviso);
    this.prossimo = new AtomicInteger(primoEnte);
    this.dimensioneFile = dimensioneFile;
    this.pausa = pausa;
  }

  int prossimoEnte() {
    return prossimo.get();
  }

  /** Everybody begins; the same seed gives the same choices of nodes. */
  void comincia(long seme, int richiedenti) {
    for (int i = 0; i < richiedenti; i++) {
      var caso = new Random(seme + i);
      persona("richiedente-" + i, () -> presentaUna(caso));
    }
    var caso = new Random(seme - 1);
    persona("scadenze", () -> anticipaUna(caso));
  }

  /** Mayors and directors, too. */
  void firmano(long seme, Map<String, String> compitiPerUtente) {
    firmeDaRaccogliere.putAll(compitiPerUtente);
    var caso = new Random(seme);
    persona("sottoscrittori", () -> firmaUna(caso));
  }

  private interface Gesto {
    /** Whether there was something to do. */
    boolean fai() throws IOException, InterruptedException;
  }

  private void persona(String nome, Gesto gesto) {
    var filo =
        new Thread(
            () -> {
              while (!finito) {
                try {
                  gesto.fai();
                  Thread.sleep(pausa);
                } catch (IOException e) {
                  senzaRisposta.incrementAndGet();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                  return;
                }
              }
            },
            nome);
    filo.setDaemon(true);
    persone.add(filo);
    filo.start();
  }

  /** Nobody begins anything new; what was begun is asked for until it is answered. */
  void finisci() throws InterruptedException {
    finito = true;
    for (var filo : persone) {
      filo.join();
    }
  }

  private Nodo qualcuno(Random caso) throws InterruptedException {
    while (true) {
      var inAscolto = nodi.stream().filter(Nodo::inAscolto).toList();
      if (!inAscolto.isEmpty()) {
        return inAscolto.get(caso.nextInt(inAscolto.size()));
      }
      Thread.sleep(50);
    }
  }

  private boolean presentaUna(Random caso) throws IOException, InterruptedException {
    int n = prossimo.getAndIncrement();
    Domande.Modulo modulo = null;
    while (modulo == null) {
      try {
        modulo = domande.compila(qualcuno(caso), n, dimensioneFile);
      } catch (IOException e) {
        riprova();
      }
    }
    while (true) {
      try {
        int stato = modulo.invia(qualcuno(caso));
        if (stato == 302) {
          presentate.add(modulo.codiceFiscale());
          return true;
        }
        if (stato < 500) {
          stranezze.add("domanda " + n + ": " + stato);
          return true;
        }
        riprova();
      } catch (IOException e) {
        riprova();
      }
    }
  }

  private void riprova() throws InterruptedException {
    senzaRisposta.incrementAndGet();
    Thread.sleep(100);
  }

  private boolean firmaUna(Random caso) throws InterruptedException {
    var daFirmare = new ArrayList<>(firmeDaRaccogliere.keySet());
    if (daFirmare.isEmpty()) {
      return false;
    }
    Collections.sort(daFirmare);
    var compito = daFirmare.get(caso.nextInt(daFirmare.size()));
    var utente = firmeDaRaccogliere.remove(compito);
    while (true) {
      try {
        int stato =
            qualcuno(caso)
                .completa(
                    utente,
                    compito,
                    Map.of(
                        "esito", "FIRMATA",
                        "persona", "Anna Bonomelli",
                        "ruolo", "legale rappresentante",
                        "atto", "deliberazione 31/2024",
                        "dataAtto", GIORNO,
                        "motivoSenzaProva", "Firma autografa depositata in Comune.",
                        "data", GIORNO));
        if (stato == 204) {
          firmate.add(compito);
          return true;
        }
        if (stato == 404 || stato == 400 && sparito(qualcuno(caso), compito)) {
          // the first answer got lost on the way
          firmate.add(compito);
          return true;
        }
        if (stato < 500) {
          stranezze.add("firma di " + utente + ": " + stato);
          return true;
        }
        if (sparito(qualcuno(caso), compito)) {
          firmate.add(compito);
          return true;
        }
        riprova();
      } catch (IOException e) {
        riprova();
      }
    }
  }

  private static boolean sparito(Nodo nodo, String compito) throws IOException {
    return nodo.rest("admin", "/task?taskId=" + compito).isEmpty();
  }

  /** The term of a procedure runs out now. */
  private boolean anticipaUna(Random caso) throws IOException, InterruptedException {
    var nodo = qualcuno(caso);
    JsonNode timer = nodo.rest("admin", "/job?timers=true&activityId=Timer_TermineProcedimento");
    for (var lavoro : timer) {
      var id = lavoro.get("id").asText();
      if (!anticipati.contains(id)) {
        int stato =
            nodo.rest("admin", "PUT", "/job/" + id + "/duedate", Map.of("duedate", SCADUTO));
        if (stato == 204) {
          anticipati.add(id);
        }
        return true;
      }
    }
    return false;
  }

  /** How many terms were made to run out. */
  int scaduti() {
    return anticipati.size();
  }
}
