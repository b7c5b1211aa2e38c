package it.pianodizona.simulazione.comando;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A mail server on this machine that accepts every message of RFC 5321 and keeps none: it counts
 * messages and bytes. The mails of a run leave by the same path as the real ones, and reach nobody.
 */
final class RicevitoreSmtp implements AutoCloseable {

  private final ServerSocket porta;
  private final AtomicLong messaggi = new AtomicLong();
  private final AtomicLong byteRicevuti = new AtomicLong();

  RicevitoreSmtp() {
    try {
      porta = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("Nessuna porta libera per la posta", e);
    }
    inDisparte(this::accetta, "ricevitore-smtp");
  }

  int porta() {
    return porta.getLocalPort();
  }

  long messaggi() {
    return messaggi.get();
  }

  long byteRicevuti() {
    return byteRicevuti.get();
  }

  @Override
  public void close() {
    try {
      porta.close();
    } catch (IOException chiusa) {
      throw new UncheckedIOException(chiusa);
    }
  }

  private void accetta() {
    while (!porta.isClosed()) {
      try {
        var mittente = porta.accept();
        mittente.setTcpNoDelay(true);
        inDisparte(() -> conversa(mittente), "smtp-" + mittente.getPort());
      } catch (IOException fine) {
        return;
      }
    }
  }

  private static void inDisparte(Runnable lavoro, String nome) {
    var filo = new Thread(lavoro, nome);
    filo.setDaemon(true);
    filo.start();
  }

  private void conversa(Socket mittente) {
    try (mittente;
        var arrivo = new BufferedInputStream(mittente.getInputStream(), 1 << 16);
        var risposta = new BufferedOutputStream(mittente.getOutputStream())) {
      di(risposta, "220 localhost pronto");
      for (var riga = leggi(arrivo); riga != null; riga = leggi(arrivo)) {
        var verbo = riga.substring(0, Math.min(4, riga.length())).toUpperCase(Locale.ROOT);
        switch (verbo) {
          case "EHLO", "HELO", "MAIL", "RCPT", "RSET", "NOOP" -> di(risposta, "250 ok");
          case "DATA" -> {
            di(risposta, "354 avanti");
            messaggio(arrivo);
            di(risposta, "250 ricevuto");
          }
          case "QUIT" -> {
            di(risposta, "221 fine");
            return;
          }
          default -> di(risposta, "502 comando sconosciuto");
        }
      }
    } catch (IOException interrotta) {
      // the sender is gone: what it had not finished is not counted
    }
  }

  private void messaggio(InputStream arrivo) throws IOException {
    long quanti = 0;
    for (var riga = leggi(arrivo); !".".equals(riga); riga = leggi(arrivo)) {
      if (riga == null) {
        throw new IOException("messaggio interrotto");
      }
      quanti += riga.length() + 2L;
    }
    messaggi.incrementAndGet();
    byteRicevuti.addAndGet(quanti);
  }

  private static String leggi(InputStream arrivo) throws IOException {
    var riga = new StringBuilder();
    for (int c = arrivo.read(); c != -1; c = arrivo.read()) {
      if (c == '\n') {
        return riga.toString();
      }
      if (c != '\r') {
        riga.append((char) c);
      }
    }
    return null;
  }

  private static void di(OutputStream risposta, String riga) throws IOException {
    risposta.write((riga + "\r\n").getBytes(StandardCharsets.US_ASCII));
    risposta.flush();
  }
}
