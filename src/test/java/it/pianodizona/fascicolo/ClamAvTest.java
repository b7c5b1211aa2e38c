package it.pianodizona.fascicolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.fascicolo.Antivirus.AntivirusNonDisponibile;
import it.pianodizona.fascicolo.Antivirus.FileInfetto;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The talk with a ClamAV daemon, as its manual describes it (clamd(8), INSTREAM). */
class ClamAvTest {

  private ServerSocket demone;
  private CompletableFuture<byte[]> ricevuto;

  @BeforeEach
  void ascolta() throws IOException {
    demone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void chiudi() throws IOException {
    demone.close();
  }

  @Test
  void unFileSanoPassaEArrivaInteroAlDemone() throws Exception {
    risponde("stream: OK\0");
    var contenuto = new byte[200_000];
    new Random(1).nextBytes(contenuto);

    assertThatCode(() -> clamAv().controlla(contenuto)).doesNotThrowAnyException();
    assertThat(ricevuto.get()).isEqualTo(contenuto);
  }

  @Test
  void ilNomeDelVirusTrovatoSiConosce() {
    risponde("stream: Win.Test.EICAR_HDB-1 FOUND\0");

    assertThatThrownBy(() -> clamAv().controlla(new byte[10]))
        .isInstanceOf(FileInfetto.class)
        .hasMessage("Win.Test.EICAR_HDB-1");
  }

  @Test
  void unErroreDelDemoneNonVuolDireSano() {
    risponde("INSTREAM size limit exceeded. ERROR\0");

    assertThatThrownBy(() -> clamAv().controlla(new byte[10]))
        .isInstanceOf(AntivirusNonDisponibile.class)
        .hasMessageContaining("size limit exceeded");
  }

  @Test
  void unaRispostaVuotaNonVuolDireSano() {
    risponde("");

    assertThatThrownBy(() -> clamAv().controlla(new byte[10]))
        .isInstanceOf(AntivirusNonDisponibile.class);
  }

  @Test
  void unDemoneMutoOSpentoNonVuolDireSano() throws IOException {
    assertThatThrownBy(() -> clamAv().controlla(new byte[10]))
        .isInstanceOf(AntivirusNonDisponibile.class);
    demone.close();
    assertThatThrownBy(() -> clamAv().controlla(new byte[10]))
        .isInstanceOf(AntivirusNonDisponibile.class);
  }

  private ClamAv clamAv() {
    return new ClamAv(
        new AntivirusProperties(
            true,
            InetAddress.getLoopbackAddress().getHostAddress(),
            demone.getLocalPort(),
            Duration.ofMillis(700)));
  }

  /** Reads one file to its end and answers. */
  private void risponde(String risposta) {
    ricevuto =
        CompletableFuture.supplyAsync(
            () -> {
              try (var presa = demone.accept()) {
                var ingresso = new DataInputStream(presa.getInputStream());
                var comando = new String(ingresso.readNBytes(10), StandardCharsets.US_ASCII);
                assertThat(comando).isEqualTo("zINSTREAM\0");
                var file = new ByteArrayOutputStream();
                for (int quanti = ingresso.readInt(); quanti > 0; quanti = ingresso.readInt()) {
                  file.writeBytes(ingresso.readNBytes(quanti));
                }
                presa.getOutputStream().write(risposta.getBytes(StandardCharsets.US_ASCII));
                return file.toByteArray();
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
  }
}
