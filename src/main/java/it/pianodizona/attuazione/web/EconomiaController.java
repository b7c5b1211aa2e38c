package it.pianodizona.attuazione.web;

import it.pianodizona.attuazione.economia.ConfrontoEconomico;
import it.pianodizona.attuazione.economia.PianiEconomici;
import it.pianodizona.attuazione.economia.PianoEconomico;
import it.pianodizona.attuazione.economia.ScritturaSuperata;
import it.pianodizona.attuazione.economia.TabellaEconomica;
import it.pianodizona.attuazione.economia.Voce;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.fascicolo.web.AccessoAiPiani;
import it.pianodizona.motore.accesso.Funzionario;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The economic plan of a year and the quotas of the Comuni. */
@Controller
@RequestMapping("/attuazione/{pianoId:\\d{1,18}}/economia/{anno:\\d{4}}")
class EconomiaController {

  private final PaginaAttuazione pagina;
  private final PianiEconomici economia;

  EconomiaController(PaginaAttuazione pagina, PianiEconomici economia) {
    this.pagina = pagina;
    this.economia = economia;
  }

  @GetMapping
  String anno(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable int anno,
      @RequestParam(required = false) String salvato,
      Model modello) {
    pagina.leggi(chi, pianoId, modello);
    delTriennio(pianoId, anno);
    modello.addAttribute("fatto", salvato == null ? null : "Piano economico salvato.");
    return mostra(pianoId, anno, ModuloEconomico.di(economia.proposta(pianoId, anno)), modello);
  }

  @PostMapping
  String scrivi(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable int anno,
      @RequestParam MultiValueMap<String, String> inviato,
      Model modello,
      HttpServletResponse risposta) {
    pagina.scrivi(chi, pianoId, modello);
    delTriennio(pianoId, anno);
    var modulo = ModuloEconomico.inviato(inviato, economia.proposta(pianoId, anno));
    try {
      economia.scrivi(
          pianoId, anno, revisione(inviato.getFirst("revisione")), modulo.leggi(), chi.utente());
      return "redirect:/attuazione/%d/economia/%d?salvato".formatted(pianoId, anno);
    } catch (ScritturaSuperata e) {
      risposta.setStatus(HttpStatus.CONFLICT.value());
      modello.addAttribute("errore", e.getMessage());
    } catch (DatoNonValido e) {
      risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      modello.addAttribute("errore", e.getMessage());
    }
    return mostra(pianoId, anno, modulo, modello);
  }

  @GetMapping("/quote.csv")
  ResponseEntity<byte[]> quote(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable int anno) {
    pagina.leggi(chi, pianoId, null);
    return PaginaAttuazione.file(
        "quote-%d.csv".formatted(anno),
        "text/csv;charset=UTF-8",
        TabellaEconomica.quote(cerca(pianoId, anno)));
  }

  @GetMapping("/voci.csv")
  ResponseEntity<byte[]> voci(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable int anno) {
    pagina.leggi(chi, pianoId, null);
    return PaginaAttuazione.file(
        "piano-economico-%d.csv".formatted(anno),
        "text/csv;charset=UTF-8",
        TabellaEconomica.voci(cerca(pianoId, anno)));
  }

  private PianoEconomico cerca(long pianoId, int anno) {
    return economia.dellAnno(pianoId, anno).orElseThrow(AccessoAiPiani::inesistente);
  }

  private void delTriennio(long pianoId, int anno) {
    if (!economia.anni(pianoId).contains(anno)) {
      throw AccessoAiPiani.inesistente();
    }
  }

  private String mostra(long pianoId, int anno, ModuloEconomico modulo, Model modello) {
    var scritto = economia.dellAnno(pianoId, anno).orElse(null);
    modello.addAttribute("anno", anno);
    modello.addAttribute("modulo", modulo);
    modello.addAttribute("parti", Voce.Parte.values());
    modello.addAttribute("storia", scritto == null ? List.of() : economia.storia(scritto));
    modello.addAttribute("revisione", scritto == null ? 0 : scritto.revisione());
    modello.addAttribute(
        "confronto",
        scritto == null
            ? null
            : new ConfrontoEconomico(scritto, economia.dellAnno(pianoId, anno - 1).orElse(null)));
    modello.addAttribute(
        "modificabile",
        Boolean.TRUE.equals(modello.getAttribute("scrive"))
            && (scritto == null || scritto.stato() == PianoEconomico.Stato.PREVISIONE));
    return "attuazione/economia";
  }

  private static int revisione(String scritta) {
    if (scritta == null || !scritta.matches("[0-9]{1,9}")) {
      throw new DatoNonValido("Revisione", scritta, "un numero intero");
    }
    return Integer.parseInt(scritta);
  }
}
