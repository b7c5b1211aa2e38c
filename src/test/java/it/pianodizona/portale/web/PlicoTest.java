package it.pianodizona.portale.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;

class PlicoTest {

  private static final String CONFINE = "----confine7f";
  private static final Plico.Limiti LIMITI = new Plico.Limiti(1_000_000, 10_000, 20);
  private static final boolean IN_MEMORIA = true;
  private static final boolean SU_DISCO = false;

  @TempDir private Path cartella;

  private final ByteArrayOutputStream corpo = new ByteArrayOutputStream();

  @Test
  void iCampiRipetutiEGliAccentiArrivanoComeSonoStatiScritti() {
    campo("aree", "minori");
    campo("aree", "anziani");
    campo("sede", "piazza della Libertà, 1 – Nembro");
    campo("note", "");

    try (var plico = leggi(IN_MEMORIA)) {
      assertThat(plico.campi())
          .containsOnly(
              entry("aree", new String[] {"minori", "anziani"}),
              entry("sede", new String[] {"piazza della Libertà, 1 – Nembro"}),
              entry("note", new String[] {""}));
      assertThat(plico.file()).isEmpty();
    }
  }

  @Test
  void diUnFileSiSannoNomeTipoEContenuto() throws IOException {
    file("documento", "carta \\\"d'identità\\\".pdf", new byte[] {1, 2, 3});

    for (boolean inMemoria : List.of(IN_MEMORIA, SU_DISCO)) {
      try (var plico = leggi(inMemoria)) {
        var file = plico.file().getFirst("documento");
        assertThat(file.getName()).isEqualTo("documento");
        assertThat(file.getOriginalFilename()).isEqualTo("carta \"d'identità\".pdf");
        assertThat(file.getContentType()).isEqualTo("application/pdf");
        assertThat(file.getSize()).isEqualTo(3);
        assertThat(file.getBytes()).containsExactly(1, 2, 3);
        assertThat(file.getInputStream()).hasBinaryContent(new byte[] {1, 2, 3});
      }
    }
  }

  @Test
  void doveNessunFileEStatoSceltoCEUnFileVuotoSenzaNome() {
    file("documento", "", new byte[0]);

    try (var plico = leggi(SU_DISCO)) {
      var file = plico.file().getFirst("documento");
      assertThat(file.getOriginalFilename()).isEmpty();
      assertThat(file.isEmpty()).isTrue();
    }
  }

  @Test
  void iFileSuDiscoNonRestanoDopoLaChiusura() throws IOException {
    file("documento", "a.pdf", new byte[5000]);
    file("documento", "b.pdf", new byte[5000]);

    try (var plico = leggi(SU_DISCO)) {
      assertThat(cartella).isDirectoryContaining("glob:**.tmp");
      assertThat(plico.file().get("documento")).hasSize(2);
    }
    assertThat(cartella).isEmptyDirectory();
  }

  /** Bytes that look like the beginning of a boundary, cut anywhere by the line. */
  @Property(tries = 300)
  void ilContenutoNonCambiaComunqueArrivi(
      @ForAll @IntRange(max = 40_000) int lunghezza, @ForAll long seme) throws IOException {
    var caso = new Random(seme);
    var esca = ("\r\n--" + CONFINE).getBytes(StandardCharsets.US_ASCII);
    var contenuto = new byte[lunghezza];
    caso.nextBytes(contenuto);
    for (int i = 0; i < lunghezza; i += 1 + caso.nextInt(200)) {
      int quanto = Math.min(caso.nextInt(esca.length), lunghezza - i);
      System.arraycopy(esca, 0, contenuto, i, quanto);
      if (i + quanto < lunghezza) {
        contenuto[i + quanto] = 0;
      }
    }
    var modulo = new ByteArrayOutputStream();
    file(modulo, "documento", "a.pdf", contenuto);
    campo(modulo, "dopo", "il file");
    fine(modulo);
    var temporanea = Files.createTempDirectory("plico");

    for (boolean inMemoria : List.of(IN_MEMORIA, SU_DISCO)) {
      try (var plico =
          Plico.leggi(aPezzi(modulo.toByteArray(), caso), CONFINE, LIMITI, inMemoria, temporanea)) {
        assertThat(plico.file().getFirst("documento").getBytes()).isEqualTo(contenuto);
        assertThat(plico.campi()).containsOnly(entry("dopo", new String[] {"il file"}));
      }
    }
    Files.delete(temporanea);
  }

