package it.pianodizona.premialita.web;

import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.DateItaliane;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import it.pianodizona.comune.FoglioCsv;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.accesso.Funzionario;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Triennio;
import it.pianodizona.premialita.AttoDiLiquidazione;
import it.pianodizona.premialita.Pagamenti;
import it.pianodizona.premialita.Premialita;
import it.pianodizona.premialita.Progetti;
import it.pianodizona.premialita.Progetto;
import it.pianodizona.premialita.QuadroPremialita;
import it.pianodizona.premialita.Recessi;
import it.pianodizona.premialita.Recesso;
import it.pianodizona.premialita.SituazionePremialita;
import it.pianodizona.premialita.libro.Movimento;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is assigned, paid and left, by triennio and Ambito, with the movements. An office sees its
 * own Ambito, an ATS its Ambiti, the Region all; only the Region reverses payments, and only an
 * Ambito of the project, or the Region, records that one leaves.
 */
@Controller
@RequestMapping("/ufficio/premialita")
class PremialitaController {

  private static final String PIANO = "/{codiceAmbito:\\d{5}}/{triennio:\\d{4}-\\d{4}}";
  private static final String ATTO = "[A-Za-z0-9][A-Za-z0-9 ./-]{0,59}";

  private final Premialita premialita;
  private final Pagamenti pagamenti;
  private final Progetti progetti;
  private final Recessi recessi;
  private final QuadroPremialita quadro;
  private final Piani piani;
  private final Anagrafica anagrafica;

  PremialitaController(
      Premialita premialita,
      Pagamenti pagamenti,
      Progetti progetti,
      Recessi recessi,
      QuadroPremialita quadro,
      Piani piani,
      Anagrafica anagrafica) {
    this.premialita = premialita;
    this.pagamenti = pagamenti;
    this.progetti = progetti;
    this.recessi = recessi;
    this.quadro = quadro;
    this.piani = piani;
    this.anagrafica = anagrafica;
  }

  /**
   * A project as the page shows it.
   *
   * @param blocchi why what is due is not paid now
   * @param possonoRecedere Ambiti that who asks may record as leaving, by code
   */
  public record Riga(
      Progetto progetto,
      List<String> partner,
      List<String> receduti,
      List<String> blocchi,
      Map<String, String> possonoRecedere) {}

  @GetMapping
  ModelAndView elenco(
      @RequestParam(defaultValue = "") String triennio, @AuthenticationPrincipal Funzionario chi) {
    var trienni = trienni();
    var scelto = trienni.contains(triennio) ? triennio : trienni.isEmpty() ? "" : trienni.get(0);
    var righe = visibili(scelto, chi);
    return new ModelAndView("premialita/elenco")
        .addObject("trienni", trienni)
        .addObject("triennio", scelto)
        .addObject("righe", righe)
        .addObject("nomi", nomi())
        .addObject("assegnata", somma(righe, SituazionePremialita::assegnata))
        .addObject("liquidata", somma(righe, SituazionePremialita::liquidata))
        .addObject("residua", somma(righe, SituazionePremialita::residua))
        .addObject("regione", Lettori.regione(chi))
        .addObject("letture", premialita.letture());
  }

