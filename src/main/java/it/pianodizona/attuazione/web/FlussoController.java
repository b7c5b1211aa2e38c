package it.pianodizona.attuazione.web;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.attuazione.DebitiInformativi;
import it.pianodizona.attuazione.DebitoInformativo;
import it.pianodizona.attuazione.StatoDebito;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.fascicolo.CellaErrata;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.motore.accesso.Funzionario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of a debito informativo: what the flow asks for, its file and its history. The office of
 * the Ambito puts the file there; ATS and Region read. For anybody else it does not exist.
 */
@Controller
@RequestMapping("/flussi/{debitoId:\\d{1,18}}")
class FlussoController {

  private static final String UFFICIO = "ufficio-di-piano";
  private static final String[] LETTORI = {UFFICIO, "ats", "regione"};

  private final DebitiInformativi debiti;
  private final Fascicolo fascicolo;
  private final Anagrafica anagrafica;

  FlussoController(DebitiInformativi debiti, Fascicolo fascicolo, Anagrafica anagrafica) {
    this.debiti = debiti;
    this.fascicolo = fascicolo;
    this.anagrafica = anagrafica;
  }

  @GetMapping
  ModelAndView pagina(@PathVariable long debitoId, @AuthenticationPrincipal Funzionario chi) {
    return pagina(leggibile(debitoId, chi), chi);
  }

  @PostMapping(path = "/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ModelAndView carica(
      @PathVariable long debitoId,
      @RequestParam MultipartFile file,
      @AuthenticationPrincipal Funzionario chi)
      throws IOException {
    var debito = leggibile(debitoId, chi);
    if (!chi.opera(debito.codiceAmbito(), UFFICIO)) {
      throw inesistente();
    }
    List<CellaErrata> errori;
    try {
      errori = debiti.carica(debitoId, file.getOriginalFilename(), file.getBytes(), chi.utente());
    } catch (DatoNonValido e) {
      return rifiutata(debito, chi).addObject("errore", e.getMessage());
    }
    if (!errori.isEmpty()) {
      return rifiutata(debito, chi).addObject("errori", errori);
    }
    return new ModelAndView("redirect:/flussi/" + debitoId);
  }

  @GetMapping("/file")
  ResponseEntity<byte[]> file(
      @PathVariable long debitoId, @AuthenticationPrincipal Funzionario chi) {
    Documento file =
        debiti.file(leggibile(debitoId, chi)).orElseThrow(FlussoController::inesistente);
    return scarico(file.nomeFile(), file.tipoContenuto(), fascicolo.contenuto(file.id()));
  }

  /** An empty file with the right columns, to start from. */
  @GetMapping("/tracciato.csv")
  ResponseEntity<byte[]> tracciato(
      @PathVariable long debitoId, @AuthenticationPrincipal Funzionario chi) {
    var flusso = debiti.flusso(leggibile(debitoId, chi));
    var intestazioni =
        flusso.tracciato().stream().map(colonna -> colonna.nome()).collect(Collectors.joining(";"));
    return scarico(
        flusso.codice().toLowerCase(Locale.ROOT) + ".csv",
        "text/csv",
        (intestazioni + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private ModelAndView pagina(DebitoInformativo debito, Funzionario chi) {
    return new ModelAndView("flussi/flusso")
        .addObject("debito", debito)
        .addObject("flusso", debiti.flusso(debito))
        .addObject("ambito", anagrafica.ambito(debito.codiceAmbito()).denominazione())
        .addObject("storia", debiti.storia(debito.id()))
        .addObject("file", debiti.file(debito).orElse(null))
        .addObject(
            "caricabile",
            debito.stato() == StatoDebito.DA_INVIARE && chi.opera(debito.codiceAmbito(), UFFICIO));
  }

  private ModelAndView rifiutata(DebitoInformativo debito, Funzionario chi) {
    var pagina = pagina(debito, chi);
    pagina.setStatus(HttpStatus.BAD_REQUEST);
    return pagina;
  }

  private DebitoInformativo leggibile(long debitoId, Funzionario chi) {
    DebitoInformativo debito;
    try {
      debito = debiti.debito(debitoId);
    } catch (DatoNonValido e) {
      throw inesistente();
    }
    if (!chi.opera(debito.codiceAmbito(), LETTORI)) {
      throw inesistente();
    }
    return debito;
  }

  private static ResponseEntity<byte[]> scarico(String nome, String tipo, byte[] contenuto) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(tipo))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(nome, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(contenuto);
  }

  private static ResponseStatusException inesistente() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
