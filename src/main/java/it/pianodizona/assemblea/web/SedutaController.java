package it.pianodizona.assemblea.web;

import static it.pianodizona.comune.DateItaliane.GIORNO_E_ORA;
import static it.pianodizona.comune.DateItaliane.PER_ESTESO;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.assemblea.Assemblea;
import it.pianodizona.assemblea.AvvisoDiSeduta;
import it.pianodizona.assemblea.Movimento;
import it.pianodizona.assemblea.Punto;
import it.pianodizona.assemblea.Quadro;
import it.pianodizona.assemblea.Rappresentante;
import it.pianodizona.assemblea.Sedute;
import it.pianodizona.assemblea.Votazione;
import it.pianodizona.assemblea.Voto;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.motore.accesso.Funzionario;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The register of a sitting as its president and the office keep it: roll call, delegates, votes,
 * corrections, proof of the notices. Reading it costs the same few queries for any number of
 * Comuni.
 */
@Controller
@RequestMapping("/assemblea/{sedutaId:\\d{1,18}}")
public class SedutaController {

  private static final DateTimeFormatter ORA = DateTimeFormatter.ofPattern("HH:mm");
  private static final String VOTO = "voto.";

  private final Sedute sedute;
  private final Assemblea assemblea;
  private final Anagrafica anagrafica;
  private final Fascicolo fascicolo;
  private final Clock orologio;

  SedutaController(
      Sedute sedute,
      Assemblea assemblea,
      Anagrafica anagrafica,
      Fascicolo fascicolo,
      Clock orologio) {
    this.sedute = sedute;
    this.assemblea = assemblea;
    this.anagrafica = anagrafica;
    this.fascicolo = fascicolo;
    this.orologio = orologio;
  }

  @GetMapping
  ModelAndView registro(
      @PathVariable long sedutaId,
      @RequestParam MultiValueMap<String, String> parametri,
      @AuthenticationPrincipal Funzionario chi) {
    return pagina(apri(sedutaId, chi), parametri, chi, null);
  }

  @PostMapping("/presenze")
  ModelAndView presenze(
      @PathVariable long sedutaId,
      @RequestParam MultiValueMap<String, String> dati,
      @AuthenticationPrincipal Funzionario chi) {
    return scrivi(
        sedutaId,
        dati,
        chi,
        "presenze",
        () ->
            sedute.registra(
                sedutaId,
                scelta(Movimento.Tipo.class, "Presenze", dati.getFirst("azione")),
                new LinkedHashSet<>(dati.getOrDefault("comuni", List.of())),
                ora(dati.getFirst("ora")),
                chi.utente()));
  }

  @PostMapping("/presenze/{movimentoId:\\d{1,18}}/annulla")
  ModelAndView annulla(
      @PathVariable long sedutaId,
      @PathVariable long movimentoId,
      @RequestParam MultiValueMap<String, String> dati,
      @AuthenticationPrincipal Funzionario chi) {
    return scrivi(
        sedutaId,
        dati,
        chi,
        "annullata",
        () -> sedute.annulla(sedutaId, movimentoId, dati.getFirst("motivo"), chi.utente()));
  }

  @PostMapping("/rappresentanti")
  ModelAndView rappresentanti(
      @PathVariable long sedutaId,
      @RequestParam MultiValueMap<String, String> dati,
      @AuthenticationPrincipal Funzionario chi) {
    return scrivi(
        sedutaId,
        dati,
        chi,
        "rappresentante",
        () ->
            sedute.rappresenta(
                sedutaId,
                new Rappresentante(
                    dati.getFirst("comune"),
                    scelta(Rappresentante.Qualita.class, "In qualità di", dati.getFirst("qualita")),
                    dati.getFirst("nome"),
                    dati.getFirst("carica"),
                    dati.getFirst("atto")),
                chi.utente()));
  }

