package it.pianodizona.portale.web;

import it.pianodizona.coprogrammazione.AvvisiStampati;
import it.pianodizona.coprogrammazione.Bacheca;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.tavoli.Incontri;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Notices for everybody: as pages, as PDF, as a calendar and as open data. */
@Controller
class AvvisiController {

  private static final int AREE_DA_SCEGLIERE = 12;

  private final AvvisiPubblici avvisi;
  private final Bacheca bacheca;
  private final AvvisiStampati stampati;
  private final Fascicolo fascicolo;
  private final Incontri incontri;
  private final Clock orologio;

  AvvisiController(
      AvvisiPubblici avvisi,
      Bacheca bacheca,
      AvvisiStampati stampati,
      Fascicolo fascicolo,
      Incontri incontri,
      Clock orologio) {
    this.avvisi = avvisi;
    this.bacheca = bacheca;
    this.stampati = stampati;
    this.fascicolo = fascicolo;
    this.incontri = incontri;
    this.orologio = orologio;
  }

  @GetMapping("/avvisi")
  String elenco(
      @RequestParam(required = false) String stato,
      @RequestParam(required = false) String cerca,
      @RequestParam(required = false) String ambito,
      @RequestParam(required = false) String area,
      @RequestParam(required = false) String pagina,
      Model modello) {
    var filtro = FiltroAvvisi.di(stato, cerca, ambito, area);
    modello.addAttribute("filtro", filtro);
    modello.addAttribute("esito", avvisi.cerca(filtro, numero(pagina)));
    modello.addAttribute("ambiti", avvisi.ambitiConAvvisi());
    modello.addAttribute("aree", bacheca.aree(AREE_DA_SCEGLIERE));
    modello.addAttribute("nomi", avvisi.nomi());
    return "avvisi/elenco";
  }

  @GetMapping("/avvisi/{numero}")
  String avviso(@PathVariable String numero, Model modello) {
    var vista = avvisi.conNumero(numero);
    modello.addAttribute("vista", vista);
    modello.addAttribute("avviso", vista.avviso());
    modello.addAttribute("contenuto", vista.avviso().contenuto());
    modello.addAttribute("riapertura", bacheca.riapertura(vista.avviso().id()).orElse(null));
    modello.addAttribute("relazione", bacheca.relazione(vista.avviso().id()).orElse(null));
    modello.addAttribute("elenco", bacheca.elencoAmmessi(vista.avviso().id()).orElse(null));
    return "avvisi/avviso";
  }

  @GetMapping("/avvisi/{numero}/avviso.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String numero) {
    var documento = stampati.ultimo(avvisi.conNumero(numero).avviso().id());
    return Scarico.di(documento, fascicolo.contenuto(documento.id()));
  }

  /** Meetings and deadline, for calendar programs that ask again from time to time. */
  @GetMapping("/avvisi/{numero}/calendario.ics")
  ResponseEntity<String> calendario(@PathVariable String numero) {
    var avviso = avvisi.conNumero(numero).avviso();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/calendar; charset=UTF-8"))
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(15)))
        .body(
            CalendarioAvviso.ics(
                avviso, incontri.dellAvviso(avviso.id()), ZonedDateTime.now(orologio)));
  }

  @GetMapping(path = "/avvisi.json", produces = "application/json")
  @ResponseBody
  DatiAperti dati() {
    return DatiAperti.di(avvisi.tutti(), bacheca.inArrivo(), avvisi.nomi());
  }

  private static int numero(String pagina) {
    return pagina != null && pagina.matches("\\d{1,6}") ? Integer.parseInt(pagina) : 1;
  }
}
