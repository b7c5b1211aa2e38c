package it.pianodizona.premialita.web;

import it.pianodizona.motore.accesso.Funzionario;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Who sees the premialità of an Ambito, and who acts on it; for the others it does not exist. */
final class Lettori {

  static final String UFFICIO = "ufficio-di-piano";
  static final String REGIONE = "regione";

  private static final String[] LETTORI = {
    UFFICIO, "rup", "ats", "gruppo-tecnico-regionale", REGIONE
  };

  private Lettori() {}

  static boolean legge(Funzionario chi, String codiceAmbito) {
    return chi.opera(codiceAmbito, LETTORI);
  }

  static boolean regione(Funzionario chi) {
    return chi.amministratore() || chi.gruppi().contains(REGIONE);
  }

  static void seNo(boolean consentito) {
    if (!consentito) {
      throw inesistente();
    }
  }

  static ResponseStatusException inesistente() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
