package it.pianodizona.portale;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.mock.web.MockMultipartFile;

/** Files as applicants send them. */
final class FileFixture {

  private FileFixture() {}

  /** The smallest thing that is a PDF by its content. */
  static byte[] pdf() {
    return pdf(200);
  }

  /** A PDF of this many bytes. */
  static byte[] pdf(int dimensione) {
    var inizio = "%PDF-1.4\n%âãÏÓ\n".getBytes(StandardCharsets.ISO_8859_1);
    var file = new byte[dimensione];
    Arrays.fill(file, (byte) ' ');
    System.arraycopy(inizio, 0, file, 0, inizio.length);
    var fine = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(fine, 0, file, dimensione - fine.length, fine.length);
    return file;
  }

  /** A page with a script, whatever its name says. */
  static byte[] html() {
    return "<!DOCTYPE html><html><script>alert(1)</script></html>"
        .getBytes(StandardCharsets.US_ASCII);
  }

  static MockMultipartFile inviato(String campo, String nome, byte[] contenuto) {
    return new MockMultipartFile(campo, nome, "application/octet-stream", contenuto);
  }
}
