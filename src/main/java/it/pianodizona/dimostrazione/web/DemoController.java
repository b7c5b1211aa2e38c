package it.pianodizona.dimostrazione.web;

import static it.pianodizona.comune.DateItaliane.PER_ESTESO;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.dimostrazione.DatiDimostrativi;
import it.pianodizona.dimostrazione.Dimostrazione;
import it.pianodizona.dimostrazione.processo.CompitiAperti;
import it.pianodizona.dimostrazione.processo.MacchinaDelTempo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The demonstration's control page: who has to do what now, and the clock. */
@Controller
@Dimostrazione
class DemoController {

  private static final int COMPITI_IN_PAGINA = 60;
  private static final int SCADENZE_IN_PAGINA = 8;

  private final MacchinaDelTempo macchina;
  private final CompitiAperti compiti;
  private final DatiDimostrativi dati;

  DemoController(MacchinaDelTempo macchina, CompitiAperti compiti, DatiDimostrativi dati) {
    this.macchina = macchina;
    this.compiti = compiti;
    this.dati = dati;
  }

  @GetMapping("/demo")
  String pagina(Model modello) {
    modello.addAttribute("adesso", macchina.adesso());
    modello.addAttribute("domani", macchina.adesso().toLocalDate().plusDays(1));
    modello.addAttribute("compiti", compiti.elenco(COMPITI_IN_PAGINA));
    modello.addAttribute("scadenze", macchina.prossime(SCADENZE_IN_PAGINA));
    return "demo/pagina";
  }

  @PostMapping("/demo/salta")
  String salta(RedirectAttributes esito) {
    var scattata = macchina.saltaAllaProssimaScadenza();
    esito.addFlashAttribute(
        "fatto",
        scattata
            .map(
                s ->
                    "È arrivata la scadenza «%s» di %s."
                        .formatted(s.cosa(), s.quando().format(PER_ESTESO)))
            .orElse("Nessuna scadenza in attesa: ora tocca alle persone, qui sotto."));
    return "redirect:/demo";
  }

  @PostMapping("/demo/giorno")
  String vaiAlGiorno(@RequestParam String giorno, RedirectAttributes esito) {
    try {
      int scattate = macchina.vaiAlGiorno(LocalDate.parse(giorno));
      esito.addFlashAttribute(
          "fatto",
          scattate == 1
              ? "Arrivati: una scadenza passata lungo la strada."
              : "Arrivati: %d scadenze passate lungo la strada.".formatted(scattate));
    } catch (DateTimeParseException e) {
      esito.addFlashAttribute(
          "errore",
          new DatoNonValido("Vai al giorno", giorno, "una data, per esempio 2024-10-03")
              .getMessage());
    } catch (DatoNonValido e) {
      esito.addFlashAttribute("errore", e.getMessage());
    }
    return "redirect:/demo";
  }

  @PostMapping("/demo/monitoraggio")
  String compilaMonitoraggio(RedirectAttributes esito) {
    int compilati = dati.compilaMonitoraggi();
    esito.addFlashAttribute(
        "fatto",
        compilati == 0
            ? "Nessun monitoraggio da compilare: il primo si apre dopo la fine dell'anno, quando"
                + " il Piano è in attuazione."
            : "Valori inventati nel monitoraggio aperto: l'ufficio può completare il compito"
                + " «Compilare il monitoraggio».");
    return "redirect:/demo";
  }

  @PostMapping("/demo/domande")
  String presentaDomande(RedirectAttributes esito) {
    int presentate = dati.presentaDomande();
    esito.addFlashAttribute(
        "fatto",
        presentate == 0
            ? "Nessuna domanda inviata: non c'è un avviso aperto, o gli enti l'hanno già mandata."
            : "%d enti inventati hanno inviato la domanda: le ricevute sono in /posta."
                .formatted(presentate));
    return "redirect:/demo";
  }
}
