package it.pianodizona.portale.web;

import it.pianodizona.portale.web.Manuale.Sezione;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The manual for officials: contents and search, one page per chapter, all of it for printing. */
@Controller
@RequestMapping("/manuale")
class ManualeController {

  private static final int LUNGHEZZA_RICERCA = 100;

  private final ObjectProvider<Manuale> manuale;

  ManualeController(ObjectProvider<Manuale> manuale) {
    this.manuale = manuale;
  }

  @GetMapping
  String indice(@RequestParam(defaultValue = "") String cerca, Model modello) {
    var parole = cerca.strip();
    if (parole.length() > LUNGHEZZA_RICERCA) {
      parole = parole.substring(0, LUNGHEZZA_RICERCA);
    }
    modello.addAttribute("cerca", parole);
    modello.addAttribute("trovate", parole.isEmpty() ? null : manuale.getObject().cerca(parole));
    modello.addAttribute("capitoli", manuale.getObject().capitoli());
    return "manuale/indice";
  }

  @GetMapping("/{capitolo:[a-z-]{1,40}}")
  String capitolo(@PathVariable String capitolo, Model modello) {
    modello.addAttribute(
        "capitolo", manuale.getObject().capitolo(capitolo).orElseThrow(PaginaInesistente::new));
    return "manuale/capitolo";
  }

  @GetMapping("/completo")
  String completo(Model modello) {
    modello.addAttribute("capitoli", manuale.getObject().capitoli());
    return "manuale/completo";
  }

  /** Where Tasklist's link «Come si fa» leads; for a task without a section, to the contents. */
  @GetMapping("/compiti/{compito:\\w{1,100}}")
  String compito(@PathVariable String compito) {
    return "redirect:"
        + manuale.getObject().sulCompito(compito).map(Sezione::indirizzo).orElse("/manuale");
  }

  @GetMapping("/immagini/{nome:[A-Za-z_-]{1,100}\\.png}")
  ResponseEntity<Resource> immagine(@PathVariable String nome) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(CacheControl.maxAge(1, TimeUnit.HOURS))
        .body(manuale.getObject().immagine(nome).orElseThrow(PaginaInesistente::new));
  }
}