  @Test
  void unModuloTroncoERifiutatoENonNeRestaNulla() {
    campo("sede", "via Prima");
    file("documento", "a.pdf", new byte[5000]);

    for (int mancano = 1; mancano < corpo.size(); mancano += 97) {
      var tronco = new ByteArrayInputStream(corpo.toByteArray(), 0, corpo.size() - mancano);
      rifiutato(tronco, HttpStatus.BAD_REQUEST);
    }
  }

  @Test
  void unaLineaCheCadeNonEUnDiscoPieno() {
    rifiutato(
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Connection reset");
          }
        },
        HttpStatus.BAD_REQUEST);
  }

  @Test
  void unaParteSenzaNomeNonELetta() {
    scrivi(corpo, "--" + CONFINE + "\r\nContent-Disposition: form-data\r\n\r\nniente\r\n");
    rifiutato(modulo(), HttpStatus.BAD_REQUEST);
  }

  @Test
  void troppiByteTroppoTestoOTroppePartiSonoTroppo() {
    file("documento", "a.pdf", new byte[1_000_000]);
    rifiutato(modulo(), HttpStatus.PAYLOAD_TOO_LARGE);

    corpo.reset();
    campo("note", "a".repeat(10_001));
    rifiutato(modulo(), HttpStatus.PAYLOAD_TOO_LARGE);

    corpo.reset();
    IntStream.rangeClosed(0, 20).forEach(i -> campo("campo" + i, "x"));
    rifiutato(modulo(), HttpStatus.PAYLOAD_TOO_LARGE);
  }

  @Test
  void doveNonSiPuoScrivereIlFileNonSiConserva() {
    file("documento", "a.pdf", new byte[5000]);
    assertThatThrownBy(
            () -> Plico.leggi(modulo(), CONFINE, LIMITI, SU_DISCO, cartella.resolve("manca")))
        .isInstanceOfSatisfying(
            PlicoRifiutato.class,
            rifiuto -> assertThat(rifiuto.stato()).isEqualTo(HttpStatus.INSUFFICIENT_STORAGE));
  }

  private Plico leggi(boolean inMemoria) {
    return Plico.leggi(modulo(), CONFINE, LIMITI, inMemoria, cartella);
  }

  private void rifiutato(InputStream arrivo, HttpStatus stato) {
    assertThatThrownBy(() -> Plico.leggi(arrivo, CONFINE, LIMITI, SU_DISCO, cartella))
        .isInstanceOfSatisfying(
            PlicoRifiutato.class, rifiuto -> assertThat(rifiuto.stato()).isEqualTo(stato));
    assertThat(cartella).isEmptyDirectory();
  }

  private InputStream modulo() {
    var intero = new ByteArrayOutputStream();
    scrivi(intero, corpo.toByteArray());
    fine(intero);
    return new ByteArrayInputStream(intero.toByteArray());
  }

  /** As a line delivers it: some bytes at a time. */
  private static InputStream aPezzi(byte[] tutto, Random caso) {
    return new ByteArrayInputStream(tutto) {
      @Override
      public int read(byte[] dove) {
        return super.read(dove, 0, 1 + caso.nextInt(Math.min(dove.length, 3000)));
      }
    };
  }

  private void campo(String nome, String valore) {
    campo(corpo, nome, valore);
  }

  private void file(String campo, String nome, byte[] contenuto) {
    file(corpo, campo, nome, contenuto);
  }

  private static void campo(ByteArrayOutputStream dove, String nome, String valore) {
    scrivi(
        dove,
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
            .formatted(CONFINE, nome, valore));
  }

  private static void file(
      ByteArrayOutputStream dove, String campo, String nome, byte[] contenuto) {
    scrivi(
        dove,
        """
        --%s\r
        Content-Disposition: form-data; name="%s"; filename="%s"\r
        Content-Type: application/pdf\r
        \r
        """
            .formatted(CONFINE, campo, nome));
    scrivi(dove, contenuto);
    scrivi(dove, "\r\n");
  }

  private static void fine(ByteArrayOutputStream dove) {
    scrivi(dove, "--" + CONFINE + "--\r\n");
  }

  private static void scrivi(ByteArrayOutputStream dove, String testo) {
    scrivi(dove, testo.getBytes(StandardCharsets.UTF_8));
  }

  private static void scrivi(ByteArrayOutputStream dove, byte[] byteScritti) {
    try {
      dove.write(byteScritti);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