  @PostMapping("/voti")
  ModelAndView voti(
      @PathVariable long sedutaId,
      @RequestParam MultiValueMap<String, String> dati,
      @AuthenticationPrincipal Funzionario chi) {
    return scrivi(
        sedutaId,
        dati,
        chi,
        "voto",
        () ->
            sedute.vota(
                sedutaId,
                scelta(Punto.class, "Punto", dati.getFirst("punto")),
                ora(dati.getFirst("ora")),
                voti(dati),
                chi.utente()));
  }

  @PostMapping("/voti/{votazioneId:\\d{1,18}}/correggi")
  ModelAndView correggi(
      @PathVariable long sedutaId,
      @PathVariable long votazioneId,
      @RequestParam MultiValueMap<String, String> dati,
      @AuthenticationPrincipal Funzionario chi) {
    return scrivi(
        sedutaId,
        dati,
        chi,
        "corretto",
        () ->
            sedute.correggi(
                sedutaId, votazioneId, voti(dati), dati.getFirst("motivo"), chi.utente()));
  }

  @PostMapping("/ricevute")
  ModelAndView ricevute(
      @PathVariable long sedutaId,
      @RequestParam MultiValueMap<String, String> dati,
      @AuthenticationPrincipal Funzionario chi) {
    return scrivi(
        sedutaId,
        dati,
        chi,
        "ricevuta",
        () ->
            assemblea.registraRicevuta(
                sedutaId,
                dati.getFirst("comune"),
                new AvvisoDiSeduta.Ricevuta(
                    scelta(AvvisoDiSeduta.Mezzo.class, "Mezzo", dati.getFirst("mezzo")),
                    giornoEOra(dati.getFirst("ricevuto")),
                    dati.getFirst("estremi")),
                chi.utente()));
  }

