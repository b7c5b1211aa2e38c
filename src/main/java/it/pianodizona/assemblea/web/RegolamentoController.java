package it.pianodizona.assemblea.web;

import static it.pianodizona.assemblea.RegolamentoAssemblea.QUALSIASI;

import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.assemblea.Astensioni;
import it.pianodizona.assemblea.Maggioranza;
import it.pianodizona.assemblea.ModoQuorum;
import it.pianodizona.assemblea.ModoVoto;
import it.pianodizona.assemblea.Regolamenti;
import it.pianodizona.assemblea.RegolamentoAssemblea;
import it.pianodizona.assemblea.RegolamentoAssemblea.Deleghe;
import it.pianodizona.assemblea.Soglia;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.motore.accesso.Funzionario;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Triennio;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The rules of the Assemblea of an Ambito: every version, and the adoption of a new one. */
@Controller
@RequestMapping("/assemblea/regolamento/{codiceAmbito:\\d{1,5}}")
public class RegolamentoController {

  /** Thresholds offered, as {@code numerator/denominator} with {@code +} for "plus one". */
  private static final List<Soglia> SOGLIE =
      List.of(
          Soglia.META_PIU_UNO,
          Soglia.UN_TERZO,
          new Soglia(1, 2, false),
          new Soglia(1, 4, false),
          new Soglia(2, 5, false),
          new Soglia(3, 5, false),
          new Soglia(2, 3, false),
          new Soglia(3, 4, false),
          new Soglia(1, 1, false));

  private final Regolamenti regolamenti;
  private final Anagrafica anagrafica;
  private final Piani piani;
  private final Clock orologio;

  RegolamentoController(
      Regolamenti regolamenti, Anagrafica anagrafica, Piani piani, Clock orologio) {
    this.regolamenti = regolamenti;
    this.anagrafica = anagrafica;
    this.piani = piani;
    this.orologio = orologio;
  }

  @GetMapping
  ModelAndView pagina(
      @PathVariable String codiceAmbito,
      @RequestParam Map<String, String> parametri,
      @AuthenticationPrincipal Funzionario chi) {
    Ambito ambito = apri(codiceAmbito, chi);
    var pagina = mostra(ambito, chi, bozza(ambito, chi));
    pagina.addObject("fatto", parametri.containsKey("adottato"));
    return pagina;
  }

  @PostMapping
  ModelAndView adotta(
      @PathVariable String codiceAmbito,
      @RequestParam Map<String, String> dati,
      @AuthenticationPrincipal Funzionario chi) {
    Ambito ambito = apri(codiceAmbito, chi);
    Ufficio.seNo(!applicazioni(ambito, chi).isEmpty());
    try {
      regolamenti.adotta(regolamento(ambito, chi, dati), chi.utente());
    } catch (DatoNonValido rifiuto) {
      var pagina = mostra(ambito, chi, dati);
      pagina.addObject("errore", rifiuto.getMessage());
      pagina.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return pagina;
    }
    return new ModelAndView(
        "redirect:"
            + UriComponentsBuilder.fromPath("/assemblea/regolamento/{a}")
                .queryParam("adottato")
                .build(codiceAmbito));
  }

