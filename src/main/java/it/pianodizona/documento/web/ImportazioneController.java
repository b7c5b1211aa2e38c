package it.pianodizona.documento.web;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.documento.ImportazioneObiettivi;
import it.pianodizona.documento.ModelloObiettivi;
import it.pianodizona.documento.Parte;
import it.pianodizona.documento.Redazione;
import it.pianodizona.fascicolo.Allegati;
import it.pianodizona.fascicolo.FormatoFile;
import it.pianodizona.motore.accesso.Funzionario;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Objectives from a CSV or a spreadsheet: first what would be imported, then the confirmation. The
 * file travels with the confirmation and is read again there: nothing is kept in between.
 */
@Controller
@RequestMapping("/documento/{pianoId:\\d{1,18}}/importa")
class ImportazioneController {

  private static final Set<FormatoFile> FORMATI =
      EnumSet.of(FormatoFile.CSV, FormatoFile.TESTO, FormatoFile.XLSX);

  /** With the confirmation a file grows by a third: the server takes forms of two megabytes. */
  private static final int MASSIMO = 1024 * 1024;

  private final PaginaDelDocumento pagina;
  private final Redazione redazione;
  private final Allegati allegati;

  ImportazioneController(PaginaDelDocumento pagina, Redazione redazione, Allegati allegati) {
    this.pagina = pagina;
    this.redazione = redazione;
    this.allegati = allegati;
  }

  @GetMapping
  String pagina(
      @AuthenticationPrincipal Funzionario chi, @PathVariable long pianoId, Model modello) {
    return mostra(chi, pagina.scrivi(chi, pianoId, modello), modello);
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  String anteprima(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "AGGIUNGI") String modo,
      Model modello,
      HttpServletResponse risposta)
      throws IOException {
    var aperto = pagina.scrivi(chi, pianoId, modello);
    try {
      if (file.getSize() > MASSIMO) {
        throw DatoNonValido.regola("File", "è più grande di un megabyte.");
      }
      var allegato =
          allegati.controlla("File", file.getOriginalFilename(), file.getBytes(), FORMATI);
      var esito =
          ImportazioneObiettivi.leggi(
              allegato.contenuto(), redazione.fondi(aperto.documento().id()));
      modello.addAttribute("esito", esito);
      modello.addAttribute("nomeFile", allegato.nomeFile());
      modello.addAttribute("modo", modo);
      modello.addAttribute("contenuto", Base64.getEncoder().encodeToString(allegato.contenuto()));
      if (!esito.errori().isEmpty()) {
        risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      }
    } catch (DatoNonValido e) {
      risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      modello.addAttribute("errore", e.getMessage());
    }
    return mostra(chi, aperto, modello);
  }

  @PostMapping("/conferma")
  String conferma(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @RequestParam String contenuto,
      @RequestParam String nomeFile,
      @RequestParam String modo,
      Model modello,
      HttpServletResponse risposta,
      RedirectAttributes fatto) {
    var aperto = pagina.scrivi(chi, pianoId, modello);
    long id = aperto.documento().id();
    try {
      var allegato = allegati.controlla("File", nomeFile, byteDi(contenuto), FORMATI);
      var esito = ImportazioneObiettivi.leggi(allegato.contenuto(), redazione.fondi(id));
      if (!esito.errori().isEmpty()) {
        throw DatoNonValido.regola("File", esito.errori().get(0) + ".");
      }
      int quanti = redazione.importa(id, esito.tabella(), modo.equals("SOSTITUISCI"), chi.utente());
      fatto.addFlashAttribute(
          "fatto", quanti == 1 ? "Un obiettivo importato." : quanti + " obiettivi importati.");
      return "redirect:/documento/%d/parti/%d".formatted(pianoId, Parte.OBIETTIVI.numero());
    } catch (DatoNonValido e) {
      risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      modello.addAttribute("errore", e.getMessage());
      return mostra(chi, aperto, modello);
    }
  }

  private static byte[] byteDi(String contenuto) {
    try {
      return Base64.getDecoder().decode(contenuto);
    } catch (IllegalArgumentException e) {
      throw DatoNonValido.regola("File", "non è arrivato intero; caricarlo di nuovo.");
    }
  }

  @GetMapping("/modello.csv")
  ResponseEntity<byte[]> modelloCsv(
      @AuthenticationPrincipal Funzionario chi, @PathVariable long pianoId) {
    pagina.leggi(chi, pianoId, null);
    return file("modello-obiettivi.csv", "text/csv;charset=UTF-8", ModelloObiettivi.csv());
  }

  @GetMapping("/modello.xlsx")
  ResponseEntity<byte[]> modelloXlsx(
      @AuthenticationPrincipal Funzionario chi, @PathVariable long pianoId) {
    pagina.leggi(chi, pianoId, null);
    return file(
        "modello-obiettivi.xlsx", FormatoFile.XLSX.tipoContenuto(), ModelloObiettivi.xlsx());
  }

  private static ResponseEntity<byte[]> file(String nome, String tipo, byte[] contenuto) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(tipo))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(nome).build().toString())
        .body(contenuto);
  }

  private String mostra(Funzionario chi, PaginaDelDocumento.Aperto aperto, Model modello) {
    modello.addAttribute("modificabile", pagina.modificabile(chi, aperto, Parte.OBIETTIVI));
    return "documento/importa";
  }
}
