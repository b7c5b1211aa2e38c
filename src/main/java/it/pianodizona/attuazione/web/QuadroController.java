package it.pianodizona.attuazione.web;

import it.pianodizona.attuazione.economia.ConfrontoEconomico;
import it.pianodizona.attuazione.economia.PianiEconomici;
import it.pianodizona.attuazione.economia.PianoEconomico;
import it.pianodizona.attuazione.monitoraggio.Luce;
import it.pianodizona.attuazione.monitoraggio.Monitoraggi;
import it.pianodizona.attuazione.monitoraggio.MonitoraggioAnnuale;
import it.pianodizona.attuazione.monitoraggio.Semaforo;
import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.DocumentoDiPiano;
import it.pianodizona.documento.Obiettivo;
import it.pianodizona.motore.accesso.Funzionario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How a plan goes, over its years: the lights of each objective, the money year by year. */
@Controller
class QuadroController {

  private static final int LARGHEZZA = 600;

  private final PaginaAttuazione pagina;
  private final Monitoraggi monitoraggi;
  private final PianiEconomici economia;
  private final Documenti documenti;

  QuadroController(
      PaginaAttuazione pagina,
      Monitoraggi monitoraggi,
      PianiEconomici economia,
      Documenti documenti) {
    this.pagina = pagina;
    this.monitoraggi = monitoraggi;
    this.economia = economia;
    this.documenti = documenti;
  }

  /** A piece of a bar, in the units of the drawing. */
  public record Pezzo(Semaforo semaforo, long quanti, int da, int larghezza) {}

  /** The lights of a year as one bar. */
  public record Barra(int anno, List<Pezzo> pezzi) {

    /** What the bar shows, in words. */
    public String descrizione() {
      var parole = new ArrayList<String>();
      pezzi.forEach(p -> parole.add("%d %s".formatted(p.quanti(), p.semaforo().nome())));
      return "%d: %s".formatted(anno, String.join(", ", parole));
    }
  }

  /** An amount as a column, in the units of the drawing. */
  public record Colonna(PianoEconomico piano, int da, int altezza) {}

  @GetMapping("/attuazione/{pianoId:\\d{1,18}}")
  String quadro(
      @AuthenticationPrincipal Funzionario chi, @PathVariable long pianoId, Model modello) {
    pagina.leggi(chi, pianoId, modello);
    var anni = monitoraggi.delPiano(pianoId);
    var luci = monitoraggi.luci(pianoId);
    var scritti = economia.delPiano(pianoId);
    modello.addAttribute("anniDelTriennio", economia.anni(pianoId));
    modello.addAttribute("monitoraggi", anni);
    modello.addAttribute("obiettivi", obiettivi(pianoId));
    modello.addAttribute("luci", luci);
    modello.addAttribute("barre", barre(anni, luci.values()));
    modello.addAttribute("economici", scritti);
    modello.addAttribute("colonne", colonne(scritti));
    modello.addAttribute("confronti", confronti(scritti));
    return "attuazione/quadro";
  }

  private List<Obiettivo> obiettivi(long pianoId) {
    return documenti.versioni(pianoId).stream()
        .filter(versione -> versione.pronto() != null)
        .map(DocumentoDiPiano::id)
        .findFirst()
        .map(documenti::obiettiviDelDocumento)
        .orElse(List.of());
  }

  private static List<Barra> barre(
      List<MonitoraggioAnnuale> anni, Collection<Map<Integer, Luce>> luci) {
    var barre = new ArrayList<Barra>();
    for (var anno : anni) {
      var dellAnno =
          luci.stream().map(perAnno -> perAnno.get(anno.anno())).filter(Objects::nonNull).toList();
      var pezzi = new ArrayList<Pezzo>();
      int da = 0;
      for (var semaforo : Semaforo.values()) {
        long quanti = dellAnno.stream().filter(l -> l.semaforo() == semaforo).count();
        if (quanti > 0) {
          int larghezza = (int) (LARGHEZZA * quanti / dellAnno.size());
          pezzi.add(new Pezzo(semaforo, quanti, da, larghezza));
          da += larghezza;
        }
      }
      if (!pezzi.isEmpty()) {
        barre.add(new Barra(anno.anno(), pezzi));
      }
    }
    return barre;
  }

  private static List<Colonna> colonne(List<PianoEconomico> piani) {
    var massimo =
        piani.stream()
            .map(piano -> piano.totaleQuote().importo())
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    var colonne = new ArrayList<Colonna>();
    if (massimo.signum() > 0) {
      for (int i = 0; i < piani.size(); i++) {
        colonne.add(
            new Colonna(
                piani.get(i),
                40 + i * 190,
                piani
                    .get(i)
                    .totaleQuote()
                    .importo()
                    .multiply(BigDecimal.valueOf(150))
                    .divide(massimo, 0, RoundingMode.HALF_UP)
                    .intValueExact()));
      }
    }
    return colonne;
  }

  private static Map<Integer, ConfrontoEconomico> confronti(List<PianoEconomico> piani) {
    var confronti = new LinkedHashMap<Integer, ConfrontoEconomico>();
    PianoEconomico prima = null;
    for (var piano : piani) {
      confronti.put(
          piano.anno(),
          new ConfrontoEconomico(
              piano, prima != null && prima.anno() == piano.anno() - 1 ? prima : null));
      prima = piano;
    }
    return confronti;
  }
}
