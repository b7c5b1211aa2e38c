package it.pianodizona.motore.incarichi;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.accesso.RuoliDichiarati;
import it.pianodizona.motore.accesso.Territorio;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** The administrators' page of appointments. */
@Controller
@RequestMapping("/amministrazione/incarichi")
class IncarichiController {

  private static final long DIMENSIONE_MASSIMA = 1_000_000;

  private final Incarichi incarichi;
  private final RuoliDichiarati ruoli;
  private final Territorio territorio;
  private final Clock orologio;

  IncarichiController(
      Incarichi incarichi, RuoliDichiarati ruoli, Territorio territorio, Clock orologio) {
    this.incarichi = incarichi;
    this.ruoli = ruoli;
    this.territorio = territorio;
    this.orologio = orologio;
  }

  /** What the form sends, as texts: it is shown again as it was when something is wrong. */
  record Scritto(
      String persona,
      String tipo,
      String ruolo,
      String ambito,
      String perContoDi,
      String dal,
      String al,
      String atto) {

    NuovoIncarico incarico() {
      return new NuovoIncarico(
          ElencoCsv.vuotoNullo(persona),
          ElencoCsv.tipo(tipo),
          ElencoCsv.vuotoNullo(ruolo),
          ElencoCsv.vuotoNullo(ambito),
          ElencoCsv.vuotoNullo(perContoDi),
          ElencoCsv.giorno("Dal", dal),
          ElencoCsv.giorno("Al", al),
          ElencoCsv.vuotoNullo(atto));
    }
  }

  @GetMapping
  String elenco(@RequestParam(required = false) String persona, Model modello) {
    return pagina(persona, new Scritto("", "INCARICO", "", "", "", "", "", ""), modello);
  }

  @GetMapping("/elenco.csv")
  ResponseEntity<byte[]> csv() {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("incarichi.csv").build().toString())
        .body(ElencoCsv.scrivi(incarichi.elenco(null)).getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping
  String assegna(Scritto scritto, Principal chi, Model modello) {
    try {
      incarichi.assegna(scritto.incarico(), chi.getName());
    } catch (DatoNonValido e) {
      modello.addAttribute("errore", e.getMessage());
      return pagina(null, scritto, modello);
    }
    return "redirect:/amministrazione/incarichi";
  }

  @PostMapping(path = "/importa", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  String importa(@RequestParam MultipartFile file, Principal chi, Model modello)
      throws IOException {
    try {
      if (file.getSize() > DIMENSIONE_MASSIMA) {
        throw DatoNonValido.regola("File", "è troppo grande: al massimo 1 MB.");
      }
      incarichi.assegna(
          ElencoCsv.leggi(new String(file.getBytes(), StandardCharsets.UTF_8)), chi.getName());
    } catch (DatoNonValido e) {
      modello.addAttribute("errore", e.getMessage());
      return pagina(null, new Scritto("", "INCARICO", "", "", "", "", "", ""), modello);
    }
    return "redirect:/amministrazione/incarichi";
  }

  @PostMapping("/{id:\\d{1,18}}/revoca")
  String revoca(@PathVariable long id, Principal chi, Model modello) {
    try {
      incarichi.revoca(id, chi.getName());
    } catch (DatoNonValido e) {
      modello.addAttribute("errore", e.getMessage());
      return pagina(null, new Scritto("", "INCARICO", "", "", "", "", "", ""), modello);
    }
    return "redirect:/amministrazione/incarichi";
  }

  private String pagina(String persona, Scritto scritto, Model modello) {
    modello.addAttribute("incarichi", incarichi.elenco(persona));
    modello.addAttribute("cercata", persona);
    modello.addAttribute("scritto", scritto);
    modello.addAttribute("tipi", TipoIncarico.values());
    modello.addAttribute("ruoli", ruoli.ruoli());
    modello.addAttribute("ambiti", territorio.ambiti());
    modello.addAttribute("oggi", LocalDate.now(orologio.withZone(Termini.ROMA)));
    modello.addAttribute("giorno", DateItaliane.GIORNO);
    return "amministrazione/incarichi";
  }
}
