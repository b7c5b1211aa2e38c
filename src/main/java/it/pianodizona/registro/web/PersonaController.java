package it.pianodizona.registro.web;

import it.pianodizona.registro.DatiDellaPersona;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administrators' page for who asks for his or her own data. */
@Controller
@RequestMapping("/amministrazione/persona")
class PersonaController {

  private final DatiDellaPersona dati;

  PersonaController(DatiDellaPersona dati) {
    this.dati = dati;
  }

  @GetMapping
  String pagina() {
    return "amministrazione/persona";
  }

  /** By POST: a name in an address would end up in the logs of proxies. */
  @PostMapping
  String cerca(@RequestParam String chi, Model modello) {
    modello.addAttribute("chi", chi);
    modello.addAttribute("dati", dati.di(chi.strip()));
    return "amministrazione/persona";
  }

  @PostMapping("/dati.json")
  ResponseEntity<Map<String, List<Map<String, Object>>>> esporta(@RequestParam String chi) {
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("dati-personali.json").build().toString())
        .body(dati.di(chi.strip()));
  }
}