  /** The movements of the Ambiti that who asks may see. */
  @GetMapping("/movimenti.csv")
  ResponseEntity<byte[]> movimenti(
      @RequestParam(defaultValue = "") String triennio, @AuthenticationPrincipal Funzionario chi) {
    var scelto = triennio.isEmpty() ? trienni().stream().findFirst().orElse("") : triennio;
    Lettori.seNo(scelto.isEmpty() || trienni().contains(scelto));
    var perPiano =
        visibili(scelto, chi).stream()
            .collect(Collectors.toMap(SituazionePremialita::pianoId, Function.identity()));
    var nomi = nomi();
    var foglio =
        new FoglioCsv(
            "numero",
            "registrato",
            "triennio",
            "codice ambito",
            "ambito",
            "progetto",
            "causale",
            "conto dare",
            "conto avere",
            "importo",
            "atto",
            "data atto",
            "beneficiario",
            "presupposto",
            "storna");
    for (var m : premialita.scritture(scelto)) {
      var situazione = perPiano.get(m.pianoId());
      if (situazione != null) {
        foglio.riga(
            Arrays.asList(
                m.numero(),
                DateItaliane.ISTANTE.format(m.registrato().atZoneSameInstant(Termini.ROMA)),
                scelto,
                situazione.codiceAmbito(),
                nomi.get(situazione.codiceAmbito()),
                m.progettoId(),
                m.tipo().descrizione(),
                m.dare().descrizione(),
                m.avere().descrizione(),
                m.importo().importo().toPlainString().replace('.', ','),
                m.atto(),
                DateItaliane.GIORNO.format(m.data()),
                m.beneficiario(),
                m.presupposto(),
                m.storna() == null ? null : numero(m.storna())));
      }
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("premialita-" + scelto + ".csv")
                .build()
                .toString())
        .body(foglio.toString().getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping(PIANO)
  ModelAndView ambito(
      @PathVariable String codiceAmbito,
      @PathVariable String triennio,
      @AuthenticationPrincipal Funzionario chi) {
    return pagina(piano(codiceAmbito, triennio, chi), chi);
  }

  @PostMapping(PIANO + "/recesso")
  ModelAndView recede(
      @PathVariable String codiceAmbito,
      @PathVariable String triennio,
      @RequestParam long progettoId,
      @RequestParam(defaultValue = "") String ambito,
      @RequestParam(defaultValue = "") String atto,
      @RequestParam(defaultValue = "") String data,
      @RequestParam(defaultValue = "") String motivo,
      @AuthenticationPrincipal Funzionario chi) {
    var piano = piano(codiceAmbito, triennio, chi);
    var possono =
        Stream.concat(premialita.progetti(piano.pianoId()).stream(), altrui(piano).stream())
            .filter(p -> p.id() == progettoId)
            .findFirst()
            .map(p -> possonoRecedere(p, chi, nomi()))
            .orElseThrow(Lettori::inesistente);
    return esegui(
        piano,
        chi,
        "recesso",
        () -> {
          if (!possono.containsKey(ambito)) {
            throw new DatoNonValido("Ambito che recede", ambito, "uno degli Ambiti dell'elenco");
          }
          recessi.recede(
              progettoId,
              new Recesso(
                  ambito, atto("Atto", atto), giorno("Data dell'atto", data), motivo(motivo)),
              chi.utente());
        });
  }

  @PostMapping(PIANO + "/storno")
  ModelAndView storna(
      @PathVariable String codiceAmbito,
      @PathVariable String triennio,
      @RequestParam long movimentoId,
      @RequestParam(defaultValue = "") String atto,
      @RequestParam(defaultValue = "") String data,
      @RequestParam(defaultValue = "") String motivo,
      @RequestParam(defaultValue = "false") boolean annullaRecuperi,
      @AuthenticationPrincipal Funzionario chi) {
    var piano = piano(codiceAmbito, triennio, chi);
    delPiano(piano, movimentoId, chi);
    return esegui(
        piano,
        chi,
        "storno",
        () ->
            pagamenti.storna(
                movimentoId,
                liquidazione(atto, data),
                motivo(motivo),
                annullaRecuperi,
                chi.utente()));
  }

  @PostMapping(PIANO + "/ripeti")
  ModelAndView ripeti(
      @PathVariable String codiceAmbito,
      @PathVariable String triennio,
      @RequestParam long movimentoId,
      @RequestParam(defaultValue = "") String atto,
      @RequestParam(defaultValue = "") String data,
      @AuthenticationPrincipal Funzionario chi) {
    var piano = piano(codiceAmbito, triennio, chi);
    delPiano(piano, movimentoId, chi);
    return esegui(
        piano,
        chi,
        "pagamento",
        () -> pagamenti.ripeti(movimentoId, liquidazione(atto, data), chi.utente()));
  }

  private ModelAndView esegui(
      RiferimentoPiano piano, Funzionario chi, String fatto, Runnable azione) {
    try {
      azione.run();
    } catch (DatoNonValido e) {
      var pagina = pagina(piano, chi);
      pagina.setStatus(HttpStatus.BAD_REQUEST);
      return pagina.addObject("errore", e.getMessage());
    }
    return new ModelAndView(
        "redirect:/ufficio/premialita/%s/%s?fatto=%s"
            .formatted(piano.codiceAmbito(), piano.triennio(), fatto));
  }

  private ModelAndView pagina(RiferimentoPiano piano, Funzionario chi) {
    var scritture = premialita.scritture(piano.pianoId());
    var stornati = new HashSet<Long>();
    scritture.stream().map(Movimento::storna).filter(Objects::nonNull).forEach(stornati::add);
    return new ModelAndView("premialita/ambito")
        .addObject("piano", piano)
        .addObject("ambito", anagrafica.ambito(piano.codiceAmbito()).denominazione())
        .addObject("beneficiario", premialita.beneficiario(piano.codiceAmbito()))
        .addObject("saldi", premialita.saldi(piano.pianoId()))
        .addObject("righe", righe(piano, chi))
        .addObject("altrui", altrui(piano))
        .addObject(
            "recedeDaAltrui",
            Lettori.regione(chi) || chi.opera(piano.codiceAmbito(), Lettori.UFFICIO)
                ? Map.of(piano.codiceAmbito(), nomi().get(piano.codiceAmbito()))
                : Map.of())
        .addObject("nomi", nomi())
        .addObject("scritture", scritture)
        .addObject("stornati", stornati)
        .addObject("stornabili", pagamenti.stornabili(piano.pianoId()))
        .addObject("ripetibili", pagamenti.ripetibili(piano.pianoId()))
        .addObject("regione", Lettori.regione(chi));
  }

  private List<Riga> righe(RiferimentoPiano piano, Funzionario chi) {
    var nomi = nomi();
    return premialita.progetti(piano.pianoId()).stream()
        .map(
            p ->
                new Riga(
                    p,
                    p.partnerAttuali().stream().map(nomi::get).toList(),
                    p.receduti().stream().map(nomi::get).sorted().toList(),
                    p.residua().positivo() ? pagamenti.motiviDiBlocco(p.id()) : List.of(),
                    possonoRecedere(p, chi, nomi)))
        .toList();
  }

  private static Map<String, String> possonoRecedere(
      Progetto progetto, Funzionario chi, Map<String, String> nomi) {
    if (progetto.scheda() == null
        || progetto.finale() != null
        || progetto.ritirato()
        || progetto.proposta() != null && !progetto.propostaPositiva()) {
      return Map.of();
    }
    return Stream.concat(Stream.of(progetto.codiceAmbito()), progetto.partnerAttuali().stream())
        .filter(
            codice ->
                Lettori.regione(chi)
                    || chi.opera(progetto.codiceAmbito(), Lettori.UFFICIO)
                    || chi.opera(codice, Lettori.UFFICIO))
        .collect(Collectors.toMap(Function.identity(), nomi::get));
  }

  /** Projects of other Ambiti in which this one takes part without a scheda of its own. */
  private List<Progetto> altrui(RiferimentoPiano piano) {
    return progetti.progettiDaPartner(piano.codiceAmbito(), piano.triennio());
  }

  private List<SituazionePremialita> visibili(String triennio, Funzionario chi) {
    return triennio.isEmpty()
        ? List.of()
        : quadro.situazioni(triennio).stream()
            .filter(s -> Lettori.legge(chi, s.codiceAmbito()))
            .toList();
  }

  private RiferimentoPiano piano(String codiceAmbito, String triennio, Funzionario chi) {
    Lettori.seNo(Lettori.legge(chi, codiceAmbito));
    Lettori.seNo(trienni().contains(triennio));
    return piani.elenco(triennio).stream()
        .map(p -> p.riferimento())
        .filter(r -> r.codiceAmbito().equals(codiceAmbito))
        .findFirst()
        .orElseThrow(Lettori::inesistente);
  }

  /** Codes, newest first. */
  private List<String> trienni() {
    return piani.trienni().stream()
        .map(Triennio::codice)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private void delPiano(RiferimentoPiano piano, long movimentoId, Funzionario chi) {
    Lettori.seNo(
        Lettori.regione(chi)
            && premialita.scritture(piano.pianoId()).stream().anyMatch(m -> m.id() == movimentoId));
  }

  private Map<String, String> nomi() {
    return anagrafica.ambiti().stream()
        .collect(Collectors.toMap(Ambito::codice, Ambito::denominazione));
  }

  private static Denaro somma(
      List<SituazionePremialita> righe, Function<SituazionePremialita, Denaro> importo) {
    return Denaro.somma(righe.stream().map(importo).toList());
  }

  private static AttoDiLiquidazione liquidazione(String numero, String data) {
    return new AttoDiLiquidazione(atto("Numero dell'atto", numero), giorno("Data dell'atto", data));
  }

  private static String atto(String campo, String valore) {
    if (!valore.strip().matches(ATTO)) {
      throw new DatoNonValido(
          campo,
          valore,
          "lettere, cifre, spazi, punti, barre e trattini, al massimo 60, per esempio 1234/2025");
    }
    return valore.strip();
  }

  private static LocalDate giorno(String campo, String valore) {
    try {
      return LocalDate.parse(valore);
    } catch (DateTimeParseException e) {
      throw new DatoNonValido(campo, valore, "una data nella forma aaaa-mm-gg");
    }
  }

  private static String motivo(String valore) {
    if (valore.strip().length() < 10 || valore.length() > 1000) {
      throw DatoNonValido.regola("Motivo", "servono da 10 a 1.000 caratteri.");
    }
    return valore.strip();
  }

  private static String numero(long id) {
    return "PZ-%07d".formatted(id);
  }
}
