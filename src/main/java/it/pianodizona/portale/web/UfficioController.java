package it.pianodizona.portale.web;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.Ricevute;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.motore.accesso.Funzionario;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A domanda with its files, for the officials of its Ambito who follow it. To anybody else it does
 * not exist.
 */
@Controller
@RequestMapping("/ufficio/domande/{id:\\d{1,18}}")
class UfficioController {

  private static final String[] CHI_SEGUE_LE_DOMANDE = {"ufficio-di-piano", "rup"};

  private final Domande domande;
  private final Ricevute ricevute;
  private final Fascicolo fascicolo;
  private final AvvisiPubblici avvisi;

  UfficioController(
      Domande domande, Ricevute ricevute, Fascicolo fascicolo, AvvisiPubblici avvisi) {
    this.domande = domande;
    this.ricevute = ricevute;
    this.fascicolo = fascicolo;
    this.avvisi = avvisi;
  }

  @GetMapping
  String pagina(
      @PathVariable long id, @AuthenticationPrincipal Funzionario funzionario, Model modello) {
    return pagina(domanda(id, funzionario), modello);
  }

  @GetMapping("/ricevuta.pdf")
  ResponseEntity<byte[]> ricevuta(
      @PathVariable long id, @AuthenticationPrincipal Funzionario funzionario) {
    var documento = ricevute.ricevuta(domanda(id, funzionario).id());
    return Scarico.di(documento, fascicolo.contenuto(documento.id()));
  }

  @GetMapping("/documenti/{documentoId:\\d{1,18}}")
  ResponseEntity<byte[]> documento(
      @PathVariable long id,
      @PathVariable long documentoId,
      @AuthenticationPrincipal Funzionario funzionario) {
    var documento =
        domande.documenti(domanda(id, funzionario)).stream()
            .filter(d -> d.id() == documentoId)
            .findFirst()
            .orElseThrow(PaginaInesistente::new);
    return Scarico.di(documento, fascicolo.contenuto(documentoId));
  }

  /** Revokes the applicant's address and sends a new one. */
  @PostMapping("/indirizzo")
  String sostituisciIndirizzo(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String motivo,
      @AuthenticationPrincipal Funzionario funzionario,
      Model modello,
      HttpServletResponse risposta) {
    var domanda = domanda(id, funzionario);
    try {
      domande.sostituisciIndirizzo(id, motivo, funzionario.utente());
      return "redirect:/ufficio/domande/" + id + "?sostituito";
    } catch (DatoNonValido rifiuto) {
      risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      modello.addAttribute("errore", rifiuto.getMessage());
      modello.addAttribute("motivo", motivo);
      return pagina(domanda, modello);
    }
  }

  private Domanda domanda(long id, Funzionario funzionario) {
    try {
      var domanda = domande.domanda(id);
      if (funzionario.opera(domanda.piano().codiceAmbito(), CHI_SEGUE_LE_DOMANDE)) {
        return domanda;
      }
    } catch (DatoNonValido inesistente) {
      throw new PaginaInesistente();
    }
    throw new PaginaInesistente();
  }

  private String pagina(Domanda domanda, Model modello) {
    var vista = avvisi.conNumero(domanda.numeroAvviso());
    modello.addAttribute("domanda", domanda);
    modello.addAttribute("avviso", vista.avviso());
    modello.addAttribute("documenti", domande.documenti(domanda));
    modello.addAttribute("storia", domande.storia(domanda.id()));
    return "ufficio/domanda";
  }
}
