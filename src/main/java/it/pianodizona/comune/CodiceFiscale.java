package it.pianodizona.comune;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The tax code of a person (16 characters) or of a body (11 digits), with a verified check
 * character (d.m. 23 December 1976).
 *
 * @param valore the code, in capitals and without spaces
 */
public record CodiceFiscale(String valore) {

  private static final String CAMPO = "Codice fiscale";
  private static final String ENTE = "11 cifre, con l'ultima di controllo corretta";
  private static final String PERSONA =
      "16 caratteri tra lettere e cifre, con l'ultimo di controllo corretto";

  /** Digits may be replaced by letters when two people would share a code (omocodia). */
  private static final Pattern FORMA_PERSONA =
      Pattern.compile(
          "[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}"
              + "[A-Z][0-9LMNPQRSTUV]{3}[A-Z]");

  private static final Pattern FORMA_ENTE = Pattern.compile("[0-9]{11}");

  /** Value of each character in an odd position, by rank in 0-9 or A-Z. */
  private static final int[] DISPARI = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };

  /**
   * @throws DatoNonValido when the code is neither a person's nor a body's
   */
  public CodiceFiscale {
    String ricevuto = valore;
    valore = valore == null ? "" : valore.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    if (!valido(valore)) {
      throw new DatoNonValido(CAMPO, ricevuto, ENTE + " (ente), oppure " + PERSONA + " (persona)");
    }
  }

  /**
   * @throws DatoNonValido when the code is not a body's
   */
  public static CodiceFiscale ente(String testo) {
    String pulito = testo == null ? "" : testo.replaceAll("\\s", "");
    if (!FORMA_ENTE.matcher(pulito).matches() || !valido(pulito)) {
      throw new DatoNonValido("Codice fiscale dell'ente", testo, ENTE);
    }
    return new CodiceFiscale(pulito);
  }

  /**
   * @throws DatoNonValido when the code is not a person's
   */
  public static CodiceFiscale persona(String testo) {
    String pulito = testo == null ? "" : testo.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    if (!FORMA_PERSONA.matcher(pulito).matches() || !valido(pulito)) {
      throw new DatoNonValido("Codice fiscale della persona", testo, PERSONA);
    }
    return new CodiceFiscale(pulito);
  }

  /** True for the 11-digit code of a body. */
  public boolean diEnte() {
    return valore.length() == 11;
  }

  @Override
  public String toString() {
    return valore;
  }

  private static boolean valido(String codice) {
    if (FORMA_ENTE.matcher(codice).matches()) {
      return !codice.equals("00000000000") && cifraDiControllo(codice) == codice.charAt(10) - '0';
    }
    return FORMA_PERSONA.matcher(codice).matches()
        && carattereDiControllo(codice) == codice.charAt(15);
  }

  private static int cifraDiControllo(String codice) {
    int somma = 0;
    for (int i = 0; i < 10; i++) {
      int cifra = codice.charAt(i) - '0';
      int peso = i % 2 == 0 ? cifra : 2 * cifra;
      somma += peso > 9 ? peso - 9 : peso;
    }
    return (10 - somma % 10) % 10;
  }

  private static char carattereDiControllo(String codice) {
    int somma = 0;
    for (int i = 0; i < 15; i++) {
      char c = codice.charAt(i);
      int rango = Character.isDigit(c) ? c - '0' : c - 'A';
      somma += i % 2 == 0 ? DISPARI[rango] : rango;
    }
    return (char) ('A' + somma % 26);
  }
}
