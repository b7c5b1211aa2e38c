package it.pianodizona.fascicolo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint of a document's bytes. */
public final class Impronta {

  private Impronta() {}

  /** SHA-256 as 64 hexadecimal digits in lower case. */
  public static String sha256(byte[] contenuto) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(contenuto));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
