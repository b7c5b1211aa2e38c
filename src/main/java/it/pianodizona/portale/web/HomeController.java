package it.pianodizona.portale.web;

import it.pianodizona.motore.accesso.UtentiDimostrazione;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page and the pages that the footer links. */
@Controller
class HomeController {

  private final ObjectProvider<UtentiDimostrazione> dimostrazione;

  HomeController(ObjectProvider<UtentiDimostrazione> dimostrazione) {
    this.dimostrazione = dimostrazione;
  }

  @GetMapping("/")
  String home(Model modello) {
    var utenti = dimostrazione.getIfAvailable();
    var tutti = utenti == null ? List.<UtentiDimostrazione.Utente>of() : utenti.tutti();
    modello.addAttribute("uffici", tutti.stream().filter(u -> !sindaco(u)).toList());
    modello.addAttribute("sindaci", tutti.stream().filter(HomeController::sindaco).toList());
    return "home";
  }

  @GetMapping("/accessibilita")
  String accessibilita() {
    return "accessibilita";
  }

  @GetMapping("/informativa")
  String informativa() {
    return "informativa";
  }

  private static boolean sindaco(UtentiDimostrazione.Utente utente) {
    return utente.id().startsWith("sindaco.");
  }
}
