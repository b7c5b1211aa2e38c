package it.pianodizona.notifiche;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that refuses the recipients it is told to, counts its connections, and dies or
 * falls silent when it is told to.
 */
public final class ServerDiPosta implements AutoCloseable {

  /** Where in a conversation the server dies. */
  public enum Momento {
    PRIMA_DEL_DESTINATARIO,
    A_META_DEL_MESSAGGIO,
    /** It has the message, and nobody hears so. */
    DOPO_IL_MESSAGGIO
  }

  /** A message that the server has taken. */
  public record Preso(String destinatario, String messageId) {}

  private final ServerSocket presa;
  private final Map<String, String> rifiuti = new ConcurrentHashMap<>();
  private final Map<String, String> rifiutiDelTesto = new ConcurrentHashMap<>();
  final List<String> accettati = Collections.synchronizedList(new ArrayList<>());
  public final List<Preso> presi = Collections.synchronizedList(new ArrayList<>());

  /** The whole text of each of {@link #presi}. */
  final List<String> testi = Collections.synchronizedList(new ArrayList<>());

  final AtomicInteger connessioni = new AtomicInteger();
  private volatile boolean spento;
  private volatile boolean muto;
  private volatile Momento morte;
  private volatile Momento interruzione;
  private volatile int allaConsegna;
  private volatile int perConnessione = Integer.MAX_VALUE;
  private volatile String congedo;
  private int consegne;

  public ServerDiPosta() throws IOException {
    presa = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var ascolto = new Thread(this::ascolta);
    ascolto.setDaemon(true);
    ascolto.start();
  }

  public int porta() {
    return presa.getLocalPort();
  }

  public void rifiuta(String indirizzo, String risposta) {
    rifiuti.put(indirizzo, risposta);
  }

  /** What the text for an address is answered, once the server has it. */
  public void rifiutaIlTesto(String indirizzo, String risposta) {
    rifiutiDelTesto.put(indirizzo, risposta);
  }

  public void accetta(String indirizzo) {
    rifiuti.remove(indirizzo);
  }

  /**
   * @param consegna from 1: during which message
   */
  void muori(Momento momento, int consegna) {
    allaConsegna = consegna;
    morte = momento;
  }

  /** Closes every connection as soon as it is open. */
  public void spegni() {
    spento = true;
  }

  /** Accepts connections and says nothing. */
  public void taci() {
    muto = true;
  }

  /** Goes away at this point of every conversation, and is there for the next one. */
  public void interrompi(Momento momento) {
    interruzione = momento;
  }

  /**
   * Takes only so many messages over one connection.
   *
   * @param congedo what it says to the next one before it hangs up; {@code null} for nothing
   */
  void congeda(int dopo, String congedo) {
    perConnessione = dopo;
    this.congedo = congedo;
  }

  /** As a good server again. */
  public void torna() {
    morte = null;
    interruzione = null;
    muto = false;
    spento = false;
  }

  private void ascolta() {
    try {
      while (true) {
        var connessione = presa.accept();
        if (spento) {
          connessione.close();
          continue;
        }
        connessioni.incrementAndGet();
        var colloquio = new Thread(() -> colloquia(connessione));
        colloquio.setDaemon(true);
        colloquio.start();
      }
    } catch (IOException chiuso) {
      // the test is over
    }
  }

  private void colloquia(Socket connessione) {
    try (connessione;
        var lettura =
            new BufferedReader(
                new InputStreamReader(connessione.getInputStream(), StandardCharsets.UTF_8))) {
      while (muto) {
        Thread.sleep(20);
      }
      rispondi(connessione, "220 prova");
      String destinatario = null;
      int qui = 0;
      for (String riga = lettura.readLine(); riga != null; riga = lettura.readLine()) {
        var comando = riga.length() < 4 ? riga : riga.substring(0, 4);
        switch (comando) {
          case "MAIL" -> {
            if (++qui > perConnessione) {
              if (congedo != null) {
                rispondi(connessione, congedo);
              }
              return;
            }
            consegne++;
            rispondi(connessione, "250 ok");
          }
          case "RCPT" -> {
            if (muore(Momento.PRIMA_DEL_DESTINATARIO)) {
              return;
            }
            destinatario = riga.substring(riga.indexOf('<') + 1, riga.indexOf('>'));
            rispondi(connessione, rifiuti.getOrDefault(destinatario, "250 ok"));
          }
          case "DATA" -> {
            rispondi(connessione, "354 avanti");
            String messageId = null;
            var intero = new StringBuilder();
            for (String testo = lettura.readLine();
                !".".equals(testo);
                testo = lettura.readLine()) {
              if (testo == null || muore(Momento.A_META_DEL_MESSAGGIO)) {
                return;
              }
              intero.append(testo).append('\n');
              if (testo.toLowerCase(Locale.ROOT).startsWith("message-id:")) {
                messageId = testo.substring("message-id:".length()).strip();
              }
            }
            if (rifiutiDelTesto.containsKey(destinatario)) {
              rispondi(connessione, rifiutiDelTesto.get(destinatario));
              continue;
            }
            accettati.add(destinatario);
            presi.add(new Preso(destinatario, messageId));
            testi.add(intero.toString());
            if (muore(Momento.DOPO_IL_MESSAGGIO)) {
              return;
            }
            rispondi(connessione, "250 ok");
          }
          case "QUIT" -> {
            rispondi(connessione, "221 ciao");
            return;
          }
          default -> rispondi(connessione, "250 ok");
        }
      }
    } catch (IOException interrotto) {
      // the client went away
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean muore(Momento momento) {
    if (interruzione == momento) {
      return true;
    }
    if (morte == momento && consegne == allaConsegna) {
      spento = true;
    }
    return spento;
  }

  private static void rispondi(Socket connessione, String riga) throws IOException {
    connessione.getOutputStream().write((riga + "\r\n").getBytes(StandardCharsets.UTF_8));
    connessione.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    presa.close();
  }
}
