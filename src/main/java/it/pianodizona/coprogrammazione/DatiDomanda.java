package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.CodiceFiscale;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Email;
import java.time.LocalDate;
import java.util.List;

/**
 * What an applicant writes in a domanda di partecipazione (S2 §4-6; fields of dominio §7).
 *
 * @param codiceFiscale of the body, 11 digits
 * @param pec {@code null} when the body has none
 * @param email address that gets every message
 * @param runtsNumero number in the Registro unico nazionale del Terzo settore; {@code null} when
 *     not given
 * @param aree codes of the areas, at least one
 * @param sostituto {@code null} when none is named
 * @param datiOfferti data, research, knowledge put at disposal; {@code null} when none
 * @param risorseOfferte other resources put at disposal; {@code null} when none
 * @param impegniAccettati must be true
 * @param liberatoriaProprieta release from claims on intellectual property; must be true
 * @param consensoPubblicazione consent to publish the participation; must be true (S2 §5)
 * @param informativaLetta privacy notice read; must be true
 */
public record DatiDomanda(
    String denominazione,
    String formaGiuridica,
    String codiceFiscale,
    String sede,
    String pec,
    String email,
    String rappresentanteLegale,
    CategoriaPartecipante categoria,
    String runtsNumero,
    String runtsSezione,
    LocalDate runtsData,
    List<String> aree,
    String referente,
    String referenteEmail,
    String sostituto,
    String sostitutoEmail,
    String datiOfferti,
    String risorseOfferte,
    boolean impegniAccettati,
    boolean liberatoriaProprieta,
    boolean consensoPubblicazione,
    boolean informativaLetta) {

  /**
   * @throws DatoNonValido naming the first field that cannot be accepted
   */
  public DatiDomanda {
    denominazione = Testi.obbligatorio("Denominazione", denominazione, 300);
    formaGiuridica = Testi.obbligatorio("Forma giuridica", formaGiuridica, 120);
    codiceFiscale = CodiceFiscale.ente(codiceFiscale).valore();
    sede = Testi.obbligatorio("Sede", sede, 300);
    pec = indirizzo("PEC", pec);
    email = indirizzo("E-mail", Testi.obbligatorio("E-mail", email, 254));
    rappresentanteLegale = Testi.obbligatorio("Legale rappresentante", rappresentanteLegale, 120);
    if (categoria == null) {
      throw new DatoNonValido("Categoria", null, "una delle categorie dell'avviso");
    }
    runtsNumero = Testi.facoltativo("Numero RUNTS", runtsNumero, 40);
    runtsSezione = Testi.facoltativo("Sezione RUNTS", runtsSezione, 120);
    if (aree == null || aree.isEmpty()) {
      throw new DatoNonValido("Aree", null, "almeno un'area dell'avviso");
    }
    aree = aree.stream().distinct().toList();
    referente = Testi.obbligatorio("Referente", referente, 120);
    referenteEmail =
        indirizzo(
            "E-mail del referente",
            Testi.obbligatorio("E-mail del referente", referenteEmail, 254));
    sostituto = Testi.facoltativo("Sostituto", sostituto, 120);
    sostitutoEmail = indirizzo("E-mail del sostituto", sostitutoEmail);
    datiOfferti = Testi.facoltativo("Dati offerti", datiOfferti, 2000);
    risorseOfferte = Testi.facoltativo("Risorse offerte", risorseOfferte, 2000);
    spuntata("Impegni dei partecipanti", impegniAccettati);
    spuntata("Liberatoria sulla proprietà intellettuale", liberatoriaProprieta);
    spuntata("Consenso alla pubblicazione", consensoPubblicazione);
    spuntata("Informativa sulla privacy", informativaLetta);
  }

  private static String indirizzo(String campo, String testo) {
    if (testo == null || testo.isBlank()) {
      return null;
    }
    try {
      return new Email(testo).indirizzo();
    } catch (DatoNonValido e) {
      throw new DatoNonValido(campo, e.valore(), e.accettato());
    }
  }

  private static void spuntata(String campo, boolean spuntata) {
    if (!spuntata) {
      throw DatoNonValido.regola(campo, "la casella va spuntata per partecipare.");
    }
  }
}
