package it.pianodizona.monitoraggio.web;

import static it.pianodizona.comune.DateItaliane.GIORNO_E_ORA;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.web.AccessoAiPiani;
import it.pianodizona.monitoraggio.AmbitoEsportato;
import it.pianodizona.monitoraggio.CicliConclusi;
import it.pianodizona.monitoraggio.Filtro;
import it.pianodizona.monitoraggio.Monitoraggio;
import it.pianodizona.monitoraggio.RapportoRegionale;
import it.pianodizona.monitoraggio.ScadenzeVicine;
import it.pianodizona.monitoraggio.StoriePiani;
import it.pianodizona.monitoraggio.web.Vista.Colore;
import it.pianodizona.monitoraggio.web.Vista.Tipo;
import it.pianodizona.motore.accesso.Funzionario;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The view of the Region, as a page for who has no Cockpit and as a piece of page for Cockpit's
 * dashboard; and the history of each plan. Everybody sees the rows of the Ambiti he or she belongs
 * to.
 */
@Controller
@RequestMapping("/monitoraggio")
class VistaController {

  private final Monitoraggio monitoraggio;
  private final ScadenzeVicine scadenze;
  private final CicliConclusi cicli;
  private final StoriePiani storie;
  private final RapportoRegionale rapporto;
  private final AccessoAiPiani accesso;
  private final Anagrafica anagrafica;

  VistaController(
      Monitoraggio monitoraggio,
      ScadenzeVicine scadenze,
      CicliConclusi cicli,
      StoriePiani storie,
      RapportoRegionale rapporto,
      AccessoAiPiani accesso,
      Anagrafica anagrafica) {
    this.monitoraggio = monitoraggio;
    this.scadenze = scadenze;
    this.cicli = cicli;
    this.storie = storie;
    this.rapporto = rapporto;
    this.accesso = accesso;
    this.anagrafica = anagrafica;
  }

  /** What the address chooses; every part may be missing. */
  record Scelte(
      String triennio,
      String vista,
      String colore,
      String ats,
      String asst,
      String fase,
      String situazione,
      String cerca) {

    Filtro filtro() {
      return new Filtro(ats, asst, fase, situazione, cerca);
    }
  }

  @GetMapping
  String pagina(Scelte scelte, @AuthenticationPrincipal Funzionario chi, Model modello) {
    riempi(scelte, chi, modello);
    return "monitoraggio/pagina";
  }

  /** The same without the frame of our pages. */
  @GetMapping("/quadro")
  String quadro(Scelte scelte, @AuthenticationPrincipal Funzionario chi, Model modello) {
    riempi(scelte, chi, modello);
    return "monitoraggio/quadro :: quadro";
  }

  /** The rows for a spreadsheet. */
  @GetMapping("/ambiti.csv")
  ResponseEntity<byte[]> ambiti(Scelte scelte, @AuthenticationPrincipal Funzionario chi) {
    var quadro = monitoraggio.quadro(esistente(scelte.triennio()), ChiGuarda.vede(chi));
    return scarico(
        "ambiti-%s.csv".formatted(quadro.triennio()),
        "text/csv;charset=UTF-8",
        TabellaCsv.perFogli(
                AmbitoEsportato.class,
                quadro.filtrato(scelte.filtro()).righe().stream().map(AmbitoEsportato::di).toList())
            .getBytes(StandardCharsets.UTF_8));
  }

  /** The yearly report; who sees some Ambiti only gets the report of those. */
  @GetMapping("/rapporto.pdf")
  ResponseEntity<byte[]> rapporto(Scelte scelte, @AuthenticationPrincipal Funzionario chi) {
    var quadro = monitoraggio.quadro(esistente(scelte.triennio()), ChiGuarda.vede(chi));
    return scarico(
        "rapporto-%s.pdf".formatted(quadro.triennio()),
        MediaType.APPLICATION_PDF_VALUE,
        rapporto.pdf(quadro.filtrato(scelte.filtro())));
  }

  @GetMapping("/piani/{pianoId:\\d{1,18}}")
  String storia(
      @PathVariable long pianoId, @AuthenticationPrincipal Funzionario chi, Model modello) {
    var piano = accesso.leggi(chi, pianoId);
    var ambito = anagrafica.ambito(piano.codiceAmbito());
    modello.addAttribute("storia", storie.storia(pianoId));
    modello.addAttribute("ambito", ambito.denominazione());
    modello.addAttribute("regione", ChiGuarda.regione(chi));
    modello.addAttribute("pagina", this);
    return "monitoraggio/storia";
  }

  private void riempi(Scelte scelte, Funzionario chi, Model modello) {
    var tipo = Tipo.di(scelte.vista());
    var tutto = monitoraggio.quadro(esistente(scelte.triennio()), ChiGuarda.vede(chi));
    var filtro = scelte.filtro();
    var quadro = tutto.filtrato(filtro);
    modello.addAttribute(
        "vista",
        new Vista(
            tipo,
            Colore.di(scelte.colore()),
            monitoraggio.trienni(),
            filtro,
            tutto,
            quadro,
            tipo == Tipo.scadenze
                ? Settimane.di(
                    scadenze.elenco(quadro, ScadenzeVicine.GIORNI),
                    quadro.alle().toLocalDate(),
                    ScadenzeVicine.GIORNI)
                : null,
            tipo == Tipo.cicli ? cicli.elenco() : List.of(),
            soloDi(
                anagrafica.ats(),
                a -> a.codice(),
                tutto.righe().stream().map(r -> r.codiceAts()).collect(Collectors.toSet())),
            soloDi(
                anagrafica.asst(),
                a -> a.codice(),
                tutto.righe().stream()
                    .flatMap(r -> r.codiciAsst().stream())
                    .collect(Collectors.toSet())),
            ChiGuarda.regione(chi)));
    modello.addAttribute("pagina", this);
  }

  /** An address may be old: a triennio that does not exist shows the newest one. */
  private String esistente(String triennio) {
    try {
      return monitoraggio.triennio(triennio);
    } catch (DatoNonValido e) {
      return monitoraggio.triennio("");
    }
  }

  private static <T> List<T> soloDi(
      List<T> elenco, Function<T, String> codice, Set<String> presenti) {
    return elenco.stream().filter(e -> presenti.contains(codice.apply(e))).toList();
  }

  /** A moment as the pages show it, Europe/Rome. */
  public String quando(ZonedDateTime momento) {
    return momento == null ? "–" : GIORNO_E_ORA.format(momento.withZoneSameInstant(Termini.ROMA));
  }

  private static ResponseEntity<byte[]> scarico(String nome, String tipo, byte[] contenuto) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(tipo))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(nome).build().toString())
        .body(contenuto);
  }
}
