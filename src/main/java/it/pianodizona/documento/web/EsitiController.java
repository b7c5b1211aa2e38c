package it.pianodizona.documento.web;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.documento.EsitoNumerato;
import it.pianodizona.documento.EsitoPrecedente;
import it.pianodizona.documento.ModificaSuperata;
import it.pianodizona.documento.Parte;
import it.pianodizona.documento.Redazione;
import it.pianodizona.documento.Testi;
import it.pianodizona.fascicolo.web.AccessoAiPiani;
import it.pianodizona.motore.accesso.Funzionario;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the objectives of the previous programme ended, one page each (S3, Tabella 2). */
@Controller
@RequestMapping("/documento/{pianoId:\\d{1,18}}/esiti")
class EsitiController {

  private final PaginaDelDocumento pagina;
  private final Redazione redazione;

  EsitiController(PaginaDelDocumento pagina, Redazione redazione) {
    this.pagina = pagina;
    this.redazione = redazione;
  }

  @GetMapping("/nuovo")
  String nuovo(
      @AuthenticationPrincipal Funzionario chi, @PathVariable long pianoId, Model modello) {
    var aperto = pagina.scrivi(chi, pianoId, modello);
    modello.addAttribute("scritto", Map.of());
    return mostra(chi, aperto, modello);
  }

  @GetMapping("/{numero:\\d{1,6}}")
  String esito(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable int numero,
      Model modello) {
    var aperto = pagina.leggi(chi, pianoId, modello);
    var numerato = cerca(aperto, numero);
    var esito = numerato.esito();
    var scritto = new HashMap<String, String>();
    scritto.put("obiettivo", esito.obiettivo());
    scritto.put("grado", String.valueOf(esito.grado()));
    scritto.put("valutazione", esito.valutazioneUtenti());
    scritto.put("risorse", String.valueOf(esito.risorse()));
    scritto.put("criticita", esito.criticita());
    scritto.put("cambiamento", esito.cambiamento() ? "on" : null);
    scritto.put("motivoCambiamento", esito.motivoCambiamento());
    scritto.put("continuita", esito.continuita() ? "on" : null);
    scritto.put("riproposto", esito.riproposto() ? "on" : null);
    scritto.put("motivoRiproposto", esito.motivoRiproposto());
    scritto.put("revisione", String.valueOf(numerato.revisione()));
    modello.addAttribute("scritto", scritto);
    modello.addAttribute("numero", numero);
    return mostra(chi, aperto, modello);
  }

  @PostMapping("/nuovo")
  String aggiungi(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @RequestParam Map<String, String> inviato,
      Model modello,
      HttpServletResponse risposta) {
    return salva(chi, pianoId, null, inviato, modello, risposta);
  }

  @PostMapping("/{numero:\\d{1,6}}")
  String modifica(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable int numero,
      @RequestParam Map<String, String> inviato,
      Model modello,
      HttpServletResponse risposta) {
    return salva(chi, pianoId, numero, inviato, modello, risposta);
  }

  private String salva(
      Funzionario chi,
      long pianoId,
      Integer numero,
      Map<String, String> inviato,
      Model modello,
      HttpServletResponse risposta) {
    var aperto = pagina.scrivi(chi, pianoId, modello);
    long id = aperto.documento().id();
    if (numero != null) {
      cerca(aperto, numero);
      modello.addAttribute("numero", numero);
    }
    try {
      var esito = leggi(inviato);
      if (numero == null) {
        redazione.aggiungiEsito(id, esito, chi.utente());
      } else {
        redazione.modificaEsito(
            id,
            numero,
            intero("Revisione", inviato.get("revisione"), 999_999_999),
            esito,
            chi.utente());
      }
      return "redirect:/documento/%d/parti/%d?salvato".formatted(pianoId, Parte.ESITI.numero());
    } catch (ModificaSuperata e) {
      risposta.setStatus(HttpStatus.CONFLICT.value());
      modello.addAttribute("errore", e.getMessage());
      modello.addAttribute("superato", true);
    } catch (DatoNonValido e) {
      risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      modello.addAttribute("errore", e.getMessage());
    }
    modello.addAttribute("scritto", inviato);
    return mostra(chi, aperto, modello);
  }

  @PostMapping("/{numero:\\d{1,6}}/elimina")
  String elimina(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable int numero,
      @RequestParam int revisione,
      RedirectAttributes esito) {
    var aperto = pagina.scrivi(chi, pianoId, null);
    try {
      redazione.eliminaEsito(aperto.documento().id(), numero, revisione, chi.utente());
    } catch (ModificaSuperata | DatoNonValido e) {
      esito.addFlashAttribute("errore", e.getMessage());
    }
    return "redirect:/documento/%d/parti/%d".formatted(pianoId, Parte.ESITI.numero());
  }

  private static EsitoPrecedente leggi(Map<String, String> inviato) {
    return new EsitoPrecedente(
        testo("Obiettivo della programmazione precedente", inviato.get("obiettivo"), 300, true),
        intero("Grado di raggiungimento", inviato.get("grado"), 100),
        testo("Valutazione degli utenti", inviato.get("valutazione"), 1000, false),
        intero("Risorse impegnate o liquidate", inviato.get("risorse"), 100),
        testo("Criticità", inviato.get("criticita"), 2000, false),
        inviato.containsKey("cambiamento"),
        oVuoto(testo("Perché", inviato.get("motivoCambiamento"), 1000, false)),
        inviato.containsKey("continuita"),
        inviato.containsKey("riproposto"),
        oVuoto(testo("Perché", inviato.get("motivoRiproposto"), 1000, false)));
  }

  private static String oVuoto(String testo) {
    return testo == null ? "" : testo;
  }

  private static String testo(String campo, String scritto, int massimo, boolean obbligatorio) {
    var testo = Testi.pulito(scritto);
    if (testo.length() > massimo || obbligatorio && testo.isEmpty()) {
      throw new DatoNonValido(campo, testo, "un testo da 1 a %d caratteri".formatted(massimo));
    }
    return testo.isEmpty() ? null : testo;
  }

  private static int intero(String campo, String scritto, int massimo) {
    var testo = scritto == null ? "" : scritto.strip();
    if (!testo.matches("\\d{1,9}") || Integer.parseInt(testo) > massimo) {
      throw new DatoNonValido(campo, testo, "un numero intero da 0 a %d".formatted(massimo));
    }
    return Integer.parseInt(testo);
  }

  private EsitoNumerato cerca(PaginaDelDocumento.Aperto aperto, int numero) {
    return redazione.esiti(aperto.documento().id()).stream()
        .filter(esito -> esito.numero() == numero)
        .findFirst()
        .orElseThrow(AccessoAiPiani::inesistente);
  }

  private String mostra(Funzionario chi, PaginaDelDocumento.Aperto aperto, Model modello) {
    modello.addAttribute("modificabile", pagina.modificabile(chi, aperto, Parte.ESITI));
    return "documento/esito";
  }
}
