package it.pianodizona.accordo.web;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.accordo.AccordoDiProgramma;
import it.pianodizona.accordo.Adesioni;
import it.pianodizona.accordo.QuadriDelleFirme;
import it.pianodizona.accordo.QuadroDelleFirme;
import it.pianodizona.accordo.Sottoscrittore;
import it.pianodizona.accordo.TestiAccordo;
import it.pianodizona.accordo.VerificheFirma;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.motore.accesso.Funzionario;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Piano;
import it.pianodizona.piano.Proroghe;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * The offices' pages of an Accordo: who signed, and where a body uploads its signed file. Whoever
 * works in the Ambito reads; each body writes for itself; the office changes the signatories.
 */
@Controller
@RequestMapping("/accordo/{pianoId}")
class AccordoController {

  private static final String UFFICIO = "ufficio-di-piano";

  private final Piani piani;
  private final Proroghe proroghe;
  private final Anagrafica anagrafica;
  private final Accordi accordi;
  private final QuadriDelleFirme quadri;
  private final VerificheFirma verifiche;
  private final TestiAccordo testi;
  private final Adesioni adesioni;
  private final Fascicolo fascicolo;

  AccordoController(
      Piani piani,
      Proroghe proroghe,
      Anagrafica anagrafica,
      Accordi accordi,
      QuadriDelleFirme quadri,
      VerificheFirma verifiche,
      TestiAccordo testi,
      Adesioni adesioni,
      Fascicolo fascicolo) {
    this.piani = piani;
    this.proroghe = proroghe;
    this.anagrafica = anagrafica;
    this.accordi = accordi;
    this.quadri = quadri;
    this.verifiche = verifiche;
    this.testi = testi;
    this.adesioni = adesioni;
    this.fascicolo = fascicolo;
  }

  @GetMapping
  String quadro(
      @PathVariable long pianoId, @AuthenticationPrincipal Funzionario chi, Model modello) {
    return quadro(leggibile(pianoId, chi), chi, modello);
  }

  @PostMapping("/sottoscrittori")
  String ricalcola(
      @PathVariable long pianoId,
      @RequestParam(defaultValue = "") String atto,
      @RequestParam(defaultValue = "") String dataAtto,
      @AuthenticationPrincipal Funzionario chi,
      Model modello,
      HttpServletResponse risposta) {
    Piano piano = leggibile(pianoId, chi);
    AccordoDiProgramma accordo =
        accordi.inCorso(pianoId).orElseThrow(AccordoController::inesistente);
    if (!chi.opera(piano.codiceAmbito(), UFFICIO)) {
      throw inesistente();
    }
    try {
      if (atto.strip().length() < 3 || atto.strip().length() > 120) {
        throw DatoNonValido.regola("Atto", "servono da 3 a 120 caratteri.");
      }
      accordi.ricalcola(accordo.id(), atto.strip(), data(dataAtto), chi.utente());
      return "redirect:/accordo/" + pianoId + "?variati";
    } catch (DatoNonValido rifiuto) {
      modello.addAttribute("atto", atto);
      modello.addAttribute("dataAtto", dataAtto);
      rifiutato(rifiuto, modello, risposta);
      return quadro(piano, chi, modello);
    }
  }

  @GetMapping("/testo")
  ResponseEntity<byte[]> testo(
      @PathVariable long pianoId, @AuthenticationPrincipal Funzionario chi) {
    leggibile(pianoId, chi);
    return scarica(
        accordi
            .ultimo(pianoId)
            .map(AccordoDiProgramma::testoId)
            .flatMap(testi::documento)
            .orElseThrow(AccordoController::inesistente));
  }

  @GetMapping("/firma/{firmaId}")
  String firma(
      @PathVariable long pianoId,
      @PathVariable long firmaId,
      @AuthenticationPrincipal Funzionario chi,
      Model modello) {
    return firma(leggibile(pianoId, chi), sottoscrittore(pianoId, firmaId), chi, modello);
  }

  @PostMapping("/firma/{firmaId}")
  String carica(
      @PathVariable long pianoId,
      @PathVariable long firmaId,
      @RequestParam(name = "file", required = false) MultipartFile file,
      @AuthenticationPrincipal Funzionario chi,
      Model modello,
      HttpServletResponse risposta)
      throws IOException {
    Piano piano = leggibile(pianoId, chi);
    Sottoscrittore ente = scrivibile(piano, firmaId, chi);
    try {
      if (file == null || file.isEmpty()) {
        throw DatoNonValido.regola("File firmato", "scegliere il file prima di inviarlo.");
      }
      verifiche.carica(firmaId, file.getOriginalFilename(), file.getBytes(), chi.utente());
      return "redirect:/accordo/%d/firma/%d?caricato".formatted(pianoId, firmaId);
    } catch (DatoNonValido rifiuto) {
      rifiutato(rifiuto, modello, risposta);
      return firma(piano, ente, chi, modello);
    }
  }

