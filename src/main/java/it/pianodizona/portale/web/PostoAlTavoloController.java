package it.pianodizona.portale.web;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.fascicolo.AllegatiProperties;
import it.pianodizona.fascicolo.FormatoFile;
import it.pianodizona.notifiche.InvitiAiTavoli;
import it.pianodizona.tavoli.Contributi;
import it.pianodizona.tavoli.EsitoRisposta;
import it.pianodizona.tavoli.FileInviato;
import it.pianodizona.tavoli.PostiAlTavolo;
import it.pianodizona.tavoli.Posto;
import it.pianodizona.tavoli.TipoContributo;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
import org.springframework.web.multipart.MultipartFile;

/**
 * The page of a member of the tavoli, reached only through its personal link. What does not belong
 * to that member is answered as if it did not exist.
 */
@Controller
@RequestMapping("/posto/{token:[A-Za-z0-9_-]{20,64}}")
class PostoAlTavoloController {

  private static final String NUMERO = ":\\d{1,18}";

  private final PostiAlTavolo posti;
  private final InvitiAiTavoli inviti;
  private final AllegatiProperties limiti;

  PostoAlTavoloController(PostiAlTavolo posti, InvitiAiTavoli inviti, AllegatiProperties limiti) {
    this.posti = posti;
    this.inviti = inviti;
    this.limiti = limiti;
  }

  /** One meeting of one seat. */
  private record Convocazione(Posto.Seggio seggio, Posto.Appuntamento appuntamento) {}

  @GetMapping
  String pagina(@PathVariable String token, Model modello) {
    modello.addAttribute("posto", posto(token));
    modello.addAttribute("token", token);
    return "posto/posto";
  }

  @GetMapping("/incontri/{id" + NUMERO + "}")
  String incontro(@PathVariable String token, @PathVariable long id, Model modello) {
    var convocazione = convocazione(token, id);
    var seggio = convocazione.seggio();
    var risposta = convocazione.appuntamento().risposta();
    var sostituto =
        risposta == null || risposta.sostituto() == null
            ? posti.sostitutoAbituale(seggio).orElse(null)
            : risposta.sostituto();
    modello.addAttribute("token", token);
    modello.addAttribute("seggio", seggio);
    modello.addAttribute("appuntamento", convocazione.appuntamento());
    proponi(modello, "esito", risposta == null ? "" : risposta.esito().name());
    proponi(modello, "nome", sostituto == null ? "" : sostituto.nome());
    proponi(modello, "email", sostituto == null ? "" : sostituto.email());
    proponi(modello, "testo", "");
    return "posto/incontro";
  }

  @PostMapping("/incontri/{id" + NUMERO + "}/risposta")
  String rispondi(
      @PathVariable String token,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String esito,
      @RequestParam(defaultValue = "") String nome,
      @RequestParam(defaultValue = "") String email,
      Model modello,
      HttpServletResponse risposta) {
    convocazione(token, id);
    try {
      posti.rispondi(token, id, esito(esito), nome, email);
      return "redirect:/posto/" + token + "/incontri/" + id + "?risposto";
    } catch (DatoNonValido rifiuto) {
      modello.addAttribute("esito", esito);
      modello.addAttribute("nome", nome);
      modello.addAttribute("email", email);
      rifiuta(modello, risposta, "erroreRisposta", rifiuto);
      return incontro(token, id, modello);
    }
  }

  private static EsitoRisposta esito(String nome) {
    return Arrays.stream(EsitoRisposta.values())
        .filter(e -> e.name().equals(nome))
        .findFirst()
        .orElseThrow(
            () -> DatoNonValido.regola("Risposta", "manca: scegliere una delle tre risposte."));
  }

  @PostMapping("/incontri/{id" + NUMERO + "}/osservazioni")
  String osserva(
      @PathVariable String token,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String testo,
      Model modello,
      HttpServletResponse risposta) {
    convocazione(token, id);
    try {
      posti.osserva(token, id, testo);
      return "redirect:/posto/" + token + "/incontri/" + id + "?osservato";
    } catch (DatoNonValido rifiuto) {
      modello.addAttribute("testo", testo);
      rifiuta(modello, risposta, "erroreOsservazione", rifiuto);
      return incontro(token, id, modello);
    }
  }

