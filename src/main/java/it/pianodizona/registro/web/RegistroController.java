package it.pianodizona.registro.web;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.comune.FoglioCsv;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.accesso.Funzionario;
import it.pianodizona.registro.AttoRegistrato;
import it.pianodizona.registro.Registro;
import it.pianodizona.registro.Ricerca;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The register of acts: the Region and the administrators see all, an office its own Ambiti. */
@Controller
@RequestMapping("/registro")
public class RegistroController {

  private static final int PER_PAGINA = 200;
  private static final int PER_COPIA = 20_000;

  private final Registro registro;

  RegistroController(Registro registro) {
    this.registro = registro;
  }

  /** What the form sends; empty texts count as not given. */
  record Filtro(
      String piano,
      String chi,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate dal,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate al) {

    Ricerca ricerca(Funzionario funzionario, int quanti) {
      boolean ovunque = funzionario.amministratore() || funzionario.gruppi().contains("regione");
      return new Ricerca(
          ovunque ? null : funzionario.ambiti(), dato(piano), dato(chi), dal, al, quanti);
    }

    private static String dato(String testo) {
      return testo == null || testo.isBlank() ? null : testo.strip();
    }
  }

  @GetMapping
  String pagina(Filtro filtro, @AuthenticationPrincipal Funzionario funzionario, Model modello) {
    modello.addAttribute("filtro", filtro);
    modello.addAttribute("atti", registro.atti(filtro.ricerca(funzionario, PER_PAGINA)));
    modello.addAttribute("massimo", PER_PAGINA);
    modello.addAttribute("registro", this);
    return "registro/atti";
  }

  @GetMapping("/atti.json")
  ResponseEntity<List<AttoRegistrato>> json(
      Filtro filtro, @AuthenticationPrincipal Funzionario funzionario) {
    return ResponseEntity.ok(registro.atti(filtro.ricerca(funzionario, PER_COPIA)));
  }

  @GetMapping("/atti.csv")
  ResponseEntity<byte[]> csv(Filtro filtro, @AuthenticationPrincipal Funzionario funzionario) {
    var foglio =
        new FoglioCsv("quando", "chi", "per_conto_di", "ambito", "piano", "cosa", "dettaglio");
    for (var atto : registro.atti(filtro.ricerca(funzionario, PER_COPIA))) {
      foglio.riga(
          Arrays.asList(
              atto.quando(),
              atto.chi(),
              atto.perContoDi(),
              atto.codiceAmbito(),
              atto.piano(),
              atto.cosa(),
              atto.dettaglio()));
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("registro.csv").build().toString())
        .body(foglio.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A moment as the page shows it. */
  public String quando(OffsetDateTime momento) {
    return DateItaliane.GIORNO_E_ORA.format(momento.atZoneSameInstant(Termini.ROMA));
  }
}
