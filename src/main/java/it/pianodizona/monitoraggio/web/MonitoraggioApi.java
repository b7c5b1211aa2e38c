package it.pianodizona.monitoraggio.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.monitoraggio.AmbitoEsportato;
import it.pianodizona.monitoraggio.CicliConclusi;
import it.pianodizona.monitoraggio.CicloConcluso;
import it.pianodizona.monitoraggio.Filtro;
import it.pianodizona.monitoraggio.Monitoraggio;
import it.pianodizona.monitoraggio.ScadenzaEsportata;
import it.pianodizona.monitoraggio.ScadenzeVicine;
import it.pianodizona.monitoraggio.TotaleEsportato;
import it.pianodizona.motore.accesso.Funzionario;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * The figures of the dashboard for programs: JSON, or CSV (RFC 4180, UTF-8) for who asks for {@code
 * text/csv}. Everybody gets the rows of the Ambiti he or she belongs to.
 */
@RestController
@RequestMapping("/api/v1/monitoraggio")
@Tag(name = "Monitoraggio", description = "Situazione dei Piani di Zona, Ambito per Ambito")
@ApiResponse(
    responseCode = "400",
    description = "Un parametro non è valido: il messaggio dice quale e che cosa è ammesso",
    content =
        @Content(
            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
            schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(responseCode = "401", description = "Manca l'accesso", content = @Content)
class MonitoraggioApi {

  private static final String CSV = "text/csv;charset=UTF-8";
  private static final MediaType TIPO_CSV = MediaType.parseMediaType(CSV);
  private static final String TRIENNIO = "Per esempio 2025-2027; senza, il più recente";
  private static final String GIORNI = "Quanti giorni da oggi, da 1 a 366";

  private final Monitoraggio monitoraggio;
  private final ScadenzeVicine scadenze;
  private final CicliConclusi cicli;

  MonitoraggioApi(Monitoraggio monitoraggio, ScadenzeVicine scadenze, CicliConclusi cicli) {
    this.monitoraggio = monitoraggio;
    this.scadenze = scadenze;
    this.cicli = cicli;
  }

  @Operation(
      operationId = "ambiti",
      summary = "Una riga per Ambito nel triennio",
      description =
          "Fase, giorni al termine, uffici che hanno compiti aperti, firme, premialità, flussi,"
              + " partecipazione, obiettivi e anomalie. Con Accept: text/csv la stessa tabella in"
              + " CSV (RFC 4180, UTF-8), con i nomi delle colonne in minuscolo e trattino basso.")
  @ApiResponse(
      responseCode = "200",
      description = "Le righe",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            array = @ArraySchema(schema = @Schema(implementation = AmbitoEsportato.class))),
        @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
      })
  @GetMapping(path = "/ambiti", produces = MediaType.APPLICATION_JSON_VALUE)
  List<AmbitoEsportato> ambiti(
      @Parameter(description = TRIENNIO) @RequestParam(defaultValue = "") String triennio,
      @Parameter(description = "Codice di una ATS") @RequestParam(defaultValue = "") String ats,
      @Parameter(description = "Codice di una ASST") @RequestParam(defaultValue = "") String asst,
      @Parameter(hidden = true) @AuthenticationPrincipal Funzionario chi) {
    return monitoraggio
        .quadro(monitoraggio.triennio(triennio), ChiGuarda.vede(chi))
        .filtrato(new Filtro(ats, asst, "", "", ""))
        .righe()
        .stream()
        .map(AmbitoEsportato::di)
        .toList();
  }

  @Hidden
  @GetMapping(path = "/ambiti", produces = CSV)
  ResponseEntity<byte[]> ambitiCsv(
      @RequestParam(defaultValue = "") String triennio,
      @RequestParam(defaultValue = "") String ats,
      @RequestParam(defaultValue = "") String asst,
      @AuthenticationPrincipal Funzionario chi) {
    return csv(TabellaCsv.conVirgole(AmbitoEsportato.class, ambiti(triennio, ats, asst, chi)));
  }

  @Operation(
      operationId = "scadenze",
      summary = "Che cosa scade nei prossimi giorni, e che cosa è in ritardo",
      description =
          "Termini degli Accordi, debiti informativi, compiti, scadenze delle domande, incontri dei"
              + " tavoli e sedute delle Assemblee.")
  @ApiResponse(
      responseCode = "200",
      description = "Le righe",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            array = @ArraySchema(schema = @Schema(implementation = ScadenzaEsportata.class))),
        @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
      })
  @GetMapping(path = "/scadenze", produces = MediaType.APPLICATION_JSON_VALUE)
  List<ScadenzaEsportata> scadenze(
      @Parameter(description = TRIENNIO) @RequestParam(defaultValue = "") String triennio,
      @Parameter(description = GIORNI) @RequestParam(defaultValue = "90") int giorni,
      @Parameter(hidden = true) @AuthenticationPrincipal Funzionario chi) {
    var quadro = monitoraggio.quadro(monitoraggio.triennio(triennio), ChiGuarda.vede(chi));
    return scadenze.elenco(quadro, giorni).stream().map(ScadenzaEsportata::di).toList();
  }

  @Hidden
  @GetMapping(path = "/scadenze", produces = CSV)
  ResponseEntity<byte[]> scadenzeCsv(
      @RequestParam(defaultValue = "") String triennio,
      @RequestParam(defaultValue = "90") int giorni,
      @AuthenticationPrincipal Funzionario chi) {
    return csv(TabellaCsv.conVirgole(ScadenzaEsportata.class, scadenze(triennio, giorni, chi)));
  }

  @Operation(
      operationId = "cicli",
      summary = "Totali regionali dei cicli conclusi",
      description = "Come sono stati importati; valgono per tutta la Regione.")
  @ApiResponse(
      responseCode = "200",
      description = "Le righe",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            array = @ArraySchema(schema = @Schema(implementation = CicloConcluso.class))),
        @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
      })
  @GetMapping(path = "/cicli", produces = MediaType.APPLICATION_JSON_VALUE)
  List<CicloConcluso> cicli() {
    return cicli.elenco();
  }

  @Hidden
  @GetMapping(path = "/cicli", produces = CSV)
  ResponseEntity<byte[]> cicliCsv() {
    return csv(
        TabellaCsv.conVirgole(
            TotaleEsportato.class,
            cicli.elenco().stream().flatMap(c -> TotaleEsportato.di(c).stream()).toList()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> datoNonValido(DatoNonValido errore) {
    return problema(errore.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tipoSbagliato(MethodArgumentTypeMismatchException errore) {
    return problema(
        new DatoNonValido(errore.getName(), errore.getValue(), "un numero intero").getMessage());
  }

  private static ResponseEntity<ProblemDetail> problema(String messaggio) {
    var problema = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, messaggio);
    problema.setTitle("Richiesta non valida");
    return ResponseEntity.badRequest()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problema);
  }

  private static ResponseEntity<byte[]> csv(String tabella) {
    return ResponseEntity.ok().contentType(TIPO_CSV).body(tabella.getBytes(StandardCharsets.UTF_8));
  }
}
