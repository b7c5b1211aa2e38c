package it.pianodizona.fascicolo.web;

import static it.pianodizona.comune.DateItaliane.GIORNO_E_ORA;

import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.AllegatiProperties;
import it.pianodizona.fascicolo.Caricamenti;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.DocumentoAlterato;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.FormatoFile;
import it.pianodizona.fascicolo.Protocollo.Verso;
import it.pianodizona.fascicolo.RegistroProtocollo;
import it.pianodizona.fascicolo.TipoDocumento;
import it.pianodizona.fascicolo.processo.NomiDellePersone;
import it.pianodizona.fascicolo.processo.PianoDelCompito;
import it.pianodizona.motore.accesso.Funzionario;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Piano;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Scadenze;
import it.pianodizona.piano.Scadenze.Scadenza;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The fascicolo of a plan for its officials: list, upload, download, all in one ZIP. */
@Controller
@RequestMapping("/fascicolo")
class FascicoloController {

  private static final Logger LOG = LoggerFactory.getLogger(FascicoloController.class);

  /** The list of Tasklist asks in groups of this size at most. */
  private static final int COMPITI_PER_VOLTA = 100;

  private final Fascicolo fascicolo;
  private final RegistroProtocollo registro;
  private final Caricamenti caricamenti;
  private final AllegatiProperties limiti;
  private final AccessoAiPiani accesso;
  private final PianoDelCompito compiti;
  private final NomiDellePersone persone;
  private final Anagrafica anagrafica;
  private final Piani piani;
  private final Scadenze scadenze;
  private final Clock orologio;

  FascicoloController(
      Fascicolo fascicolo,
      RegistroProtocollo registro,
      Caricamenti caricamenti,
      AllegatiProperties limiti,
      AccessoAiPiani accesso,
      PianoDelCompito compiti,
      NomiDellePersone persone,
      Anagrafica anagrafica,
      Piani piani,
      Scadenze scadenze,
      Clock orologio) {
    this.fascicolo = fascicolo;
    this.registro = registro;
    this.caricamenti = caricamenti;
    this.limiti = limiti;
    this.accesso = accesso;
    this.compiti = compiti;
    this.persone = persone;
    this.anagrafica = anagrafica;
    this.piani = piani;
    this.scadenze = scadenze;
    this.orologio = orologio;
  }

  @GetMapping("/{pianoId:\\d{1,18}}")
  String elenco(
      @AuthenticationPrincipal Funzionario chi, @PathVariable long pianoId, Model modello) {
    return mostra(chi, accesso.leggi(chi, pianoId), modello);
  }

  @PostMapping("/{pianoId:\\d{1,18}}")
  String carica(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @RequestParam String tipo,
      @RequestParam String titolo,
      @RequestParam(defaultValue = "") String verso,
      @RequestParam(defaultValue = "") String corrispondente,
      @RequestParam MultipartFile file,
      Model modello,
      HttpServletResponse risposta)
      throws IOException {
    var piano = accesso.leggi(chi, pianoId);
    if (!accesso.aggiunge(chi, piano.codiceAmbito())) {
      throw AccessoAiPiani.vietato();
    }
    try {
      var documento =
          caricamenti.carica(
              pianoId,
              valore(TipoDocumento.class, tipo)
                  .orElseThrow(() -> new DatoNonValido("Tipo", tipo, "uno dei tipi dell'elenco")),
              titolo,
              file.getOriginalFilename(),
              file.getBytes(),
              valore(Verso.class, verso).orElse(null),
              corrispondente,
              chi.utente());
      return "redirect:/fascicolo/" + pianoId + "?aggiunto=" + documento.id();
    } catch (DatoNonValido e) {
      risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      modello.addAttribute("errore", e.getMessage());
      modello.addAttribute(
          "scritto",
          Map.of("tipo", tipo, "titolo", titolo, "verso", verso, "corrispondente", corrispondente));
      return mostra(chi, piano, modello);
    }
  }

