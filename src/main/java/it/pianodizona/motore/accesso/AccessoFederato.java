package it.pianodizona.motore.accesso;

import jakarta.servlet.http.HttpSession;

/** Names that the parts of the single sign-on share. */
final class AccessoFederato {

  static final String PROFILO = "oidc";
  static final String FORNITORE = "piano";
  static final String ACCESSO = "/accesso";
  static final String AVVIO = "/accesso/oidc/vai";
  static final String RITORNO = "/accesso/oidc/ritorno";

  static final String ID_TOKEN = "accesso.idToken";
  static final String META = "accesso.meta";

  /** Tells the scripts of the web applications that there is no login page to show. */
  static final String COOKIE = "PIANODIZONA-ACCESSO";

  static final String FEDERATO = "federato";

  static final String TASKLIST = "/camunda/app/tasklist/default/";

  private AccessoFederato() {}

  /** Where somebody wanted to go before logging in; Tasklist if nowhere. */
  static String meta(HttpSession sessione) {
    var meta = (String) sessione.getAttribute(META);
    sessione.removeAttribute(META);
    return meta == null ? TASKLIST : meta;
  }
}
