package it.pianodizona.portale.web;

import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.TipoDocumento;
import it.pianodizona.motore.accesso.Funzionario;
import it.pianodizona.piano.Piani;
import it.pianodizona.tavoli.Incontri;
import it.pianodizona.tavoli.Tavoli;
import it.pianodizona.tavoli.Verbali;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The papers of the tavoli, for the officials of the Ambito who follow them. To anybody else they
 * do not exist.
 */
@Controller
@RequestMapping("/ufficio/tavoli")
class TavoliUfficioController {

  private static final String[] CHI_SEGUE_I_TAVOLI = {"ufficio-di-piano", "rup", "facilitatore"};
  private static final Set<TipoDocumento> DEI_TAVOLI =
      EnumSet.of(
          TipoDocumento.CONTRIBUTO,
          TipoDocumento.VERBALE_TAVOLO,
          TipoDocumento.SINTESI,
          TipoDocumento.RELAZIONE_CONCLUSIVA);

  private final Tavoli tavoli;
  private final Incontri incontri;
  private final Verbali verbali;
  private final Fascicolo fascicolo;
  private final Piani piani;

  TavoliUfficioController(
      Tavoli tavoli, Incontri incontri, Verbali verbali, Fascicolo fascicolo, Piani piani) {
    this.tavoli = tavoli;
    this.incontri = incontri;
    this.verbali = verbali;
    this.fascicolo = fascicolo;
    this.piani = piani;
  }

  /** Printed anew each time, with the answers of this moment. */
  @GetMapping("/incontri/{id:\\d{1,18}}/foglio-presenze.pdf")
  ResponseEntity<byte[]> foglioPresenze(
      @PathVariable long id, @AuthenticationPrincipal Funzionario funzionario) {
    var incontro = incontri.cerca(id).orElseThrow(PaginaInesistente::new);
    controlla(funzionario, tavoli.tavolo(incontro.tavoloId()).pianoId());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("foglio-presenze-" + id + ".pdf", StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(verbali.foglioPresenze(id));
  }

  @GetMapping("/documenti/{id:\\d{1,18}}")
  ResponseEntity<byte[]> documento(
      @PathVariable long id, @AuthenticationPrincipal Funzionario funzionario) {
    Documento documento =
        fascicolo
            .documento(id)
            .filter(d -> DEI_TAVOLI.contains(d.tipo()))
            .orElseThrow(PaginaInesistente::new);
    controlla(funzionario, documento.pianoId());
    return Scarico.di(documento, fascicolo.contenuto(id));
  }

  private void controlla(Funzionario funzionario, long pianoId) {
    if (!funzionario.opera(piani.riferimento(pianoId).codiceAmbito(), CHI_SEGUE_I_TAVOLI)) {
      throw new PaginaInesistente();
    }
  }
}
