package it.pianodizona.portale.web;

import it.pianodizona.coprogrammazione.Conclusioni;
import it.pianodizona.fascicolo.Fascicolo;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The documents with which a co-programmazione ends, for everybody. */
@Controller
class ConclusioneController {

  private final AvvisiPubblici avvisi;
  private final Conclusioni conclusioni;
  private final Fascicolo fascicolo;

  ConclusioneController(AvvisiPubblici avvisi, Conclusioni conclusioni, Fascicolo fascicolo) {
    this.avvisi = avvisi;
    this.conclusioni = conclusioni;
    this.fascicolo = fascicolo;
  }

  @GetMapping("/avvisi/{numero}/conclusione/{documentoId:\\d{1,18}}")
  ResponseEntity<byte[]> documento(@PathVariable String numero, @PathVariable long documentoId) {
    var avviso = avvisi.conNumero(numero).avviso();
    var documento =
        conclusioni.documenti(avviso.id()).stream()
            .filter(d -> d.id() == documentoId)
            .findFirst()
            .orElseThrow(PaginaInesistente::new);
    return Scarico.di(documento, fascicolo.contenuto(documento.id()));
  }
}
