package it.pianodizona.notifiche.web;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.notifiche.Messaggi;
import it.pianodizona.notifiche.Messaggi.Filtro;
import it.pianodizona.notifiche.Messaggio;
import it.pianodizona.notifiche.Scopo;
import it.pianodizona.notifiche.StatoMessaggio;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The demonstration's mailbox: every message of every plan. It does not exist in production. */
@Controller
@Profile("!prod")
@RequestMapping("/posta")
class PostaController {

  private static final int PER_PAGINA = 25;

  /** As on every page of ours, and besides a frame for the body of the message. */
  private static final String CSP_PAGINA =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self' data:; form-action 'self'; base-uri 'none'; frame-src 'self'; "
          + "frame-ancestors 'none'";

  /** No script, no image, nothing loaded: as a careful mail program shows it. */
  private static final String CSP_CORPO =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; "
          + "sandbox allow-popups allow-popups-to-escape-sandbox";

  private static final DateTimeFormatter MOMENTO =
      DateTimeFormatter.ofPattern("d MMMM yyyy, 'ore' HH:mm:ss", Locale.ITALIAN);

  private final Messaggi messaggi;

  PostaController(Messaggi messaggi) {
    this.messaggi = messaggi;
  }

  @GetMapping
  String elenco(
      @RequestParam(required = false) String destinatario,
      @RequestParam(required = false) String scopo,
      @RequestParam(required = false) String stato,
      @RequestParam(required = false) String pagina,
      Model modello) {
    var filtro =
        new Filtro(
            destinatario == null || destinatario.isBlank() ? null : accorcia(destinatario.strip()),
            valore(Scopo.class, scopo).orElse(null),
            valore(StatoMessaggio.class, stato).orElse(null));
    modello.addAttribute("filtro", filtro);
    modello.addAttribute("elenco", messaggi.elenco(filtro, numero(pagina), PER_PAGINA));
    modello.addAttribute("scopi", Scopo.values());
    modello.addAttribute("stati", StatoMessaggio.values());
    modello.addAttribute("posta", this);
    return "posta/elenco";
  }

  @GetMapping("/{id:\\d{1,18}}")
  String messaggio(
      @PathVariable long id,
      @RequestParam(required = false) String riaccodato,
      Model modello,
      HttpServletResponse risposta) {
    risposta.setHeader("Content-Security-Policy", CSP_PAGINA);
    mostra(cerca(id), modello);
    modello.addAttribute("riaccodato", riaccodato != null);
    return "posta/messaggio";
  }

  @PostMapping("/{id:\\d{1,18}}/invia")
  String inviaDiNuovo(@PathVariable long id, Model modello, HttpServletResponse risposta) {
    try {
      messaggi.inviaDiNuovo(id);
    } catch (DatoNonValido e) {
      risposta.setHeader("Content-Security-Policy", CSP_PAGINA);
      risposta.setStatus(HttpStatus.CONFLICT.value());
      mostra(cerca(id), modello);
      modello.addAttribute("errore", e.getMessage());
      return "posta/messaggio";
    }
    return "redirect:/posta/" + id + "?riaccodato";
  }

  /** The HTML part alone, for the frame; its links open outside of it. */
  @GetMapping("/{id:\\d{1,18}}/html")
  ResponseEntity<String> html(@PathVariable long id) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Security-Policy", CSP_CORPO)
        .body(cerca(id).html().replaceFirst("<head>", "<head><base target=\"_blank\">"));
  }

  @GetMapping("/{id:\\d{1,18}}/convocazione.ics")
  ResponseEntity<byte[]> invito(@PathVariable long id) {
    var messaggio = cerca(id);
    if (messaggio.ics() == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/calendar; charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("convocazione.ics").build().toString())
        .body(messaggio.ics().getBytes(StandardCharsets.UTF_8));
  }

  /** A moment as the pages show it, Europe/Rome. */
  public String quando(OffsetDateTime momento) {
    return momento == null ? "" : MOMENTO.format(momento.atZoneSameInstant(Termini.ROMA));
  }

  private void mostra(Messaggio messaggio, Model modello) {
    modello.addAttribute("messaggio", messaggio);
    modello.addAttribute("posta", this);
  }

  private Messaggio cerca(long id) {
    return messaggi
        .messaggio(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String accorcia(String testo) {
    return testo.length() > 254 ? testo.substring(0, 254) : testo;
  }

  private static int numero(String testo) {
    return testo != null && testo.matches("\\d{1,6}") ? Integer.parseInt(testo) : 1;
  }

  private static <E extends Enum<E>> Optional<E> valore(Class<E> tipo, String nome) {
    return Arrays.stream(tipo.getEnumConstants())
        .filter(costante -> costante.name().equals(nome))
        .findFirst();
  }
}
