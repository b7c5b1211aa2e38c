package it.pianodizona.fascicolo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Tells the format of a file from its bytes; the name only tells apart kinds of plain text. */
class Riconoscimento {

  private static final byte[] ARCHIVIO = {'P', 'K', 3, 4};
  private static final int LUNGHEZZA_MIMETYPE = 100;

  private static final Map<String, byte[]> FIRME =
      Map.of(
          "application/pdf", HexFormat.of().parseHex("255044462d"),
          "image/jpeg", HexFormat.of().parseHex("ffd8ff"),
          "image/png", HexFormat.of().parseHex("89504e470d0a1a0a"));

  /** Read with the first file that needs it: a start of the application does not pay for it. */
  private static final class Rilevatore {
    static final Detector DI_TUTTI_I_TIPI = MimeTypes.getDefaultMimeTypes();
  }

  Optional<FormatoFile> formato(byte[] contenuto, String estensione) {
    if (contenuto.length > 4 && Arrays.equals(contenuto, 0, 4, ARCHIVIO, 0, 4)) {
      return ufficio(contenuto);
    }
    return switch (tipo(contenuto)) {
      case "application/pdf" -> Optional.of(FormatoFile.PDF);
      case "image/jpeg" -> Optional.of(FormatoFile.JPEG);
      case "image/png" -> Optional.of(FormatoFile.PNG);
      case "application/pkcs7-signature", "application/pkcs7-mime" ->
          Optional.of(FormatoFile.PDF_FIRMATO);
      case "text/plain" ->
          Optional.of(estensione.equals("csv") ? FormatoFile.CSV : FormatoFile.TESTO);
      default -> Optional.empty();
    };
  }

  /** What nearly everybody sends says it in its first bytes; the rest is looked at closely. */
  private String tipo(byte[] contenuto) {
    for (var firma : FIRME.entrySet()) {
      byte[] attesa = firma.getValue();
      if (contenuto.length >= attesa.length
          && Arrays.equals(contenuto, 0, attesa.length, attesa, 0, attesa.length)) {
        return firma.getKey();
      }
    }
    try (var flusso = TikaInputStream.get(new ByteArrayInputStream(contenuto))) {
      return Rilevatore.DI_TUTTI_I_TIPI.detect(flusso, new Metadata()).getBaseType().toString();
    } catch (IOException e) {
      throw new IllegalStateException("A file in memory can always be read", e);
    }
  }

  /** Office documents are archives: what they hold tells them apart. Macros are not admitted. */
  private static Optional<FormatoFile> ufficio(byte[] contenuto) {
    try {
      Path copia = Files.createTempFile("allegato", ".zip");
      try {
        Files.write(copia, contenuto);
        try (var archivio = new ZipFile(copia.toFile())) {
          return ufficio(archivio);
        }
      } finally {
        Files.delete(copia);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<FormatoFile> ufficio(ZipFile archivio) throws IOException {
    if (archivio.stream().anyMatch(voce -> voce.getName().endsWith("vbaProject.bin"))) {
      return Optional.empty();
    }
    if (archivio.getEntry("[Content_Types].xml") != null) {
      if (archivio.getEntry("word/document.xml") != null) {
        return Optional.of(FormatoFile.DOCX);
      }
      return Optional.ofNullable(archivio.getEntry("xl/workbook.xml")).map(v -> FormatoFile.XLSX);
    }
    ZipEntry tipo = archivio.getEntry("mimetype");
    if (tipo == null) {
      return Optional.empty();
    }
    try (var flusso = archivio.getInputStream(tipo)) {
      var dichiarato =
          new String(flusso.readNBytes(LUNGHEZZA_MIMETYPE), StandardCharsets.US_ASCII).strip();
      return Arrays.stream(FormatoFile.values())
          .filter(formato -> formato.tipoContenuto().equals(dichiarato))
          .findFirst();
    }
  }
}
