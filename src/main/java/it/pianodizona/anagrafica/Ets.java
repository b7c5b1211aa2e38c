package it.pianodizona.anagrafica;

import it.pianodizona.comune.CodiceFiscale;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Email;
import java.time.LocalDate;

/**
 * A Third Sector body, or another participant that applies to an avviso: union, church body,
 * association.
 *
 * <p>A body is known by its tax code. It has at least one address: ordinary e-mail or PEC.
 *
 * @param id assigned by {@link Anagrafica#registraEts}; {@code null} before
 * @param codiceFiscale 11 digits, or the 16 characters of a person for bodies that have no other
 * @param formaGiuridica as declared; may be {@code null}
 * @param sede registered seat on one line; may be {@code null}
 * @param runtsNumero number in the RUNTS; {@code null} for bodies that are not registered
 * @param runtsSezione section of the RUNTS; may be {@code null}
 * @param runtsData day of registration in the RUNTS; may be {@code null}
 */
public record Ets(
    Long id,
    String codiceFiscale,
    String denominazione,
    String formaGiuridica,
    String sede,
    String email,
    String pec,
    String runtsNumero,
    String runtsSezione,
    LocalDate runtsData) {

  /**
   * @throws DatoNonValido when the tax code, the name or an address is wrong, or no address is
   *     given
   */
  public Ets {
    codiceFiscale = new CodiceFiscale(codiceFiscale).valore();
    denominazione = testo("Denominazione dell'ente", denominazione, 300);
    if (denominazione == null) {
      throw new DatoNonValido("Denominazione dell'ente", null, "il nome dell'ente");
    }
    formaGiuridica = testo("Forma giuridica", formaGiuridica, 120);
    sede = testo("Sede", sede, 300);
    runtsNumero = testo("Numero RUNTS", runtsNumero, 40);
    runtsSezione = testo("Sezione RUNTS", runtsSezione, 120);
    email = indirizzo(email);
    pec = indirizzo(pec);
    if (email == null && pec == null) {
      throw DatoNonValido.regola(
          "Recapito dell'ente", "serve almeno un indirizzo, e-mail ordinaria oppure PEC.");
    }
  }

  /** A body with only what is mandatory. */
  public static Ets nuovo(String codiceFiscale, String denominazione, String email) {
    return new Ets(null, codiceFiscale, denominazione, null, null, email, null, null, null, null);
  }

  /** Where to write to: the ordinary e-mail, or the PEC when there is no other. */
  public String recapito() {
    return email != null ? email : pec;
  }

  Ets conId(long id) {
    return new Ets(
        id,
        codiceFiscale,
        denominazione,
        formaGiuridica,
        sede,
        email,
        pec,
        runtsNumero,
        runtsSezione,
        runtsData);
  }

  private static String indirizzo(String testo) {
    Email letta = Email.facoltativa(testo);
    return letta == null ? null : letta.indirizzo();
  }

  private static String testo(String campo, String valore, int massimo) {
    if (valore == null || valore.isBlank()) {
      return null;
    }
    String pulito = valore.strip();
    if (pulito.length() > massimo) {
      throw new DatoNonValido(campo, pulito, "un testo di al massimo " + massimo + " caratteri");
    }
    return pulito;
  }
}
