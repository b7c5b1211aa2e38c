package it.pianodizona.attuazione.web;

import it.pianodizona.attuazione.economia.ScritturaSuperata;
import it.pianodizona.attuazione.monitoraggio.DatiScheda;
import it.pianodizona.attuazione.monitoraggio.FoglioMonitoraggio;
import it.pianodizona.attuazione.monitoraggio.Monitoraggi;
import it.pianodizona.attuazione.monitoraggio.MonitoraggioAnnuale;
import it.pianodizona.attuazione.monitoraggio.MonitoraggioAnnuale.Stato;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.FormatoFile;
import it.pianodizona.fascicolo.web.AccessoAiPiani;
import it.pianodizona.motore.accesso.Funzionario;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
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

/** One year of a plan: the office writes the values, one objective at a time or from a file. */
@Controller
@RequestMapping("/attuazione/{pianoId:\\d{1,18}}/{anno:\\d{4}}")
class MonitoraggioController {

  private final PaginaAttuazione pagina;
  private final Monitoraggi monitoraggi;
  private final FoglioMonitoraggio foglio;
  private final Fascicolo fascicolo;

  MonitoraggioController(
      PaginaAttuazione pagina,
      Monitoraggi monitoraggi,
      FoglioMonitoraggio foglio,
      Fascicolo fascicolo) {
    this.pagina = pagina;
    this.monitoraggi = monitoraggi;
    this.foglio = foglio;
    this.fascicolo = fascicolo;
  }

  @GetMapping
  String anno(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable int anno,
      Model modello) {
    pagina.leggi(chi, pianoId, modello);
    return mostra(cerca(pianoId, anno), modello);
  }

  @PostMapping("/obiettivi/{obiettivoId:\\d{1,18}}")
  String scrivi(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable int anno,
      @PathVariable long obiettivoId,
      @RequestParam Map<String, String> inviato,
      Model modello,
      HttpServletResponse risposta) {
    pagina.scrivi(chi, pianoId, modello);
    var monitoraggio = cerca(pianoId, anno);
    try {
      monitoraggi.scrivi(
          monitoraggio.id(),
          obiettivoId,
          intero("Revisione", inviato.get("revisione"), 999_999_999),
          leggi(inviato),
          chi.utente());
      return "redirect:/attuazione/%d/%d?salvato=%d#obiettivo-%d"
          .formatted(pianoId, anno, obiettivoId, obiettivoId);
    } catch (ScritturaSuperata e) {
      risposta.setStatus(HttpStatus.CONFLICT.value());
      modello.addAttribute("errore", e.getMessage());
    } catch (DatoNonValido e) {
      risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      modello.addAttribute("errore", e.getMessage());
    }
    modello.addAttribute("inviato", inviato);
    modello.addAttribute("inviatoPer", obiettivoId);
    return mostra(monitoraggio, modello);
  }

  @PostMapping("/valori")
  String carica(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable int anno,
      @RequestParam MultipartFile file,
      Model modello,
      HttpServletResponse risposta,
      RedirectAttributes fatto)
      throws IOException {
    pagina.scrivi(chi, pianoId, modello);
    var monitoraggio = cerca(pianoId, anno);
    try {
      var letto =
          foglio.leggi(
              file.getOriginalFilename(), file.getBytes(), monitoraggi.schede(monitoraggio));
      if (letto.errori().isEmpty()) {
        monitoraggi.scriviTutte(monitoraggio.id(), letto.dati(), chi.utente());
        fatto.addFlashAttribute(
            "fatto",
            letto.dati().size() == 1
                ? "Valori caricati per un obiettivo."
                : "Valori caricati per %d obiettivi.".formatted(letto.dati().size()));
        return "redirect:/attuazione/%d/%d".formatted(pianoId, anno);
      }
      modello.addAttribute("errori", letto.errori());
    } catch (DatoNonValido e) {
      modello.addAttribute("errore", e.getMessage());
    }
    risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return mostra(monitoraggio, modello);
  }

