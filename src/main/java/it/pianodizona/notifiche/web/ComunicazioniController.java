package it.pianodizona.notifiche.web;

import it.pianodizona.notifiche.Scelte;
import it.pianodizona.notifiche.Scelte.Casella;
import it.pianodizona.notifiche.Scelte.Modo;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page of an address, linked by the optional mails that it gets: opt out, opt in again. Opening
 * it changes nothing, because mail scanners open every link.
 */
@Controller
@RequestMapping("/comunicazioni/{gettone:[A-Za-z0-9_-]{43}}")
class ComunicazioniController {

  private final Scelte scelte;

  ComunicazioniController(Scelte scelte) {
    this.scelte = scelte;
  }

  @ModelAttribute
  void nonIndicizzare(HttpServletResponse risposta) {
    risposta.setHeader("X-Robots-Tag", "noindex, nofollow");
  }

  @GetMapping({"", "/rinuncia-immediata"})
  String pagina(@PathVariable String gettone, Model modello) {
    return mostra(
        scelte
            .perGettone(gettone)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
        modello);
  }

  @PostMapping("/rinuncia")
  String rinuncia(@PathVariable String gettone) {
    return scegli(gettone, false);
  }

  @PostMapping("/ripresa")
  String riprendi(@PathVariable String gettone) {
    return scegli(gettone, true);
  }

  /** Sent by the mail program itself (RFC 8058). */
  @PostMapping("/rinuncia-immediata")
  String rinunciaImmediata(@PathVariable String gettone, Model modello) {
    return mostra(
        scelte
            .scegli(gettone, false, Modo.UN_CLIC)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
        modello);
  }

  private String scegli(String gettone, boolean facoltativi) {
    scelte
        .scegli(gettone, facoltativi, Modo.PAGINA)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return "redirect:/comunicazioni/" + gettone;
  }

  private static String mostra(Casella casella, Model modello) {
    modello.addAttribute("casella", casella);
    modello.addAttribute("facoltativi", Scelte.facoltativi());
    return "comunicazioni/scelta";
  }
}
