package it.pianodizona.coprogrammazione;

import it.pianodizona.fascicolo.Impronta;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Secret parts of addresses: 192 random bits, as 32 characters that an address may contain. */
public final class Segreti {

  private static final int BYTE = 24;
  private static final SecureRandom CASO = new SecureRandom();

  private Segreti() {}

  public static String nuovo() {
    var byteCasuali = new byte[BYTE];
    CASO.nextBytes(byteCasuali);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(byteCasuali);
  }

  /** Whether a text could have been made by {@link #nuovo}. */
  public static boolean plausibile(String testo) {
    return testo != null && testo.matches("[A-Za-z0-9_-]{32}");
  }

  /** What is kept of a secret that nobody needs to read again. */
  static String impronta(String segreto) {
    return Impronta.sha256(segreto.getBytes(StandardCharsets.UTF_8));
  }
}
