package it.pianodizona.documento.web;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.CampoObiettivo;
import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.FondoCondiviso;
import it.pianodizona.documento.Macroarea;
import it.pianodizona.documento.ModificaSuperata;
import it.pianodizona.documento.Obiettivo;
import it.pianodizona.documento.Operatore;
import it.pianodizona.documento.Parte;
import it.pianodizona.documento.Redazione;
import it.pianodizona.documento.TipoIndicatore;
import it.pianodizona.fascicolo.web.AccessoAiPiani;
import it.pianodizona.motore.accesso.Funzionario;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The objectives of the document, one page each, and the budgets they share. */
@Controller
@RequestMapping("/documento/{pianoId:\\d{1,18}}")
class ObiettiviController {

  private final PaginaDelDocumento pagina;
  private final Documenti documenti;
  private final Redazione redazione;

  ObiettiviController(PaginaDelDocumento pagina, Documenti documenti, Redazione redazione) {
    this.pagina = pagina;
    this.documenti = documenti;
    this.redazione = redazione;
  }

  @GetMapping("/obiettivi/nuovo")
  String nuovo(
      @AuthenticationPrincipal Funzionario chi, @PathVariable long pianoId, Model modello) {
    var aperto = pagina.scrivi(chi, pianoId, modello);
    var modulo = ModuloObiettivo.nuovo();
    modulo.aggiungiIndicatore();
    return mostra(chi, aperto, modulo, modello);
  }

  @GetMapping("/obiettivi/{id:\\d{1,18}}")
  String obiettivo(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable long id,
      Model modello) {
    var aperto = pagina.leggi(chi, pianoId, modello);
    var obiettivo = cerca(aperto, id);
    modello.addAttribute("obiettivo", obiettivo);
    return mostra(chi, aperto, ModuloObiettivo.di(obiettivo), modello);
  }

  @PostMapping("/obiettivi/nuovo")
  String aggiungi(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @RequestParam MultiValueMap<String, String> inviato,
      Model modello,
      HttpServletResponse risposta) {
    return salva(chi, pianoId, null, inviato, modello, risposta);
  }

  @PostMapping("/obiettivi/{id:\\d{1,18}}")
  String modifica(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable long id,
      @RequestParam MultiValueMap<String, String> inviato,
      Model modello,
      HttpServletResponse risposta) {
    return salva(chi, pianoId, id, inviato, modello, risposta);
  }

  private String salva(
      Funzionario chi,
      long pianoId,
      Long id,
      MultiValueMap<String, String> inviato,
      Model modello,
      HttpServletResponse risposta) {
    var aperto = pagina.scrivi(chi, pianoId, modello);
    var modulo = ModuloObiettivo.letto(inviato);
    if (id != null) {
      modello.addAttribute("obiettivo", cerca(aperto, id));
    }
    if (inviato.containsKey("altro-indicatore")) {
      modulo.aggiungiIndicatore();
      return mostra(chi, aperto, modulo, modello);
    }
    var dati = modulo.dati();
    if (dati.isEmpty()) {
      risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return mostra(chi, aperto, modulo, modello);
    }
    try {
      if (id == null) {
        redazione.aggiungiObiettivo(aperto.documento().id(), dati.get(), chi.utente());
      } else {
        redazione.modificaObiettivo(id, modulo.revisione(), dati.get(), chi.utente());
      }
      return "redirect:/documento/%d/parti/%d?salvato".formatted(pianoId, numero());
    } catch (ModificaSuperata e) {
      risposta.setStatus(HttpStatus.CONFLICT.value());
      modello.addAttribute("errore", e.getMessage());
      modello.addAttribute("superato", true);
    } catch (DatoNonValido e) {
      risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      modello.addAttribute("errore", e.getMessage());
    }
    return mostra(chi, aperto, modulo, modello);
  }

