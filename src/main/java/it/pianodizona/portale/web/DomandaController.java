package it.pianodizona.portale.web;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.coprogrammazione.Canale;
import it.pianodizona.coprogrammazione.CategoriaPartecipante;
import it.pianodizona.coprogrammazione.ComandoDomanda;
import it.pianodizona.coprogrammazione.Domande;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The application form of a notice. */
@Controller
@RequestMapping("/avvisi/{numero}/domanda")
class DomandaController {

  private final AvvisiPubblici avvisi;
  private final Domande domande;

  DomandaController(AvvisiPubblici avvisi, Domande domande) {
    this.avvisi = avvisi;
    this.domande = domande;
  }

  @GetMapping
  String modulo(@PathVariable String numero, Model modello) {
    return pagina(avvisi.conNumero(numero), new ModuloDomanda(), modello);
  }

  @PostMapping
  String presenta(
      @PathVariable String numero,
      @RequestParam MultiValueMap<String, String> inviati,
      Model modello,
      HttpServletResponse risposta) {
    var vista = avvisi.conNumero(numero);
    var modulo = new ModuloDomanda(inviati);
    if (vista.prendeDomande() && modulo.valido(vista.avviso())) {
      try {
        var ricevuta = domande.presenta(new ComandoDomanda(numero, Canale.WEB, modulo.dati()));
        return "redirect:/partecipazione/" + ricevuta.token() + "?registrata";
      } catch (DatoNonValido rifiuto) {
        modulo.rifiuta(rifiuto);
      }
    }
    risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return pagina(vista, modulo, modello);
  }

  private static String pagina(VistaAvviso vista, ModuloDomanda modulo, Model modello) {
    modello.addAttribute("vista", vista);
    modello.addAttribute("avviso", vista.avviso());
    modello.addAttribute("modulo", modulo);
    modello.addAttribute("categorie", CategoriaPartecipante.values());
    return vista.prendeDomande() ? "avvisi/domanda" : "avvisi/domanda-chiusa";
  }
}
