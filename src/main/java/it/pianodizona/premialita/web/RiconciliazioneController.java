package it.pianodizona.premialita.web;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.motore.accesso.Funzionario;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Triennio;
import it.pianodizona.premialita.libro.Riconciliazioni;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The Region compares the ledger with the files of its treasury. Nobody else sees these pages. */
@Controller
@RequestMapping("/ufficio/premialita/riconciliazione")
class RiconciliazioneController {

  private final Riconciliazioni riconciliazioni;
  private final Piani piani;

  RiconciliazioneController(Riconciliazioni riconciliazioni, Piani piani) {
    this.riconciliazioni = riconciliazioni;
    this.piani = piani;
  }

  @GetMapping
  ModelAndView elenco(
      @RequestParam(defaultValue = "") String triennio, @AuthenticationPrincipal Funzionario chi) {
    Lettori.seNo(Lettori.regione(chi));
    return pagina(triennio);
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ModelAndView esegui(
      @RequestParam(defaultValue = "") String triennio,
      @RequestParam(defaultValue = "") String dal,
      @RequestParam(defaultValue = "") String al,
      @RequestParam MultipartFile file,
      @AuthenticationPrincipal Funzionario chi)
      throws IOException {
    Lettori.seNo(Lettori.regione(chi));
    try {
      var esito =
          riconciliazioni.esegui(
              triennio,
              giorno("Dal", dal),
              giorno("Al", al),
              file.getOriginalFilename(),
              file.getBytes(),
              chi.utente());
      if (esito.id().isPresent()) {
        return new ModelAndView("redirect:/ufficio/premialita/riconciliazione/" + esito.id().get());
      }
      return rifiutata(triennio, dal, al).addObject("errori", esito.errori());
    } catch (DatoNonValido e) {
      return rifiutata(triennio, dal, al).addObject("errore", e.getMessage());
    }
  }

  @GetMapping("/{id:\\d{1,18}}")
  ModelAndView esito(@PathVariable long id, @AuthenticationPrincipal Funzionario chi) {
    Lettori.seNo(Lettori.regione(chi));
    return new ModelAndView("premialita/riconciliazione")
        .addObject("r", riconciliazioni.cerca(id).orElseThrow(Lettori::inesistente));
  }

  /** An empty file with the right columns, to start from. */
  @GetMapping("/tracciato.csv")
  ResponseEntity<byte[]> tracciato(@AuthenticationPrincipal Funzionario chi) {
    Lettori.seNo(Lettori.regione(chi));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("tesoreria.csv").build().toString())
        .body(
            (String.join(";", Riconciliazioni.COLONNE) + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private ModelAndView rifiutata(String triennio, String dal, String al) {
    var pagina = pagina(triennio).addObject("dal", dal).addObject("al", al);
    pagina.setStatus(HttpStatus.BAD_REQUEST);
    return pagina;
  }

  private ModelAndView pagina(String triennio) {
    var trienni =
        piani.trienni().stream().map(Triennio::codice).sorted(Comparator.reverseOrder()).toList();
    var scelto = trienni.contains(triennio) ? triennio : trienni.isEmpty() ? "" : trienni.get(0);
    return new ModelAndView("premialita/riconciliazioni")
        .addObject("trienni", trienni)
        .addObject("triennio", scelto)
        .addObject("eseguite", riconciliazioni.elenco(scelto));
  }

  private static LocalDate giorno(String campo, String valore) {
    try {
      return LocalDate.parse(valore);
    } catch (DateTimeParseException e) {
      throw new DatoNonValido(campo, valore, "una data nella forma aaaa-mm-gg");
    }
  }
}