  /** The verbale, or the delibera that was taken in this sitting. */
  @GetMapping("/documenti/{documentoId:\\d{1,18}}")
  ResponseEntity<byte[]> documento(
      @PathVariable long sedutaId,
      @PathVariable long documentoId,
      @AuthenticationPrincipal Funzionario chi) {
    Documento documento =
        documenti(apri(sedutaId, chi)).stream()
            .filter(d -> d.id() == documentoId)
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(documento.nomeFile()).build().toString())
        .body(fascicolo.contenuto(documentoId));
  }

  /** A moment as the page shows it: the hour, and the day too when it is another. */
  public String ora(ZonedDateTime quando) {
    return ORA.format(quando.withZoneSameInstant(Termini.ROMA));
  }

  /** A day and hour as the page shows them. */
  public String giornoEOra(ZonedDateTime quando) {
    return GIORNO_E_ORA.format(quando.withZoneSameInstant(Termini.ROMA));
  }

  /** A whole number with the Italian thousands. */
  public String numero(long valore) {
    return String.format(Locale.ITALY, "%,d", valore);
  }

  private Quadro apri(long sedutaId, Funzionario chi) {
    try {
      Quadro quadro = sedute.quadro(sedutaId);
      Ufficio.legge(chi, quadro.piano().codiceAmbito());
      return quadro;
    } catch (DatoNonValido inesistente) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, inesistente);
    }
  }

  private ModelAndView scrivi(
      long sedutaId,
      MultiValueMap<String, String> dati,
      Funzionario chi,
      String fatto,
      Runnable registrazione) {
    Quadro prima = apri(sedutaId, chi);
    Ufficio.seNo(Ufficio.scrive(chi, prima.piano().codiceAmbito()));
    try {
      registrazione.run();
    } catch (DatoNonValido rifiuto) {
      ModelAndView pagina = pagina(sedute.quadro(sedutaId), dati, chi, rifiuto.getMessage());
      pagina.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return pagina;
    }
    var indirizzo = UriComponentsBuilder.fromPath("/assemblea/{id}").queryParam("fatto", fatto);
    String compito = compito(dati);
    if (compito != null) {
      indirizzo.queryParam("compito", compito);
    }
    return new ModelAndView("redirect:" + indirizzo.build(sedutaId));
  }

  private ModelAndView pagina(
      Quadro quadro, MultiValueMap<String, String> inviato, Funzionario chi, String errore) {
    var pagina = new ModelAndView("assemblea/seduta");
    Map<String, Object> modello = pagina.getModel();
    var seduta = quadro.seduta();
    String codiceAmbito = quadro.piano().codiceAmbito();
    modello.put("q", quadro);
    modello.put("p", this);
    modello.put("ambito", anagrafica.ambito(codiceAmbito).denominazione());
    modello.put("quando", PER_ESTESO.format(seduta.inizio()));
    modello.put("cominciata", !ZonedDateTime.now(orologio).isBefore(seduta.inizio()));
    modello.put("scrive", quadro.aperta() && Ufficio.scrive(chi, codiceAmbito));
    modello.put("registra", Ufficio.scrive(chi, codiceAmbito));
    modello.put("presenze", quadro.presenze());
    modello.put("inAula", quadro.componenti(quadro.presenti()));
    modello.put("inviato", errore == null ? new LinkedMultiValueMap<>() : inviato);
    modello.put("errore", errore);
    modello.put("fatto", errore == null ? inviato.getFirst("fatto") : null);
    modello.put("compito", compito(inviato));
    modello.put("daCorreggere", errore == null ? daCorreggere(quadro, inviato) : null);
    modello.put("avvisi", assemblea.avvisi(seduta.id()));
    modello.put("documenti", documenti(quadro));
    modello.put("qualita", Rappresentante.Qualita.values());
    modello.put("mezzi", AvvisoDiSeduta.Mezzo.values());
    modello.put("voti", Voto.values());
    modello.put("annullati", annullati(quadro));
    return pagina;
  }

  private List<Documento> documenti(Quadro quadro) {
    return fascicolo.di(quadro.piano().pianoId(), "seduta:" + quadro.seduta().id());
  }

  private static Set<Long> annullati(Quadro quadro) {
    var annullati = new LinkedHashSet<Long>();
    quadro.movimenti().stream()
        .filter(m -> m.corregge() != null)
        .forEach(m -> annullati.add(m.corregge()));
    return annullati;
  }

  private static Votazione daCorreggere(Quadro quadro, MultiValueMap<String, String> parametri) {
    String id = parametri.getFirst("correggi");
    return quadro.correnti().stream()
        .filter(v -> String.valueOf(v.id()).equals(id))
        .findFirst()
        .orElse(null);
  }

  private static String compito(MultiValueMap<String, String> parametri) {
    String compito = parametri.getFirst("compito");
    return compito != null && compito.matches("[0-9A-Za-z-]{1,64}") ? compito : null;
  }

  private static Map<String, Voto> voti(MultiValueMap<String, String> dati) {
    var voti = new HashMap<String, Voto>();
    dati.forEach(
        (campo, valori) -> {
          if (campo.startsWith(VOTO)) {
            voti.put(campo.substring(VOTO.length()), scelta(Voto.class, "Voto", valori.get(0)));
          }
        });
    return voti;
  }

  private static LocalTime ora(String testo) {
    if (testo == null || testo.isBlank()) {
      return null;
    }
    try {
      return LocalTime.parse(testo);
    } catch (DateTimeParseException e) {
      throw new DatoNonValido("Ora", testo, "un'ora, per esempio 18:05");
    }
  }

  private static ZonedDateTime giornoEOra(String testo) {
    try {
      return testo == null || testo.isBlank()
          ? null
          : LocalDateTime.parse(testo).atZone(Termini.ROMA);
    } catch (DateTimeParseException e) {
      throw new DatoNonValido("Data della ricevuta", testo, "un giorno con l'ora");
    }
  }

  private static <E extends Enum<E>> E scelta(Class<E> tipo, String campo, String valore) {
    return Stream.of(tipo.getEnumConstants())
        .filter(costante -> costante.name().equals(valore))
        .findFirst()
        .orElseThrow(() -> new DatoNonValido(campo, valore, "una delle scelte proposte"));
  }
}