  @PostMapping("/firma/{firmaId}/conferma")
  String conferma(
      @PathVariable long pianoId,
      @PathVariable long firmaId,
      @RequestParam long verifica,
      @RequestParam(defaultValue = "") String motivo,
      @AuthenticationPrincipal Funzionario chi,
      Model modello,
      HttpServletResponse risposta) {
    Piano piano = leggibile(pianoId, chi);
    Sottoscrittore ente = scrivibile(piano, firmaId, chi);
    try {
      verifiche.conferma(firmaId, verifica, motivo, chi.utente());
      return "redirect:/accordo/%d/firma/%d?confermato".formatted(pianoId, firmaId);
    } catch (DatoNonValido rifiuto) {
      modello.addAttribute("motivo", motivo);
      rifiutato(rifiuto, modello, risposta);
      return firma(piano, ente, chi, modello);
    }
  }

  @GetMapping("/firma/{firmaId}/file/{documentoId}")
  ResponseEntity<byte[]> file(
      @PathVariable long pianoId,
      @PathVariable long firmaId,
      @PathVariable long documentoId,
      @AuthenticationPrincipal Funzionario chi) {
    leggibile(pianoId, chi);
    sottoscrittore(pianoId, firmaId);
    return scarica(
        fascicolo.di(pianoId, "firma:" + firmaId).stream()
            .filter(documento -> documento.id() == documentoId)
            .findFirst()
            .orElseThrow(AccordoController::inesistente));
  }

  private String quadro(Piano piano, Funzionario chi, Model modello) {
    comune(piano, modello);
    var accordo = accordi.ultimo(piano.id());
    modello.addAttribute("quadro", accordo.map(a -> quadri.quadro(a.id())).orElse(null));
    modello.addAttribute(
        "testo", accordo.map(AccordoDiProgramma::testoId).flatMap(testi::documento).orElse(null));
    modello.addAttribute(
        "trasmissione", accordo.flatMap(a -> accordi.trasmissione(a.id())).orElse(null));
    modello.addAttribute("proroghe", proroghe.delPiano(piano.id()));
    modello.addAttribute("precedente", proroghe.precedente(piano.id()).orElse(null));
    modello.addAttribute("mancati", proroghe.mancati(piano.id()));
    modello.addAttribute("adesioni", adesioni.delPiano(piano.id()));
    modello.addAttribute(
        "puoVariare",
        chi.opera(piano.codiceAmbito(), UFFICIO)
            && accordo
                .filter(a -> accordi.inCorso(piano.id()).isPresent())
                .map(a -> quadri.quadro(a.id()))
                .filter(q -> q.mancano() > 0)
                .isPresent());
    return "accordo/quadro";
  }

  private String firma(Piano piano, Sottoscrittore ente, Funzionario chi, Model modello) {
    comune(piano, modello);
    QuadroDelleFirme quadro = quadri.quadro(ente.accordoId());
    var riga =
        quadro.enti().stream().filter(r -> r.firmaId() == ente.firmaId()).findFirst().orElse(null);
    modello.addAttribute("ente", ente);
    modello.addAttribute("riga", riga);
    modello.addAttribute("quadro", quadro);
    modello.addAttribute(
        "testo",
        quadro.accordo().testoId() == null
            ? null
            : testi.documento(quadro.accordo().testoId()).orElse(null));
    modello.addAttribute("caricati", verifiche.caricati(ente.firmaId()));
    modello.addAttribute(
        "puoCaricare", riga != null && riga.manca() && puoScrivere(piano, ente, chi));
    return "accordo/firma";
  }

  private void comune(Piano piano, Model modello) {
    modello.addAttribute("piano", piano);
    modello.addAttribute("ambito", anagrafica.ambito(piano.codiceAmbito()));
  }

  /** A plan of an Ambito the person works in; any other does not exist for him or her. */
  private Piano leggibile(long pianoId, Funzionario chi) {
    Piano piano;
    try {
      piano = piani.piano(pianoId);
    } catch (DatoNonValido sconosciuto) {
      throw inesistente();
    }
    if (!chi.amministratore() && !chi.ambiti().contains(piano.codiceAmbito())) {
      throw inesistente();
    }
    return piano;
  }

  private Sottoscrittore sottoscrittore(long pianoId, long firmaId) {
    try {
      Sottoscrittore ente = accordi.sottoscrittore(firmaId);
      if (accordi.accordo(ente.accordoId()).pianoId() == pianoId) {
        return ente;
      }
    } catch (DatoNonValido sconosciuto) {
      throw inesistente();
    }
    throw inesistente();
  }

  private Sottoscrittore scrivibile(Piano piano, long firmaId, Funzionario chi) {
    Sottoscrittore ente = sottoscrittore(piano.id(), firmaId);
    if (!puoScrivere(piano, ente, chi)) {
      throw inesistente();
    }
    return ente;
  }

  private static boolean puoScrivere(Piano piano, Sottoscrittore ente, Funzionario chi) {
    return chi.opera(piano.codiceAmbito(), ente.gruppo());
  }

  private static void rifiutato(
      DatoNonValido rifiuto, Model modello, HttpServletResponse risposta) {
    risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    modello.addAttribute("errore", rifiuto.getMessage());
  }

  private static LocalDate data(String testo) {
    try {
      return LocalDate.parse(testo);
    } catch (DateTimeParseException e) {
      throw new DatoNonValido("Data dell'atto", testo, "una data");
    }
  }

  private ResponseEntity<byte[]> scarica(Documento documento) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(documento.tipoContenuto()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(documento.nomeFile(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(fascicolo.contenuto(documento.id()));
  }

  private static ResponseStatusException inesistente() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
