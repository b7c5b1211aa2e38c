package it.pianodizona.documento.web;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.documento.Confronto;
import it.pianodizona.documento.Contenuto;
import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.DocumentoDiPiano;
import it.pianodizona.documento.ModificaSuperata;
import it.pianodizona.documento.Parte;
import it.pianodizona.documento.Redazione;
import it.pianodizona.documento.StampeDelDocumento;
import it.pianodizona.documento.StatoSezione;
import it.pianodizona.documento.Stesura;
import it.pianodizona.documento.Testi;
import it.pianodizona.documento.TestoSezione;
import it.pianodizona.fascicolo.FormatoFile;
import it.pianodizona.fascicolo.web.AccessoAiPiani;
import it.pianodizona.motore.accesso.Funzionario;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

/** The document: its parts, their texts and history, the comparison of versions, the files. */
@Controller
@RequestMapping("/documento/{pianoId:\\d{1,18}}")
class DocumentoController {

  private final PaginaDelDocumento pagina;
  private final Documenti documenti;
  private final Redazione redazione;
  private final StampeDelDocumento stampe;

  DocumentoController(
      PaginaDelDocumento pagina,
      Documenti documenti,
      Redazione redazione,
      StampeDelDocumento stampe) {
    this.pagina = pagina;
    this.documenti = documenti;
    this.redazione = redazione;
    this.stampe = stampe;
  }

  @GetMapping
  String documento(
      @AuthenticationPrincipal Funzionario chi, @PathVariable long pianoId, Model modello) {
    var cominciato = pagina.seCominciato(chi, pianoId, modello);
    if (cominciato.isEmpty()) {
      return "documento/da-cominciare";
    }
    long id = cominciato.get().documento().id();
    var mancanze = redazione.mancanze(id, EnumSet.allOf(Parte.class));
    modello.addAttribute("sezioni", redazione.sezioni(id));
    modello.addAttribute("mancanze", mancanze);
    modello.addAttribute("risorse", redazione.risorse(id));
    modello.addAttribute("obiettivi", documenti.obiettiviDelDocumento(id));
    modello.addAttribute("esiti", redazione.esiti(id));
    modello.addAttribute("versioni", documenti.versioni(pianoId));
    modello.addAttribute("osservazioni", documenti.osservazioniDaRecepire(id));
    modello.addAttribute("pareri", documenti.pareri(id));
    return "documento/documento";
  }

  @GetMapping("/parti/{numero:[1-7]}")
  String parte(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable int numero,
      Model modello) {
    var aperto = pagina.leggi(chi, pianoId, modello);
    var sezione = redazione.sezione(aperto.documento().id(), Parte.di(numero));
    modello.addAttribute(
        "scritto",
        new Scritto(
            sezione.testoOVuoto(),
            sezione.stato().name(),
            sezione.responsabile() == null ? "" : sezione.responsabile(),
            sezione.revisione()));
    return mostra(chi, aperto, Parte.di(numero), modello);
  }

  /** What somebody typed, shown again when it cannot be saved. */
  record Scritto(String testo, String stato, String responsabile, int revisione) {}

  @PostMapping("/parti/{numero:[1-7]}")
  String scrivi(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable int numero,
      @RequestParam int revisione,
      @RequestParam(defaultValue = "") String testo,
      @RequestParam(defaultValue = "") String stato,
      @RequestParam(defaultValue = "") String responsabile,
      Model modello,
      HttpServletResponse risposta) {
    var aperto = pagina.scrivi(chi, pianoId, modello);
    var parte = Parte.di(numero);
    long id = aperto.documento().id();
    try {
      redazione.scrivi(
          id, parte, revisione, new TestoSezione(testo, stato(stato), responsabile), chi.utente());
      return "redirect:/documento/%d/parti/%d?salvato".formatted(pianoId, numero);
    } catch (ModificaSuperata e) {
      var attuale = redazione.sezione(id, parte);
      risposta.setStatus(HttpStatus.CONFLICT.value());
      modello.addAttribute("errore", e.getMessage());
      modello.addAttribute("differenze", Confronto.testi(attuale.testo(), Testi.pulito(testo)));
      modello.addAttribute("scritto", new Scritto(testo, stato, responsabile, attuale.revisione()));
    } catch (DatoNonValido e) {
      risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      modello.addAttribute("errore", e.getMessage());
      modello.addAttribute("scritto", new Scritto(testo, stato, responsabile, revisione));
    }
    return mostra(chi, aperto, parte, modello);
  }

