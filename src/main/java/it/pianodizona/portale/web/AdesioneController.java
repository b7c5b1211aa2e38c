package it.pianodizona.portale.web;

import it.pianodizona.accordo.Adesioni;
import it.pianodizona.accordo.RichiestaAdesione;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a body that took part asks to adhere to the Accordo, by the secret address it has. */
@Controller
@RequestMapping("/partecipazione/{token}/adesione")
class AdesioneController {

  private final Domande domande;
  private final Adesioni adesioni;

  AdesioneController(Domande domande, Adesioni adesioni) {
    this.domande = domande;
    this.adesioni = adesioni;
  }

  @GetMapping
  String pagina(@PathVariable String token, Model modello) {
    return pagina(domanda(token), modello);
  }

  @PostMapping
  String richiedi(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String persona,
      @RequestParam(defaultValue = "") String ruolo,
      @RequestParam(defaultValue = "") String impegni,
      @RequestParam(defaultValue = "") String risorse,
      Model modello,
      HttpServletResponse risposta) {
    Domanda domanda = domanda(token);
    try {
      adesioni.richiedi(token, new RichiestaAdesione(persona, ruolo, impegni, risorse));
      return "redirect:/partecipazione/" + token + "/adesione?registrata";
    } catch (DatoNonValido rifiuto) {
      risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      modello.addAttribute("errore", rifiuto.getMessage());
      modello.addAttribute("campoSbagliato", rifiuto.campo());
      modello.addAttribute("persona", persona);
      modello.addAttribute("ruolo", ruolo);
      modello.addAttribute("impegni", impegni);
      modello.addAttribute("risorse", risorse);
      return pagina(domanda, modello);
    }
  }

  private String pagina(Domanda domanda, Model modello) {
    modello.addAttribute("domanda", domanda);
    modello.addAttribute("richieste", adesioni.dellaDomanda(domanda.id()));
    modello.addAttribute("impedimento", adesioni.impedimento(domanda).orElse(null));
    return "partecipazione/adesione";
  }

  private Domanda domanda(String token) {
    return domande.perToken(token).orElseThrow(PaginaInesistente::new);
  }
}
