package it.pianodizona.motore.accesso;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** In and out, whichever way people log in. */
@Controller
class AccessoController {

  private static final Logger LOG = LoggerFactory.getLogger(AccessoController.class);

  private static final Map<String, String> MOTIVI =
      Map.of(
          "senza_ruolo",
              "L'accesso è riuscito, ma nessun ruolo in nessun Ambito risulta assegnato a Lei. Si"
                  + " rivolga a chi amministra il sistema nel Suo ente.",
          "senza_nome",
              "Il servizio di identità non ha comunicato un nome utente che si possa usare qui. Si"
                  + " rivolga a chi amministra il sistema.",
          "di_un_altro",
              "Il nome utente comunicato dal servizio di identità appartiene qui a un'altra persona."
                  + " Si rivolga a chi amministra il sistema.",
          "non_raggiungibile", "Il servizio di identità non risponde. Riprovi fra qualche minuto.",
          "fornitore", "Il servizio di identità non ha confermato l'accesso. Può riprovare.");

  private final ObjectProvider<ClientRegistrationRepository> fornitori;

  AccessoController(ObjectProvider<ClientRegistrationRepository> fornitori) {
    this.fornitori = fornitori;
  }

  /**
   * @param per page to come back to, below this application
   */
  @GetMapping(AccessoFederato.ACCESSO)
  String entra(@RequestParam(defaultValue = "") String per, HttpServletRequest richiesta) {
    if (fornitori.getIfAvailable() == null) {
      return "redirect:" + AccessoFederato.TASKLIST;
    }
    if (fornitore().isEmpty()) {
      return "redirect:/accesso/non-riuscito?motivo=non_raggiungibile";
    }
    // a path of ours, and nothing that a browser could take for another site
    if (per.matches("/[\\w./%-]*") && !per.contains("//")) {
      richiesta.getSession().setAttribute(AccessoFederato.META, per);
    }
    return "redirect:" + AccessoFederato.AVVIO + "/" + AccessoFederato.FORNITORE;
  }

  @GetMapping("/accesso/non-riuscito")
  String nonRiuscito(
      @RequestParam(defaultValue = "") String motivo, Model modello, HttpServletResponse risposta) {
    risposta.setStatus(HttpServletResponse.SC_FORBIDDEN);
    modello.addAttribute("motivo", MOTIVI.getOrDefault(motivo, MOTIVI.get("fornitore")));
    return "accesso/non-riuscito";
  }

  /** Out of here, and out of the provider when one was asked; who is out already logs in again. */
  @GetMapping("/accesso/esci")
  String esci(HttpServletRequest richiesta, HttpServletResponse risposta) {
    var sessione = richiesta.getSession(false);
    if (sessione == null) {
      return "redirect:" + AccessoFederato.ACCESSO;
    }
    var idToken = (String) sessione.getAttribute(AccessoFederato.ID_TOKEN);
    sessione.invalidate();
    if (idToken == null) {
      return "redirect:" + AccessoFederato.ACCESSO;
    }
    var segno = new Cookie(AccessoFederato.COOKIE, "");
    segno.setPath(richiesta.getContextPath() + "/");
    segno.setMaxAge(0);
    risposta.addCookie(segno);
    return fornitore()
        .map(f -> f.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
        .map(
            uscita ->
                "redirect:"
                    + UriComponentsBuilder.fromUriString(uscita.toString())
                        .queryParam("id_token_hint", idToken)
                        .queryParam(
                            "post_logout_redirect_uri",
                            ServletUriComponentsBuilder.fromContextPath(richiesta)
                                .path("/")
                                .build())
                        .encode()
                        .toUriString())
        .orElse("redirect:/");
  }

  private Optional<ClientRegistration> fornitore() {
    try {
      return Optional.ofNullable(fornitori.getIfAvailable())
          .map(f -> f.findByRegistrationId(AccessoFederato.FORNITORE));
    } catch (IllegalArgumentException | IllegalStateException irraggiungibile) {
      LOG.error("Il servizio di identità non risponde", irraggiungibile);
      return Optional.empty();
    }
  }
}