  @PostMapping("/obiettivi/{id:\\d{1,18}}/elimina")
  String elimina(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable long id,
      @RequestParam int revisione,
      RedirectAttributes esito) {
    var aperto = pagina.scrivi(chi, pianoId, null);
    cerca(aperto, id);
    try {
      redazione.eliminaObiettivo(id, revisione, chi.utente());
    } catch (ModificaSuperata | DatoNonValido e) {
      esito.addFlashAttribute("errore", e.getMessage());
    }
    return "redirect:/documento/%d/parti/%d".formatted(pianoId, numero());
  }

  @GetMapping("/fondi")
  String fondi(
      @AuthenticationPrincipal Funzionario chi, @PathVariable long pianoId, Model modello) {
    return mostraFondi(chi, pagina.leggi(chi, pianoId, modello), modello);
  }

  @PostMapping("/fondi")
  String scriviFondo(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @RequestParam(defaultValue = "0") long id,
      @RequestParam(defaultValue = "0") int revisione,
      @RequestParam(defaultValue = "") String denominazione,
      @RequestParam(defaultValue = "") String importo,
      @RequestParam(required = false) String elimina,
      Model modello,
      HttpServletResponse risposta) {
    var aperto = pagina.scrivi(chi, pianoId, modello);
    long documentoId = aperto.documento().id();
    try {
      if (id == 0) {
        redazione.aggiungiFondo(documentoId, denominazione, Denaro.euro(importo), chi.utente());
      } else {
        var fondo = fondo(documentoId, id, revisione);
        if (elimina != null) {
          redazione.eliminaFondo(fondo, chi.utente());
        } else {
          redazione.modificaFondo(fondo, denominazione, Denaro.euro(importo), chi.utente());
        }
      }
      return "redirect:/documento/%d/fondi?salvato".formatted(pianoId);
    } catch (ModificaSuperata e) {
      risposta.setStatus(HttpStatus.CONFLICT.value());
      modello.addAttribute("errore", e.getMessage());
    } catch (DatoNonValido e) {
      risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      modello.addAttribute("errore", e.getMessage());
    }
    return mostraFondi(chi, aperto, modello);
  }

  /** The budget with the revision that the page showed: an older one is refused when saving. */
  private FondoCondiviso fondo(long documentoId, long id, int revisione) {
    return redazione.fondi(documentoId).stream()
        .filter(fondo -> fondo.id() == id)
        .findFirst()
        .map(f -> new FondoCondiviso(id, documentoId, f.denominazione(), f.importo(), revisione))
        .orElseThrow(AccessoAiPiani::inesistente);
  }

  private Obiettivo cerca(PaginaDelDocumento.Aperto aperto, long id) {
    return documenti.obiettiviDelDocumento(aperto.documento().id()).stream()
        .filter(obiettivo -> obiettivo.id() == id)
        .findFirst()
        .orElseThrow(AccessoAiPiani::inesistente);
  }

  private String mostra(
      Funzionario chi, PaginaDelDocumento.Aperto aperto, ModuloObiettivo modulo, Model modello) {
    modello.addAttribute("modulo", modulo);
    modello.addAttribute("campi", CampoObiettivo.values());
    modello.addAttribute("macroaree", Macroarea.values());
    modello.addAttribute("tipi", TipoIndicatore.values());
    modello.addAttribute("operatori", Operatore.values());
    modello.addAttribute("fondi", redazione.fondi(aperto.documento().id()));
    modello.addAttribute("modificabile", pagina.modificabile(chi, aperto, Parte.OBIETTIVI));
    return "documento/obiettivo";
  }

  private String mostraFondi(Funzionario chi, PaginaDelDocumento.Aperto aperto, Model modello) {
    long id = aperto.documento().id();
    modello.addAttribute("fondi", redazione.fondi(id));
    modello.addAttribute("obiettivi", documenti.obiettiviDelDocumento(id));
    modello.addAttribute("modificabile", pagina.modificabile(chi, aperto, Parte.OBIETTIVI));
    return "documento/fondi";
  }

  private static int numero() {
    return Parte.OBIETTIVI.numero();
  }
}
