package it.pianodizona.esercizio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** Writes the key and the certificate of a key store as nginx reads them. */
final class Pem {

  private Pem() {}

  static void scrivi(Path archivio, String password, Path cartella)
      throws IOException, GeneralSecurityException {
    var chiavi = KeyStore.getInstance(archivio.toFile(), password.toCharArray());
    var nome = chiavi.aliases().nextElement();
    Files.writeString(
        cartella.resolve("certificato.pem"),
        pem("CERTIFICATE", chiavi.getCertificate(nome).getEncoded()));
    Files.writeString(
        cartella.resolve("chiave.pem"),
        pem("PRIVATE KEY", chiavi.getKey(nome, password.toCharArray()).getEncoded()));
  }

  private static String pem(String tipo, byte[] contenuto) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .formatted(
            tipo,
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(contenuto));
  }
}