  @GetMapping("/valori.csv")
  ResponseEntity<byte[]> csv(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable int anno) {
    pagina.leggi(chi, pianoId, null);
    return PaginaAttuazione.file(
        "monitoraggio-%d.csv".formatted(anno),
        "text/csv;charset=UTF-8",
        foglio.csv(monitoraggi.schede(cerca(pianoId, anno))));
  }

  @GetMapping("/valori.xlsx")
  ResponseEntity<byte[]> xlsx(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable int anno) {
    pagina.leggi(chi, pianoId, null);
    return PaginaAttuazione.file(
        "monitoraggio-%d.xlsx".formatted(anno),
        FormatoFile.XLSX.tipoContenuto(),
        foglio.xlsx(monitoraggi.schede(cerca(pianoId, anno))));
  }

  /** The report that the Assemblea approved. */
  @GetMapping("/rapporto.pdf")
  ResponseEntity<byte[]> rapporto(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable int anno) {
    pagina.leggi(chi, pianoId, null);
    var monitoraggio = cerca(pianoId, anno);
    if (monitoraggio.rapportoId() == null) {
      throw AccessoAiPiani.inesistente();
    }
    return PaginaAttuazione.file(
        "monitoraggio-%d.pdf".formatted(anno),
        "application/pdf",
        fascicolo.contenuto(monitoraggio.rapportoId()));
  }

  private MonitoraggioAnnuale cerca(long pianoId, int anno) {
    return monitoraggi.dellAnno(pianoId, anno).orElseThrow(AccessoAiPiani::inesistente);
  }

  private String mostra(MonitoraggioAnnuale monitoraggio, Model modello) {
    modello.addAttribute("m", monitoraggio);
    modello.addAttribute("schede", monitoraggi.schede(monitoraggio));
    modello.addAttribute("mancanze", monitoraggi.mancanze(monitoraggio));
    modello.addAttribute(
        "rilievi",
        monitoraggio.stato() == Stato.DA_COMPILARE ? monitoraggi.rilievi(monitoraggio) : List.of());
    modello.addAttribute("storia", monitoraggi.storia(monitoraggio.id()));
    modello.addAttribute(
        "modificabile",
        Boolean.TRUE.equals(modello.getAttribute("scrive"))
            && monitoraggio.stato() == Stato.DA_COMPILARE);
    return "attuazione/monitoraggio";
  }

  private static DatiScheda leggi(Map<String, String> inviato) {
    var valori = new HashMap<Integer, DatiScheda.Valore>();
    inviato.forEach(
        (campo, scritto) -> {
          if (campo.matches("valore\\.[0-9]{1,2}")) {
            var numero = campo.substring("valore.".length());
            valori.put(
                Integer.valueOf(numero),
                new DatiScheda.Valore(
                    decimale("Valore dell'indicatore " + numero, scritto),
                    inviato.get("nota." + numero)));
          }
        });
    return new DatiScheda(
        valori,
        facoltativo("Grado di raggiungimento", inviato.get("grado")),
        facoltativo("Risorse impegnate o liquidate", inviato.get("risorse")),
        inviato.get("criticita"),
        inviato.get("osservazioni"));
  }

  private static BigDecimal decimale(String campo, String scritto) {
    var testo = scritto == null ? "" : scritto.strip();
    if (testo.isEmpty()) {
      return null;
    }
    if (testo.matches("-?[0-9]{1,3}([.][0-9]{3})+(,[0-9]{1,2})?")) {
      testo = testo.replace(".", "");
    }
    if (!testo.matches("-?[0-9]{1,13}([.,][0-9]{1,2})?")) {
      throw new DatoNonValido(
          campo, scritto, "un numero con al massimo due decimali, per esempio 120 o 37,5");
    }
    return new BigDecimal(testo.replace(',', '.'));
  }

  private static Integer facoltativo(String campo, String scritto) {
    return scritto == null || scritto.isBlank() ? null : intero(campo, scritto, 100);
  }

  private static int intero(String campo, String scritto, int massimo) {
    var testo = scritto == null ? "" : scritto.strip();
    if (!testo.matches("[0-9]{1,9}") || Integer.parseInt(testo) > massimo) {
      throw new DatoNonValido(campo, testo, "un numero intero da 0 a %d".formatted(massimo));
    }
    return Integer.parseInt(testo);
  }
}
