package it.pianodizona.notifiche.web;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.accesso.Funzionario;
import it.pianodizona.notifiche.Messaggi;
import it.pianodizona.notifiche.Messaggi.Filtro;
import it.pianodizona.notifiche.Messaggio;
import it.pianodizona.notifiche.PostaMancata;
import it.pianodizona.notifiche.StatoMessaggio;
import it.pianodizona.notifiche.processo.PostaDeiCompiti;
import jakarta.servlet.http.HttpServletResponse;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The mails of an Ambito for the officials who follow its plan: what could not be delivered, and
 * sending it again. A message of another Ambito does not exist here.
 */
@Controller
@RequestMapping("/ufficio/posta")
class PostaUfficioController {

  private static final int PER_PAGINA = 25;
  private static final String DA_SISTEMARE = "DA_SISTEMARE";

  /** Groups that follow the domande of an Ambito. */
  private static final String[] UFFICI = {"ufficio-di-piano", "rup"};

  /** Last part of the address of a personal page. */
  private static final Pattern SEGRETO = Pattern.compile("/[A-Za-z0-9_-]{24,}");

  private static final DateTimeFormatter MOMENTO =
      DateTimeFormatter.ofPattern("d MMMM yyyy, 'ore' HH:mm", Locale.ITALIAN);

  private final Messaggi messaggi;
  private final PostaMancata mancata;
  private final PostaDeiCompiti compiti;

  PostaUfficioController(Messaggi messaggi, PostaMancata mancata, PostaDeiCompiti compiti) {
    this.messaggi = messaggi;
    this.mancata = mancata;
    this.compiti = compiti;
  }

  @GetMapping
  String elenco(
      @AuthenticationPrincipal Funzionario chi,
      @RequestParam(defaultValue = "") String destinatario,
      @RequestParam(defaultValue = DA_SISTEMARE) String stato,
      @RequestParam(defaultValue = "1") String pagina,
      Model modello) {
    var cercato = destinatario.strip();
    var filtro =
        new Filtro(
            cercato.length() > 254 ? cercato.substring(0, 254) : cercato,
            null,
            stato(stato),
            DA_SISTEMARE.equals(stato),
            ambiti(chi));
    int numero = pagina.matches("\\d{1,6}") ? Integer.parseInt(pagina) : 1;
    modello.addAttribute("filtro", filtro);
    modello.addAttribute("stato", stato);
    modello.addAttribute("stati", StatoMessaggio.values());
    modello.addAttribute("elenco", messaggi.elenco(filtro, numero, PER_PAGINA));
    modello.addAttribute("posta", this);
    return "ufficio/posta";
  }

  @GetMapping("/{id:\\d{1,18}}")
  String messaggio(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long id,
      @RequestParam(required = false) String inviato,
      Model modello) {
    modello.addAttribute("inviato", inviato != null);
    return mostra(cerca(chi, id), modello);
  }

  @PostMapping("/{id:\\d{1,18}}/invia")
  String inviaDiNuovo(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String email,
      Model modello,
      HttpServletResponse risposta) {
    var messaggio = cerca(chi, id);
    try {
      long inCoda = messaggi.inviaDiNuovo(id, email, chi.utente());
      return "redirect:/ufficio/posta/" + inCoda + "?inviato";
    } catch (DatoNonValido e) {
      risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      modello.addAttribute("errore", e.getMessage());
      modello.addAttribute("email", email);
      return mostra(messaggio, modello);
    }
  }

  /** A mail, as Tasklist lists it next to a task. */
  record Riga(
      String indirizzo,
      String oggetto,
      String destinatario,
      String stato,
      boolean recapitato,
      String errore,
      String quando) {}

  /** No content when the caller cannot see the task, or it is about no plan. */
  @GetMapping(path = "/compito/{compito}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<List<Riga>> delCompito(
      @AuthenticationPrincipal Funzionario chi, @PathVariable String compito) {
    return oNulla(
        Optional.of(chi)
            .filter(PostaUfficioController::segueLeDomande)
            .flatMap(ufficio -> compiti.messaggi(compito))
            .map(messaggi -> messaggi.stream().map(this::riga).toList()));
  }

  /** Ids of the caller's tasks about a domanda with undelivered mail; no content for others. */
  @GetMapping(path = "/compiti-da-sistemare", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Set<String>> compitiDaSistemare(@AuthenticationPrincipal Funzionario chi) {
    return oNulla(
        Optional.of(chi)
            .filter(PostaUfficioController::segueLeDomande)
            .map(ufficio -> compiti.daSistemare(ufficio.ambiti())));
  }

  /** Tasklist asks for everybody: nothing to show is not an error. */
  private static <T> ResponseEntity<T> oNulla(Optional<T> contenuto) {
    return contenuto.map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.noContent().build());
  }

  /** A moment as the pages show it, Europe/Rome. */
  public String quando(OffsetDateTime momento) {
    return momento == null ? "" : MOMENTO.format(momento.atZoneSameInstant(Termini.ROMA));
  }

  /** The text without the secrets of the recipient's own pages. */
  public String testo(Messaggio messaggio) {
    return SEGRETO.matcher(messaggio.testo()).replaceAll("/…");
  }

  private Riga riga(Messaggio messaggio) {
    boolean fallito = messaggio.stato() == StatoMessaggio.FALLITO;
    return new Riga(
        "/ufficio/posta/" + messaggio.id(),
        messaggio.oggetto(),
        messaggio.destinatarioEmail() == null
            ? messaggio.destinatarioNome()
            : messaggio.destinatarioNome() + " <" + messaggio.destinatarioEmail() + ">",
        messaggio.stato().descrizione(),
        !fallito,
        fallito ? messaggio.ultimoErrore() : null,
        quando(messaggio.inviato() == null ? messaggio.creato() : messaggio.inviato()));
  }

  private String mostra(Messaggio messaggio, Model modello) {
    modello.addAttribute("messaggio", messaggio);
    modello.addAttribute("rimbalzi", mancata.rimbalzi(messaggio));
    modello.addAttribute("reinvii", messaggi.reinvii(messaggio.id()));
    modello.addAttribute("posta", this);
    return "ufficio/messaggio";
  }

  private Messaggio cerca(Funzionario chi, long id) {
    return messaggi
        .messaggio(id)
        .filter(m -> chi.opera(m.codiceAmbito(), UFFICI))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** {@code null} for all: who runs the installation. */
  private static Collection<String> ambiti(Funzionario chi) {
    if (chi.amministratore()) {
      return null;
    }
    if (!segueLeDomande(chi)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return chi.ambiti();
  }

  private static boolean segueLeDomande(Funzionario chi) {
    return chi.ambiti().stream().anyMatch(ambito -> chi.opera(ambito, UFFICI));
  }

  private static StatoMessaggio stato(String nome) {
    return Arrays.stream(StatoMessaggio.values())
        .filter(s -> s.name().equals(nome))
        .findFirst()
        .orElse(null);
  }
}
