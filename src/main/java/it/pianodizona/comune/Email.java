package it.pianodizona.comune;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address (ordinary or PEC) written so that a mail server can accept it: one address,
 * without display name, at most 254 characters. That it exists is not checked.
 *
 * @param indirizzo the address, with the domain in lower case and in its ASCII form
 */
public record Email(String indirizzo) {

  private static final String ACCETTATO =
      "un solo indirizzo nella forma nome@dominio, per esempio ufficio@esempio.it";
  private static final Pattern LOCALE =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMINIO =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  /**
   * @throws DatoNonValido when the text is not one e-mail address
   */
  public Email {
    indirizzo = normalizza(indirizzo);
  }

  /**
   * @throws DatoNonValido when the text is not one e-mail address
   */
  public static Email di(String testo) {
    return new Email(testo);
  }

  /** The address, or {@code null} when the text is absent or blank. */
  public static Email facoltativa(String testo) {
    return testo == null || testo.isBlank() ? null : new Email(testo);
  }

  @Override
  public String toString() {
    return indirizzo;
  }

  private static String normalizza(String testo) {
    String pulito = testo == null ? "" : testo.strip();
    int chiocciola = pulito.lastIndexOf('@');
    if (chiocciola < 1 || chiocciola > 64 || pulito.length() > 254) {
      throw new DatoNonValido("E-mail", testo, ACCETTATO);
    }
    String locale = pulito.substring(0, chiocciola);
    String dominio;
    try {
      dominio = IDN.toASCII(pulito.substring(chiocciola + 1)).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new DatoNonValido("E-mail", testo, ACCETTATO);
    }
    if (!LOCALE.matcher(locale).matches()
        || !DOMINIO.matcher(dominio).matches()
        || locale.length() + 1 + dominio.length() > 254) {
      throw new DatoNonValido("E-mail", testo, ACCETTATO);
    }
    return locale + "@" + dominio;
  }
}
