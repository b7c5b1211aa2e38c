package it.pianodizona.assemblea.web;

import it.pianodizona.motore.accesso.Funzionario;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Who may open and who may write on the pages of an Ambito; to all the others they do not exist.
 */
final class Ufficio {

  private static final String[] SCRIVE = {"presidente-assemblea", "ufficio-di-piano"};
  private static final String[] LEGGE = {
    "presidente-assemblea",
    "ufficio-di-piano",
    "assemblea",
    "comitato-dei-sindaci",
    "rup",
    "ats",
    "regione"
  };

  private Ufficio() {}

  static boolean scrive(Funzionario chi, String codiceAmbito) {
    return chi.opera(codiceAmbito, SCRIVE);
  }

  static void legge(Funzionario chi, String codiceAmbito) {
    seNo(chi.opera(codiceAmbito, LEGGE));
  }

  static void seNo(boolean consentito) {
    if (!consentito) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