  @GetMapping("/incontri/{id" + NUMERO + "}/invito.ics")
  ResponseEntity<String> invito(@PathVariable String token, @PathVariable long id) {
    var convocazione = convocazione(token, id);
    var seggio = convocazione.seggio();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"incontro-" + id + ".ics\"")
        .body(
            inviti.ics(
                posti.piano(seggio),
                seggio.tavolo().area(),
                convocazione.appuntamento().incontro(),
                new Destinatario(seggio.membro().denominazione(), seggio.membro().email())));
  }

  @GetMapping("/tavoli/{id" + NUMERO + "}/contributi")
  String contributi(@PathVariable String token, @PathVariable long id, Model modello) {
    var seggio = seggio(token, id);
    modello.addAttribute("token", token);
    modello.addAttribute("seggio", seggio);
    modello.addAttribute("contributi", posti.contributi(seggio));
    modello.addAttribute("tipi", TipoContributo.values());
    modello.addAttribute("formati", FormatoFile.elenco(Contributi.FORMATI));
    modello.addAttribute("megabyte", limiti.dimensioneMassima().toMegabytes());
    modello.addAttribute("fileMassimi", Contributi.FILE_MASSIMI);
    proponi(modello, "tipo", "");
    proponi(modello, "testo", "");
    return "posto/contributi";
  }

  @PostMapping("/tavoli/{id" + NUMERO + "}/contributi")
  String contribuisci(
      @PathVariable String token,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String tipo,
      @RequestParam(defaultValue = "") String testo,
      @RequestParam(name = "file", required = false) List<MultipartFile> file,
      Model modello,
      HttpServletResponse risposta) {
    seggio(token, id);
    try {
      posti.contribuisci(token, id, tipo(tipo), testo, scelti(file));
      return "redirect:/posto/" + token + "/tavoli/" + id + "/contributi?inviato";
    } catch (DatoNonValido rifiuto) {
      modello.addAttribute("tipo", tipo);
      modello.addAttribute("testo", testo);
      rifiuta(modello, risposta, "errore", rifiuto);
      return contributi(token, id, modello);
    }
  }

  private static TipoContributo tipo(String nome) {
    return Arrays.stream(TipoContributo.values())
        .filter(t -> t.name().equals(nome))
        .findFirst()
        .orElseThrow(
            () -> DatoNonValido.regola("Che cosa porta", "manca: scegliere una delle voci."));
  }

  /** A browser sends a nameless empty part where no file was chosen. */
  private static List<FileInviato> scelti(List<MultipartFile> file) {
    return Stream.ofNullable(file)
        .flatMap(List::stream)
        .filter(f -> f.getOriginalFilename() != null && !f.getOriginalFilename().isEmpty())
        .map(f -> new FileInviato(f.getOriginalFilename(), contenuto(f)))
        .toList();
  }

  private static byte[] contenuto(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GetMapping("/documenti/{id" + NUMERO + "}")
  ResponseEntity<byte[]> documento(@PathVariable String token, @PathVariable long id) {
    var documento = posti.documento(token, id).orElseThrow(PaginaInesistente::new);
    return Scarico.di(documento, posti.contenuto(documento));
  }

  private Posto posto(String token) {
    return posti.posto(token).orElseThrow(PaginaInesistente::new);
  }

  private Posto.Seggio seggio(String token, long tavoloId) {
    return posto(token).seggi().stream()
        .filter(s -> s.tavolo().id() == tavoloId)
        .findFirst()
        .orElseThrow(PaginaInesistente::new);
  }

  private Convocazione convocazione(String token, long incontroId) {
    return posto(token).seggi().stream()
        .flatMap(s -> s.appuntamenti().stream().map(a -> new Convocazione(s, a)))
        .filter(c -> c.appuntamento().incontro().id() == incontroId)
        .findFirst()
        .orElseThrow(PaginaInesistente::new);
  }

  private static void proponi(Model modello, String nome, String valore) {
    if (!modello.containsAttribute(nome)) {
      modello.addAttribute(nome, valore);
    }
  }

  private static void rifiuta(
      Model modello, HttpServletResponse risposta, String dove, DatoNonValido rifiuto) {
    risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    modello.addAttribute(dove, rifiuto.getMessage());
  }
}
