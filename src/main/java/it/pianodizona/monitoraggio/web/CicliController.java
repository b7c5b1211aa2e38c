package it.pianodizona.monitoraggio.web;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.fascicolo.Allegati;
import it.pianodizona.fascicolo.FormatoFile;
import it.pianodizona.fascicolo.web.AccessoAiPiani;
import it.pianodizona.monitoraggio.CicliConclusi;
import it.pianodizona.motore.accesso.Funzionario;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where the Region imports the totals of past cycles. For anybody else it does not exist. */
@Controller
@RequestMapping("/monitoraggio/importa")
class CicliController {

  private static final String ESEMPIO = "ciclo-2018-2020.csv";
  private static final Set<FormatoFile> FORMATI =
      Set.of(FormatoFile.CSV, FormatoFile.TESTO, FormatoFile.XLSX);

  private final CicliConclusi cicli;
  private final Allegati allegati;

  CicliController(CicliConclusi cicli, Allegati allegati) {
    this.cicli = cicli;
    this.allegati = allegati;
  }

  @GetMapping
  ModelAndView pagina(@AuthenticationPrincipal Funzionario chi) {
    soloRegione(chi);
    return new ModelAndView("monitoraggio/importa").addObject("colonne", CicliConclusi.colonne());
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ModelAndView importa(@RequestParam MultipartFile file, @AuthenticationPrincipal Funzionario chi)
      throws IOException {
    soloRegione(chi);
    var pagina = pagina(chi);
    try {
      var letto =
          allegati.controlla(
              "File dei totali", file.getOriginalFilename(), file.getBytes(), FORMATI);
      var esito = cicli.importa(letto.nomeFile(), letto.contenuto(), chi.utente());
      if (esito.riuscito()) {
        return pagina.addObject("esito", esito);
      }
      pagina.addObject("errori", esito.errori());
    } catch (DatoNonValido e) {
      pagina.addObject("errore", e.getMessage());
    }
    pagina.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return pagina;
  }

  /**
   * The totals of 2018-2020 as the Region published them: an example, and the file to start with.
   */
  @GetMapping("/" + ESEMPIO)
  ResponseEntity<Resource> esempio(@AuthenticationPrincipal Funzionario chi) {
    soloRegione(chi);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(ESEMPIO).build().toString())
        .body(new ClassPathResource("monitoraggio/" + ESEMPIO));
  }

  private static void soloRegione(Funzionario chi) {
    if (!ChiGuarda.regione(chi)) {
      throw AccessoAiPiani.inesistente();
    }
  }
}