  private String mostra(Funzionario chi, RiferimentoPiano piano, Model modello) {
    modello.addAttribute("piano", piano);
    modello.addAttribute("ambito", anagrafica.ambito(piano.codiceAmbito()).denominazione());
    modello.addAttribute("documenti", fascicolo.delPiano(piano.pianoId()));
    modello.addAttribute("registrazioni", registro.delPiano(piano.pianoId()));
    modello.addAttribute("aggiunge", accesso.aggiunge(chi, piano.codiceAmbito()));
    modello.addAttribute("tipi", TipoDocumento.values());
    modello.addAttribute("versi", Verso.values());
    modello.addAttribute("formati", FormatoFile.elenco(Caricamenti.FORMATI));
    modello.addAttribute("massimo", limiti.dimensioneMassima().toMegabytes());
    modello.addAttribute("pagina", this);
    if (!modello.containsAttribute("scritto")) {
      modello.addAttribute(
          "scritto", Map.of("tipo", "ALTRO", "titolo", "", "verso", "", "corrispondente", ""));
    }
    return "fascicolo/elenco";
  }

  /** One document: always as an attachment, never shown by the browser inside our own site. */
  @GetMapping("/documenti/{id:\\d{1,18}}")
  ResponseEntity<byte[]> documento(
      @AuthenticationPrincipal Funzionario chi, @PathVariable long id) {
    var documento = fascicolo.documento(id).orElseThrow(AccessoAiPiani::inesistente);
    accesso.leggi(chi, documento.pianoId());
    byte[] contenuto;
    try {
      contenuto = fascicolo.contenuto(id);
    } catch (DocumentoAlterato e) {
      LOG.error("Documento {} alterato", id, e);
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(documento.tipoContenuto()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(documento.nomeFile(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .eTag("\"" + documento.sha256() + "\"")
        .body(contenuto);
  }

  /** Everything, one document in memory at a time. */
  @GetMapping("/{pianoId:\\d{1,18}}/fascicolo.zip")
  void tutto(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      HttpServletResponse risposta)
      throws IOException {
    var piano = accesso.leggi(chi, pianoId);
    risposta.setContentType("application/zip");
    risposta.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("fascicolo-%s-%s.zip".formatted(piano.codiceAmbito(), piano.triennio()))
            .build()
            .toString());
    risposta.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    new FascicoloInZip(
            "Fascicolo del Piano di Zona %s – Ambito territoriale di %s"
                .formatted(
                    piano.triennio(), anagrafica.ambito(piano.codiceAmbito()).denominazione()),
            fascicolo,
            registro.delPiano(pianoId))
        .scrivi(fascicolo.delPiano(pianoId), risposta.getOutputStream());
  }

  /** What the cards of the list of tasks show; tasks that who asks may not read are left out. */
  @GetMapping("/compiti")
  @ResponseBody
  List<Cartellino> compiti(@RequestParam(name = "id", defaultValue = "") List<String> ids) {
    if (ids.size() > COMPITI_PER_VOLTA) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    var aperti = compiti.aperti(ids);
    var delPiano =
        piani
            .elenco(
                aperti.stream()
                    .map(PianoDelCompito.Aperto::pianoId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(Piano::id, Function.identity()));
    var nomi =
        anagrafica.ambiti().stream()
            .collect(Collectors.toMap(Ambito::codice, Ambito::denominazione));
    return aperti.stream()
        .map(
            aperto ->
                new Cartellino(
                    aperto.id(),
                    aperto.codiceAmbito() == null ? null : nomi.get(aperto.codiceAmbito()),
                    Optional.ofNullable(aperto.pianoId())
                        .map(delPiano::get)
                        .map(Piano::triennio)
                        .orElse(null),
                    termine(aperto.scadenza(), null),
                    aperto.inCaricoA()))
        .toList();
  }

  /** Names of the people who have to do with a task, by user name. */
  @GetMapping("/compiti/{compitoId:[a-zA-Z0-9-]{1,64}}/persone")
  @ResponseBody
  Map<String, String> persone(
      @AuthenticationPrincipal Funzionario chi, @PathVariable String compitoId) {
    if (compiti.aperti(List.of(compitoId)).isEmpty()) {
      throw AccessoAiPiani.inesistente();
    }
    return persone.alLavoroSu(compitoId, chi.utente());
  }

  /**
   * @param ambito name; null for the tasks of the Region
   * @param triennio of the plan; null when the task is about none
   * @param termine null when the task has none
   * @param inCaricoA name of who took it; null when nobody did
   */
  record Cartellino(
      String id, String ambito, String triennio, TermineMostrato termine, String inCaricoA) {}

  /**
   * @param perche norm, start and days from which it was computed; null when none was recorded
   */
  record TermineMostrato(String quando, boolean scaduto, String perche) {}

  /** What the tab "Fascicolo" of a task shows. */
  @GetMapping("/compiti/{compitoId:[a-zA-Z0-9-]{1,64}}")
  @ResponseBody
  Scheda compito(@AuthenticationPrincipal Funzionario chi, @PathVariable String compitoId) {
    var aperto =
        compiti.aperti(List.of(compitoId)).stream()
            .filter(a -> a.pianoId() != null)
            .findFirst()
            .orElseThrow(AccessoAiPiani::inesistente);
    long pianoId = aperto.pianoId();
    accesso.leggi(chi, pianoId);
    var piano = piani.piano(pianoId);
    var termini = scadenze.elenco(pianoId);
    return new Scheda(
        pianoId,
        anagrafica.ambito(piano.codiceAmbito()).denominazione(),
        piano.triennio(),
        piano.fase().descrizione(),
        termine(aperto.scadenza(), termini),
        termine(piano.scadenzaAccordo(), termini),
        piano.inRitardo(),
        fascicolo.delPiano(pianoId).stream()
            .map(
                d ->
                    new Riga(
                        d.id(),
                        d.tipo().etichetta(),
                        d.titolo(),
                        d.nomeFile(),
                        d.protocollo(),
                        quando(d.inserito())))
            .toList());
  }

  private TermineMostrato termine(ZonedDateTime quando, List<Scadenza> registrati) {
    return quando == null
        ? null
        : new TermineMostrato(
            quando(quando),
            quando.isBefore(ZonedDateTime.now(orologio)),
            registrati == null
                ? null
                : registrati.stream()
                    .filter(s -> s.quando().toInstant().equals(quando.toInstant()))
                    .map(Scadenza::motivazione)
                    .findFirst()
                    .orElse(null));
  }

  /**
   * @param termine of the task itself; null when it has none
   * @param accordo the term of the whole plan
   */
  record Scheda(
      long pianoId,
      String ambito,
      String triennio,
      String fase,
      TermineMostrato termine,
      TermineMostrato accordo,
      boolean inRitardo,
      List<Riga> documenti) {}

  record Riga(
      long id, String tipo, String titolo, String nomeFile, String protocollo, String inserito) {}

  /** A moment as the pages show it, Europe/Rome. */
  public String quando(OffsetDateTime momento) {
    return GIORNO_E_ORA.format(momento.atZoneSameInstant(Termini.ROMA));
  }

  /** A moment as the pages show it, Europe/Rome. */
  public String quando(ZonedDateTime momento) {
    return GIORNO_E_ORA.format(momento);
  }

  /** A size as people read it. */
  public String dimensione(Documento documento) {
    return documento.dimensione() < 1024 * 1024
        ? "%d kB".formatted(Math.max(1, documento.dimensione() / 1024))
        : "%.1f MB".formatted(documento.dimensione() / (1024d * 1024d));
  }

  private static <E extends Enum<E>> Optional<E> valore(Class<E> tipo, String nome) {
    return Arrays.stream(tipo.getEnumConstants())
        .filter(costante -> costante.name().equals(nome))
        .findFirst();
  }
}
