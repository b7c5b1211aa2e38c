package it.pianodizona.comune;

/**
 * Input that cannot be accepted, told so that the person who typed it can correct it.
 *
 * <p>The message is in Italian and may be shown as it is: it names the field, the value received
 * and what is accepted, or states the rule that was broken.
 */
public class DatoNonValido extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int LUNGHEZZA_MASSIMA = 120;

  private final String campo;
  private final String valore;
  private final String accettato;

  /**
   * A value outside what the field accepts.
   *
   * @param campo name of the field, as the person knows it
   * @param valore value received; {@code null} and blank are shown as "assente"
   * @param accettato what is accepted, completing the sentence "è ammesso …"
   */
  public DatoNonValido(String campo, Object valore, String accettato) {
    super(
        "%s: il valore %s non è valido; è ammesso: %s."
            .formatted(campo, mostra(valore), accettato));
    this.campo = campo;
    this.valore = valore == null ? null : accorcia(valore.toString());
    this.accettato = accettato;
  }

  private DatoNonValido(String campo, String messaggio) {
    super(campo + ": " + messaggio);
    this.campo = campo;
    this.valore = null;
    this.accettato = null;
  }

  /**
   * A rule that was broken, when no single accepted value can be named.
   *
   * @param campo field, act or object the rule is about
   * @param messaggio full Italian sentence stating what was wrong and what to do
   */
  public static DatoNonValido regola(String campo, String messaggio) {
    return new DatoNonValido(campo, messaggio);
  }

  /** The field, act or object at fault; never {@code null}. */
  public String campo() {
    return campo;
  }

  /** The value received, shortened when very long; {@code null} when absent or not applicable. */
  public String valore() {
    return valore;
  }

  /** What is accepted; {@code null} for a broken rule, whose message says it. */
  public String accettato() {
    return accettato;
  }

  private static String mostra(Object valore) {
    return valore == null || valore.toString().isBlank()
        ? "assente"
        : "«" + accorcia(valore.toString()) + "»";
  }

  private static String accorcia(String testo) {
    String leggibile = testo.replaceAll("\\p{Cntrl}", "\uFFFD");
    return leggibile.length() <= LUNGHEZZA_MASSIMA
        ? leggibile
        : leggibile.substring(0, LUNGHEZZA_MASSIMA) + "…";
  }
}
