package it.pianodizona.portale.web;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.EsitoDomanda;
import it.pianodizona.coprogrammazione.Ricevute;
import it.pianodizona.coprogrammazione.StatoDomanda;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.TipoDocumento;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
  private final Ricevute ricevute;
  private final Fascicolo fascicolo;
  private final AvvisiPubblici avvisi;
  private final Clock orologio;

  PartecipazioneController(
      Domande domande,
      Ricevute ricevute,
      Fascicolo fascicolo,
      AvvisiPubblici avvisi,
      Clock orologio) {
    this.domande = domande;
    this.ricevute = ricevute;
    this.fascicolo = fascicolo;
    this.avvisi = avvisi;
    this.orologio = orologio;
  }

  /** Nothing of an applicant's pages belongs in a search engine or in a referring page's log. */
  @ModelAttribute
  void riserva(HttpServletResponse risposta) {
    risposta.setHeader("X-Robots-Tag", "noindex");
    risposta.setHeader("Referrer-Policy", "no-referrer");
  }

  @GetMapping
  String pagina(@PathVariable String token, Model modello) {
    return pagina(domanda(token), modello);
  }

  @GetMapping("/ricevuta.pdf")
  ResponseEntity<byte[]> ricevuta(@PathVariable String token) {
    var documento = ricevute.ricevuta(domanda(token).id());
    return Scarico.di(documento, fascicolo.contenuto(documento.id()));
  }

  /** A file that the applicant sent, and no other document. */
  @GetMapping("/documenti/{id:\\d{1,18}}")
  ResponseEntity<byte[]> documento(@PathVariable String token, @PathVariable long id) {
    var documento =
        inviati(domanda(token)).stream()
            .filter(d -> d.id() == id)
            .findFirst()
            .orElseThrow(PaginaInesistente::new);
    return Scarico.di(documento, fascicolo.contenuto(id));
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

  private List<Documento> inviati(Domanda domanda) {
    return domande.documenti(domanda).stream()
        .filter(d -> d.tipo() == TipoDocumento.ALLEGATO_DOMANDA)
        .toList();
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
    modello.addAttribute("allegati", inviati(domanda));
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
