package it.pianodizona.portale.web;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.EsitoDomanda;
import it.pianodizona.coprogrammazione.StatoDomanda;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The applicant's own page, reached only through the secret address of the receipt. */
@Controller
@RequestMapping("/partecipazione/{token}")
class PartecipazioneController {

  private static final int LUNGHEZZA_TESTO = 4000;

  /** States whose reasons have been told to the applicant. */
  private static final Set<StatoDomanda> MOTIVATE =
      Set.of(
          StatoDomanda.INTEGRAZIONE_RICHIESTA,
          StatoDomanda.PREAVVISO_INVIATO,
          StatoDomanda.CONCLUSA);

  private final Domande domande;
  private final AvvisiPubblici avvisi;
  private final Clock orologio;

  PartecipazioneController(Domande domande, AvvisiPubblici avvisi, Clock orologio) {
    this.domande = domande;
    this.avvisi = avvisi;
    this.orologio = orologio;
  }

  @GetMapping
  String pagina(@PathVariable String token, Model modello) {
    return pagina(domanda(token), modello);
  }

  @PostMapping("/integrazione")
  String integra(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String testo,
      Model modello,
      HttpServletResponse risposta) {
    return rispondi(token, testo, domande::integra, "integrata", modello, risposta);
  }

  @PostMapping("/osservazioni")
  String osserva(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String testo,
      Model modello,
      HttpServletResponse risposta) {
    return rispondi(token, testo, domande::osserva, "osservata", modello, risposta);
  }

  @GetMapping("/ritiro")
  String confermaRitiro(@PathVariable String token, Model modello) {
    pagina(domanda(token), modello);
    return "partecipazione/ritiro";
  }

  @PostMapping("/ritiro")
  String ritira(@PathVariable String token, Model modello, HttpServletResponse risposta) {
    return esegui(token, () -> domande.ritira(token), "ritirata", modello, risposta);
  }

  private String rispondi(
      String token,
      String testo,
      BiConsumer<String, String> invio,
      String fatto,
      Model modello,
      HttpServletResponse risposta) {
    modello.addAttribute("testo", testo);
    return esegui(
        token,
        () -> {
          verifica(testo);
          invio.accept(token, testo);
        },
        fatto,
        modello,
        risposta);
  }

  private String esegui(
      String token, Runnable passo, String fatto, Model modello, HttpServletResponse risposta) {
    domanda(token);
    try {
      passo.run();
      return "redirect:/partecipazione/" + token + "?" + fatto;
    } catch (DatoNonValido rifiuto) {
      risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      modello.addAttribute("errore", rifiuto.getMessage());
      return pagina(domanda(token), modello);
    }
  }

  private static void verifica(String testo) {
    if (testo.isBlank()) {
      throw DatoNonValido.regola("Testo", "manca: scrivere la risposta prima di inviarla.");
    }
    if (testo.length() > LUNGHEZZA_TESTO) {
      throw DatoNonValido.regola(
          "Testo",
          "ha %d caratteri: se ne accettano al massimo %d."
              .formatted(testo.length(), LUNGHEZZA_TESTO));
    }
    if (testo.contains("<") || testo.contains(">")) {
      throw DatoNonValido.regola(
          "Testo", "contiene i segni < o >: si accetta solo testo semplice.");
    }
  }

  private Domanda domanda(String token) {
    return domande.perToken(token).orElseThrow(PaginaInesistente::new);
  }

  private String pagina(Domanda domanda, Model modello) {
    var vista = avvisi.conNumero(domanda.numeroAvviso());
    boolean inTempo =
        domanda.termineRisposta() != null
            && !ZonedDateTime.now(orologio)
                .truncatedTo(ChronoUnit.SECONDS)
                .isAfter(domanda.termineRisposta());
    modello.addAttribute("domanda", domanda);
    modello.addAttribute("avviso", vista.avviso());
    modello.addAttribute("vista", vista);
    modello.addAttribute("storia", domande.storia(domanda.id()));
    modello.addAttribute("motivata", MOTIVATE.contains(domanda.stato()));
    modello.addAttribute(
        "integrabile", inTempo && domanda.stato() == StatoDomanda.INTEGRAZIONE_RICHIESTA);
    modello.addAttribute(
        "osservabile", inTempo && domanda.stato() == StatoDomanda.PREAVVISO_INVIATO);
    modello.addAttribute(
        "ritirabile",
        domanda.esito() != EsitoDomanda.RITIRATA
            && domanda.esito() != EsitoDomanda.ESCLUSA
            && vista.situazione() != VistaAvviso.Situazione.CONCLUSO);
    return "partecipazione/domanda";
  }
}