  private static StatoSezione stato(String nome) {
    return Arrays.stream(StatoSezione.values())
        .filter(stato -> stato.name().equals(nome))
        .findFirst()
        .orElseThrow(
            () ->
                new DatoNonValido(
                    "Stato",
                    nome,
                    Arrays.stream(StatoSezione.values())
                        .map(StatoSezione::descrizione)
                        .collect(Collectors.joining(", "))));
  }

  private String mostra(
      Funzionario chi, PaginaDelDocumento.Aperto aperto, Parte parte, Model modello) {
    long id = aperto.documento().id();
    modello.addAttribute("parte", parte);
    modello.addAttribute("sezione", redazione.sezione(id, parte));
    modello.addAttribute("modificabile", pagina.modificabile(chi, aperto, parte));
    modello.addAttribute("mancanze", redazione.mancanze(id, EnumSet.of(parte)));
    modello.addAttribute("storia", redazione.storia(id, parte));
    modello.addAttribute("stati", StatoSezione.values());
    modello.addAttribute(
        "osservazioni",
        documenti.osservazioniDaRecepire(id).stream()
            .filter(o -> o.parte() == null || o.parte() == parte)
            .toList());
    if (parte == Parte.ESITI) {
      modello.addAttribute("esiti", redazione.esiti(id));
    }
    if (parte == Parte.OBIETTIVI) {
      modello.addAttribute("obiettivi", documenti.obiettiviDelDocumento(id));
      modello.addAttribute("fondi", redazione.fondi(id));
      modello.addAttribute("risorse", redazione.risorse(id));
    }
    return "documento/parte";
  }

  /** One entry of the history of a part, with what changed since the one before of its kind. */
  @GetMapping("/stesure/{stesuraId:\\d{1,18}}")
  String stesura(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable long stesuraId,
      Model modello) {
    var aperto = pagina.leggi(chi, pianoId, modello);
    long id = aperto.documento().id();
    var stesura = redazione.stesura(id, stesuraId).orElseThrow(AccessoAiPiani::inesistente);
    var precedente =
        redazione.storia(id, stesura.parte()).stream()
            .filter(s -> s.id() < stesuraId && s.oggetto().equals(stesura.oggetto()))
            .max(Comparator.comparingLong(Stesura::id))
            .map(Stesura::testo)
            .orElse(null);
    modello.addAttribute("stesura", stesura);
    modello.addAttribute("righe", Confronto.testi(precedente, stesura.testo()));
    return "documento/stesura";
  }

  @GetMapping("/confronto")
  String confronto(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @RequestParam(defaultValue = "") String da,
      @RequestParam(defaultValue = "") String a,
      Model modello) {
    pagina.leggi(chi, pianoId, modello);
    var versioni = documenti.versioni(pianoId);
    var dopo = scegli(versioni, a).orElse(versioni.get(0));
    var prima = scegli(versioni, da).orElse(versioni.get(Math.min(1, versioni.size() - 1)));
    modello.addAttribute("versioni", versioni);
    modello.addAttribute("da", prima.versione());
    modello.addAttribute("a", dopo.versione());
    modello.addAttribute(
        "parti", Confronto.versioni(stampe.contenuto(prima.id()), stampe.contenuto(dopo.id())));
    return "documento/confronto";
  }

  private static Optional<DocumentoDiPiano> scegli(List<DocumentoDiPiano> versioni, String numero) {
    return versioni.stream().filter(v -> String.valueOf(v.versione()).equals(numero)).findFirst();
  }

  @GetMapping("/versioni/{versione:\\d{1,6}}.pdf")
  ResponseEntity<byte[]> pdf(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable String versione) {
    var contenuto = contenuto(chi, pianoId, versione);
    return file(contenuto, FormatoFile.PDF, stampe.pdf(contenuto));
  }

  @GetMapping("/versioni/{versione:\\d{1,6}}.docx")
  ResponseEntity<byte[]> docx(
      @AuthenticationPrincipal Funzionario chi,
      @PathVariable long pianoId,
      @PathVariable String versione) {
    var contenuto = contenuto(chi, pianoId, versione);
    return file(contenuto, FormatoFile.DOCX, stampe.docx(contenuto));
  }

  private Contenuto contenuto(Funzionario chi, long pianoId, String versione) {
    pagina.leggi(chi, pianoId, null);
    return stampe.contenuto(
        scegli(documenti.versioni(pianoId), versione)
            .orElseThrow(AccessoAiPiani::inesistente)
            .id());
  }

  private static ResponseEntity<byte[]> file(
      Contenuto contenuto, FormatoFile formato, byte[] file) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(formato.tipoContenuto()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(contenuto.nomeFile() + "." + formato.estensione())
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(file);
  }
}
