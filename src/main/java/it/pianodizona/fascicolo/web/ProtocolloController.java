package it.pianodizona.fascicolo.web;

import static it.pianodizona.comune.DateItaliane.ISTANTE;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.NumeroProtocollo;
import it.pianodizona.fascicolo.RegistroProtocollo;
import it.pianodizona.fascicolo.Segnatura;
import it.pianodizona.fascicolo.Segnatura.NomeFascicolo;
import it.pianodizona.motore.accesso.Funzionario;
import it.pianodizona.piano.Piani;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.TreeSet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** The protocol register of an Ambito for its officials. */
@Controller
@RequestMapping("/protocollo/{codiceAmbito:\\d{5}}")
class ProtocolloController {

  private static final String NUMERO = "/{anno:\\d{4}}/{numero:\\d{1,7}}";

  private final RegistroProtocollo registro;
  private final Segnatura segnatura;
  private final Fascicolo fascicolo;
  private final AccessoAiPiani accesso;
  private final Anagrafica anagrafica;
  private final Piani piani;
  private final Clock orologio;

  ProtocolloController(
      RegistroProtocollo registro,
      Segnatura segnatura,
      Fascicolo fascicolo,
      AccessoAiPiani accesso,
      Anagrafica anagrafica,
      Piani piani,
      Clock orologio) {
    this.registro = registro;
    this.segnatura = segnatura;
    this.fascicolo = fascicolo;
    this.accesso = accesso;
    this.anagrafica = anagrafica;
    this.piani = piani;
    this.orologio = orologio;
  }

  @GetMapping
  String elenco(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable String codiceAmbito,
      @RequestParam(defaultValue = "") String anno,
      @RequestParam(defaultValue = "") String cerca,
      @RequestParam(defaultValue = "1") String pagina,
      Model modello) {
    accesso.leggi(chi, codiceAmbito);
    var anni = new TreeSet<Integer>(Comparator.reverseOrder());
    anni.addAll(registro.anni(codiceAmbito));
    int scelto =
        anno.matches("\\d{4}")
            ? Integer.parseInt(anno)
            : anni.isEmpty() ? LocalDate.now(orologio).getYear() : anni.first();
    anni.add(scelto);
    var cercato = cerca.length() > 200 ? cerca.substring(0, 200) : cerca;
    modello.addAttribute("codiceAmbito", codiceAmbito);
    modello.addAttribute("ambito", anagrafica.ambito(codiceAmbito).denominazione());
    modello.addAttribute("anni", anni);
    modello.addAttribute("anno", scelto);
    modello.addAttribute("cerca", cercato);
    modello.addAttribute(
        "elenco",
        registro.voci(
            codiceAmbito,
            scelto,
            cercato,
            pagina.matches("\\d{1,6}") ? Integer.parseInt(pagina) : 1));
    modello.addAttribute("pagina", this);
    return "protocollo/elenco";
  }

  @GetMapping(NUMERO)
  String voce(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable String codiceAmbito,
      @PathVariable int anno,
      @PathVariable int numero,
      Model modello) {
    return mostra(chi, codiceAmbito, new NumeroProtocollo(anno, numero), modello);
  }

  @PostMapping(NUMERO + "/annulla")
  String annulla(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable String codiceAmbito,
      @PathVariable int anno,
      @PathVariable int numero,
      @RequestParam(defaultValue = "") String motivo,
      @RequestParam(defaultValue = "") String provvedimento,
      Model modello,
      HttpServletResponse risposta) {
    accesso.leggi(chi, codiceAmbito);
    if (!accesso.ufficio(chi, codiceAmbito)) {
      throw AccessoAiPiani.vietato();
    }
    var voce = new NumeroProtocollo(anno, numero);
    try {
      registro.annulla(codiceAmbito, voce, motivo, provvedimento, chi.utente());
    } catch (DatoNonValido e) {
      risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      modello.addAttribute("errore", e.getMessage());
      modello.addAttribute("motivo", motivo);
      modello.addAttribute("provvedimento", provvedimento);
      return mostra(chi, codiceAmbito, voce, modello);
    }
    return "redirect:/protocollo/%s/%d/%d".formatted(codiceAmbito, anno, numero);
  }

  private String mostra(
      Funzionario chi, String codiceAmbito, NumeroProtocollo numero, Model modello) {
    accesso.leggi(chi, codiceAmbito);
    modello.addAttribute(
        "voce", registro.voce(codiceAmbito, numero).orElseThrow(AccessoAiPiani::inesistente));
    modello.addAttribute("ambito", anagrafica.ambito(codiceAmbito).denominazione());
    modello.addAttribute("documenti", fascicolo.conProtocollo(codiceAmbito, numero));
    modello.addAttribute("annulla", accesso.ufficio(chi, codiceAmbito));
    modello.addAttribute("pagina", this);
    return "protocollo/voce";
  }

  @GetMapping(NUMERO + "/segnatura.xml")
  ResponseEntity<byte[]> segnatura(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable String codiceAmbito,
      @PathVariable int anno,
      @PathVariable int numero) {
    accesso.leggi(chi, codiceAmbito);
    var voce =
        registro
            .voce(codiceAmbito, new NumeroProtocollo(anno, numero))
            .orElseThrow(AccessoAiPiani::inesistente);
    var documenti = fascicolo.conProtocollo(codiceAmbito, voce.numero());
    try {
      var nome =
          documenti.isEmpty()
              ? new NomeFascicolo("Piano di Zona", codiceAmbito)
              : nome(documenti.get(0).pianoId());
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_XML)
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.attachment().filename("segnatura.xml").build().toString())
          .body(segnatura.xml(voce, documenti, nome));
    } catch (DatoNonValido e) {
      return ResponseEntity.status(HttpStatus.CONFLICT)
          .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
          .body(e.getMessage().getBytes(StandardCharsets.UTF_8));
    }
  }

  private NomeFascicolo nome(long pianoId) {
    var piano = piani.riferimento(pianoId);
    return new NomeFascicolo("Piano di Zona " + piano.triennio(), piano.chiave());
  }

  /** A moment as the pages show it, Europe/Rome. */
  public String quando(ZonedDateTime momento) {
    return ISTANTE.format(momento.withZoneSameInstant(Termini.ROMA));
  }
}
