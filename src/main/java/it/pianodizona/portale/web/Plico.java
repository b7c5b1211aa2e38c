package it.pianodizona.portale.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * A form that was sent with files (RFC 7578), taken apart. What is typed is kept in memory; files
 * in memory or, where there is no room for them, on disk until the form is closed.
 */
final class Plico implements MultiPart.Parser.Listener, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Plico.class);

  private static final int PEZZO = 64 * 1024;
  private static final int INTESTAZIONI_MASSIME = 4096;

  private final Limiti limiti;
  private final boolean inMemoria;
  private final Path cartella;
  private final Map<String, List<String>> campi = new LinkedHashMap<>();
  private final Map<String, String> tipi = new LinkedHashMap<>();
  private final MultiValueMap<String, MultipartFile> file = new LinkedMultiValueMap<>();
  private final List<Path> suDisco = new ArrayList<>();

  private String nome;
  private String nomeFile;
  private String tipo;
  private List<ByteBuffer> contenuto;
  private OutputStream scrittura;
  private long testo;
  private PlicoRifiutato rifiuto;

  private Plico(Limiti limiti, boolean inMemoria, Path cartella) {
    this.limiti = limiti;
    this.inMemoria = inMemoria;
    this.cartella = cartella;
  }

  /**
   * Reads a form to its end.
   *
   * @param confine what stands between its parts
   * @param inMemoria whether its files are kept in memory
   * @param cartella where they are kept otherwise
   * @throws PlicoRifiutato when it does not arrive whole, is not a form with files, goes beyond the
   *     limits, or cannot be written to disk
   */
  static Plico leggi(
      InputStream arrivo, String confine, Limiti limiti, boolean inMemoria, Path cartella) {
    var plico = new Plico(limiti, inMemoria, cartella);
    try {
      plico.leggi(arrivo, confine);
      return plico;
    } catch (RuntimeException e) {
      plico.close();
      throw e;
    }
  }

  private void leggi(InputStream arrivo, String confine) {
    var lettore = new MultiPart.Parser(confine, this);
    lettore.setMaxParts(limiti.parti());
    lettore.setPartHeadersMaxLength(INTESTAZIONI_MASSIME);
    long letti = 0;
    for (var pezzo = leggi(arrivo); pezzo.hasRemaining(); pezzo = leggi(arrivo)) {
      letti += pezzo.remaining();
      if (letti > limiti.inTutto()) {
        throw PlicoRifiutato.troppoGrande();
      }
      lettore.parse(Content.Chunk.from(pezzo, false));
      verifica();
    }
    lettore.parse(Content.Chunk.EOF);
    verifica();
  }

  // an array each: what is kept in memory stays where it was read until its part ends
  private static ByteBuffer leggi(InputStream arrivo) {
    try {
      var pezzo = new byte[PEZZO];
      return ByteBuffer.wrap(pezzo, 0, arrivo.readNBytes(pezzo, 0, PEZZO));
    } catch (IOException e) {
      throw PlicoRifiutato.illeggibile(e);
    }
  }

  private void verifica() {
    if (rifiuto != null) {
      throw rifiuto;
    }
  }

  @Override
  public void onPartBegin() {
    nome = null;
    nomeFile = null;
    tipo = null;
    contenuto = new ArrayList<>();
    scrittura = null;
  }

  @Override
  public void onPartHeader(String intestazione, String valore) {
    if (HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(intestazione)) {
      tipo = valore;
    } else if (HttpHeaders.CONTENT_DISPOSITION.equalsIgnoreCase(intestazione)) {
      try {
        var disposizione = ContentDisposition.parse(valore);
        nome = disposizione.getName();
        nomeFile = disposizione.getFilename();
      } catch (IllegalArgumentException e) {
        rifiuto = PlicoRifiutato.illeggibile(e);
      }
    }
  }

  // the reader swallows what its listener throws: it is kept for the caller
  @Override
  public void onPartContent(Content.Chunk pezzo) {
    if (rifiuto != null) {
      return;
    }
    var arrivati = pezzo.getByteBuffer();
    try {
      if (nomeFile == null) {
        testo += arrivati.remaining();
        if (testo > limiti.testo()) {
          throw PlicoRifiutato.troppoGrande();
        }
      }
      scrivi(arrivati);
    } catch (IOException e) {
      rifiuto = PlicoRifiutato.discoPieno(e);
    } catch (PlicoRifiutato e) {
      rifiuto = e;
    }
  }

  private void scrivi(ByteBuffer pezzo) throws IOException {
    if (nomeFile == null || inMemoria) {
      contenuto.add(pezzo.slice());
      return;
    }
    if (scrittura == null) {
      suDisco.add(Files.createTempFile(cartella, "invio-", ".tmp"));
      scrittura = Files.newOutputStream(suDisco.get(suDisco.size() - 1));
    }
    BufferUtil.writeTo(pezzo.slice(), scrittura);
  }

  @Override
  public void onPartEnd() {
    if (rifiuto != null) {
      return;
    }
    if (nome == null) {
      rifiuto = PlicoRifiutato.illeggibile(null);
      return;
    }
    try {
      aggiungi();
    } catch (IOException e) {
      rifiuto = PlicoRifiutato.discoPieno(e);
    }
  }

  private void aggiungi() throws IOException {
    if (nomeFile == null) {
      campi
          .computeIfAbsent(nome, n -> new ArrayList<>())
          .add(new String(intero(), StandardCharsets.UTF_8));
    } else if (scrittura == null) {
      file.add(nome, new FileDelPlico(nome, nomeFile, tipo, intero(), null));
    } else {
      scrittura.close();
      scrittura = null;
      file.add(nome, new FileDelPlico(nome, nomeFile, tipo, null, suDisco.get(suDisco.size() - 1)));
    }
    if (tipo != null) {
      tipi.put(nome, tipo);
    }
  }

  private byte[] intero() {
    var intero = ByteBuffer.allocate(contenuto.stream().mapToInt(ByteBuffer::remaining).sum());
    contenuto.forEach(intero::put);
    return intero.array();
  }

  @Override
  public void onFailure(Throwable causa) {
    if (rifiuto == null) {
      rifiuto =
          causa instanceof IllegalStateException
              ? PlicoRifiutato.troppoGrande()
              : PlicoRifiutato.illeggibile(causa);
    }
  }

  /** What was typed, by field. */
  Map<String, String[]> campi() {
    var valori = new LinkedHashMap<String, String[]>();
    campi.forEach((campo, scritti) -> valori.put(campo, scritti.toArray(String[]::new)));
    return valori;
  }

  /** By field; one with an empty name where nothing was chosen. */
  MultiValueMap<String, MultipartFile> file() {
    return file;
  }

  /** Media types that were declared, by field. */
  Map<String, String> tipi() {
    return tipi;
  }

  /** Throws the files away; one that stays behind is no reason to refuse the form. */
  @Override
  public void close() {
    for (var resto : suDisco) {
      try {
        if (scrittura != null) {
          scrittura.close();
        }
        Files.deleteIfExists(resto);
      } catch (IOException e) {
        LOG.warn("Il file provvisorio {} non si elimina", resto, e);
      }
    }
  }

  /**
   * How much of a form is read.
   *
   * @param inTutto bytes of the whole form
   * @param testo bytes of what is typed
   * @param parti fields and files
   */
  record Limiti(long inTutto, long testo, int parti) {}
}
