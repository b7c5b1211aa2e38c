package it.pianodizona.portale.web;

import it.pianodizona.coprogrammazione.Bacheca;
import it.pianodizona.coprogrammazione.IncontroPrevisto;
import it.pianodizona.portale.web.VistaAvviso.Situazione;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Notices for everybody, as pages and as open data. */
@Controller
class AvvisiController {

  private final AvvisiPubblici avvisi;
  private final Bacheca bacheca;

  AvvisiController(AvvisiPubblici avvisi, Bacheca bacheca) {
    this.avvisi = avvisi;
    this.bacheca = bacheca;
  }

  @GetMapping("/avvisi")
  String elenco(Model modello) {
    var perSituazione = avvisi.tutti().stream().collect(Collectors.groupingBy(VistaAvviso::aperto));
    modello.addAttribute("aperti", perSituazione.getOrDefault(true, List.of()));
    modello.addAttribute("chiusi", perSituazione.getOrDefault(false, List.of()));
    modello.addAttribute("inArrivo", bacheca.inArrivo());
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

  @GetMapping(path = "/avvisi.json", produces = "application/json")
  @ResponseBody
  List<AvvisoAperto> dati() {
    return avvisi.tutti().stream().map(AvvisoAperto::di).toList();
  }

  /** A notice as open data. Instants carry their offset, Europe/Rome. */
  record AvvisoAperto(
      String numero,
      String titolo,
      String codiceAmbito,
      String ambito,
      String triennio,
      String capofila,
      Situazione situazione,
      OffsetDateTime pubblicato,
      OffsetDateTime scadenzaDomande,
      String indirizzo,
      List<AreaAperta> aree) {

    record AreaAperta(String codice, String denominazione, List<IncontroAperto> incontri) {}

    record IncontroAperto(int numero, LocalDate giorno, String dalle, String alle, String luogo) {

      static IncontroAperto di(IncontroPrevisto incontro) {
        return new IncontroAperto(
            incontro.numero(),
            incontro.giorno(),
            incontro.dalle().toString(),
            incontro.alle().toString(),
            incontro.luogo());
      }
    }

    static AvvisoAperto di(VistaAvviso vista) {
      var avviso = vista.avviso();
      var contenuto = avviso.contenuto();
      return new AvvisoAperto(
          avviso.numero(),
          contenuto.titolo(),
          avviso.piano().codiceAmbito(),
          vista.ambito(),
          avviso.piano().triennio(),
          contenuto.capofila(),
          vista.situazione(),
          avviso.pubblicato().toOffsetDateTime(),
          avviso.scadenzaDomande().toOffsetDateTime(),
          "/avvisi/" + avviso.numero(),
          contenuto.aree().stream()
              .map(
                  a ->
                      new AreaAperta(
                          a.codice(),
                          a.denominazione(),
                          contenuto.incontriDi(a.codice()).stream()
                              .map(IncontroAperto::di)
                              .toList()))
              .toList());
    }
  }
}