  private Ambito apri(String codiceAmbito, Funzionario chi) {
    Ufficio.legge(chi, codiceAmbito);
    try {
      return anagrafica.ambito(codiceAmbito);
    } catch (DatoNonValido inesistente) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, inesistente);
    }
  }

  /** To whom the person may give rules: the office to its Ambito, the ATS to all of its own too. */
  private static Map<String, String> applicazioni(Ambito ambito, Funzionario chi) {
    var applicazioni = new LinkedHashMap<String, String>();
    if (chi.opera(ambito.codice(), "ufficio-di-piano", "ats")) {
      applicazioni.put("AMBITO", "solo all'Ambito " + ambito.denominazione());
    }
    if (chi.opera(ambito.codice(), "ats")) {
      applicazioni.put("ATS", "a tutti gli Ambiti dell'ATS");
    }
    return applicazioni;
  }

  private ModelAndView mostra(Ambito ambito, Funzionario chi, Map<String, String> valori) {
    var pagina = new ModelAndView("assemblea/regolamento");
    pagina.addObject("ambito", ambito);
    pagina.addObject("versioni", regolamenti.versioni(ambito.codice()));
    pagina.addObject("applicazioni", applicazioni(ambito, chi));
    pagina.addObject("trienni", piani.trienni().stream().map(Triennio::codice).toList());
    pagina.addObject("v", valori);
    pagina.addObject("soglie", SOGLIE);
    pagina.addObject("modiQuorum", ModoQuorum.values());
    pagina.addObject("modiVoto", ModoVoto.values());
    pagina.addObject("maggioranze", Maggioranza.values());
    pagina.addObject("astensioni", Astensioni.values());
    pagina.addObject("c", this);
    return pagina;
  }

  /** The form starts from the rules that are the most specific now. */
  private Map<String, String> bozza(Ambito ambito, Funzionario chi) {
    RegolamentoAssemblea r = regolamenti.versioni(ambito.codice()).get(0);
    var valori = new LinkedHashMap<String, String>();
    valori.put("applicazione", applicazioni(ambito, chi).keySet().stream().findFirst().orElse(""));
    valori.put("triennio", r.triennio());
    valori.put("validoDal", LocalDate.now(orologio).toString());
    valori.put("giorniPreavviso", String.valueOf(r.giorniPreavviso()));
    valori.put("giorniLiberi", r.giorniLiberi() ? "on" : null);
    valori.put("oreUrgenza", String.valueOf(r.oreUrgenza()));
    valori.put("modoQuorum", r.modoQuorum().name());
    valori.put("prima", chiave(r.quorumPrimaConvocazione()));
    valori.put("seconda", chiave(r.quorumSecondaConvocazione()));
    valori.put("modoVoto", r.modoVoto().name());
    valori.put("maggioranzaPiano", r.maggioranzaPiano().name());
    valori.put("maggioranzaSchema", r.maggioranzaSchema().name());
    valori.put("maggioranzaAttuazione", r.maggioranzaAttuazione().name());
    valori.put("astensioni", r.astensioni().name());
    valori.put("deleghe", r.deleghe().ammesse() ? "on" : null);
    valori.put(
        "delegheMassime", r.deleghe().massime() == null ? null : r.deleghe().massime().toString());
    valori.put("comuniPerDelegato", String.valueOf(r.deleghe().comuniPerDelegato()));
    valori.put("fontePopolazione", r.fontePopolazione());
    valori.put("annoPopolazione", String.valueOf(r.annoPopolazione()));
    return valori;
  }

  private RegolamentoAssemblea regolamento(
      Ambito ambito, Funzionario chi, Map<String, String> dati) {
    String applicazione = dati.get("applicazione");
    if (!applicazioni(ambito, chi).containsKey(applicazione)) {
      throw new DatoNonValido("Si applica", applicazione, "una delle scelte proposte");
    }
    String triennio = dati.get("triennio");
    if (!QUALSIASI.equals(triennio)) {
      piani.triennio(triennio);
    }
    return new RegolamentoAssemblea(
        0,
        triennio,
        ambito.codiceAts(),
        "AMBITO".equals(applicazione) ? ambito.codice() : QUALSIASI,
        0,
        giorno("In vigore dal", dati.get("validoDal")),
        testo("Atto", dati.get("atto")),
        giorno("Data dell'atto", dati.get("dataAtto")),
        false,
        intero("Giorni di preavviso", dati.get("giorniPreavviso")),
        dati.get("giorniLiberi") != null,
        intero("Ore di urgenza", dati.get("oreUrgenza")),
        scelta(ModoQuorum.class, "Il numero legale conta", dati.get("modoQuorum")),
        soglia("Numero legale in prima convocazione", dati.get("prima")),
        soglia("Numero legale in seconda convocazione", dati.get("seconda")),
        scelta(ModoVoto.class, "Voto", dati.get("modoVoto")),
        scelta(Maggioranza.class, "Maggioranza per il piano", dati.get("maggioranzaPiano")),
        scelta(Maggioranza.class, "Maggioranza per lo schema", dati.get("maggioranzaSchema")),
        scelta(
            Maggioranza.class,
            "Maggioranza per il monitoraggio e il piano economico",
            dati.get("maggioranzaAttuazione")),
        scelta(Astensioni.class, "Astensioni", dati.get("astensioni")),
        new Deleghe(
            dati.get("deleghe") != null,
            vuoto(dati.get("delegheMassime"))
                ? null
                : Integer.valueOf(intero("Deleghe in una seduta", dati.get("delegheMassime"))),
            intero("Comuni per delegato", dati.get("comuniPerDelegato"))),
        testo("Fonte della popolazione", dati.get("fontePopolazione")),
        intero("Anno della popolazione", dati.get("annoPopolazione")),
        chi.utente());
  }

  /** A threshold as the value of its option. */
  public String chiave(Soglia soglia) {
    return soglia.numeratore() + "/" + soglia.denominatore() + (soglia.piuUno() ? "+" : "");
  }

  private Soglia soglia(String campo, String valore) {
    return SOGLIE.stream()
        .filter(s -> chiave(s).equals(valore))
        .findFirst()
        .orElseThrow(() -> new DatoNonValido(campo, valore, "una delle scelte proposte"));
  }

  private static <E extends Enum<E>> E scelta(Class<E> tipo, String campo, String valore) {
    return Stream.of(tipo.getEnumConstants())
        .filter(costante -> costante.name().equals(valore))
        .findFirst()
        .orElseThrow(() -> new DatoNonValido(campo, valore, "una delle scelte proposte"));
  }

  private static int intero(String campo, String valore) {
    if (valore == null || !valore.strip().matches("\\d{1,6}")) {
      throw new DatoNonValido(campo, valore, "un numero intero");
    }
    return Integer.parseInt(valore.strip());
  }

  private static LocalDate giorno(String campo, String valore) {
    try {
      return LocalDate.parse(valore == null ? "" : valore);
    } catch (DateTimeParseException e) {
      throw new DatoNonValido(campo, vuoto(valore) ? null : valore, "un giorno");
    }
  }

  private static String testo(String campo, String valore) {
    if (vuoto(valore) || valore.strip().length() > 200) {
      throw new DatoNonValido(
          campo, vuoto(valore) ? null : "un testo lungo", "un testo fino a 200 caratteri");
    }
    return valore.strip();
  }

  private static boolean vuoto(String valore) {
    return valore == null || valore.isBlank();
  }
}
