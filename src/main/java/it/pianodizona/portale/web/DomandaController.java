package it.pianodizona.portale.web;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.coprogrammazione.AllegatoDomanda;
import it.pianodizona.coprogrammazione.BozzaDomanda;
import it.pianodizona.coprogrammazione.BozzeDomanda;
import it.pianodizona.coprogrammazione.Canale;
import it.pianodizona.coprogrammazione.CategoriaPartecipante;
import it.pianodizona.coprogrammazione.ComandoDomanda;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.Segreti;
import it.pianodizona.coprogrammazione.TipoAllegato;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The application form of a notice. It works in one step, and in several: a draft put aside has an
 * address of its own. Each form carries a key, so that sending it twice registers one domanda.
 */
@Controller
@RequestMapping("/avvisi/{numero}/domanda")
class DomandaController {

  private static final String SALVA = "salva";
  private static final String TOGLI = "togli:";

  /** Domande whose files are in memory together; those of the others wait on disk. */
  private static final int INSIEME = 4 * Runtime.getRuntime().availableProcessors();

  /** Kinds of files by name. */
  private static final Map<String, TipoAllegato> TIPI =
      Arrays.stream(TipoAllegato.values())
          .collect(Collectors.toMap(TipoAllegato::name, Function.identity()));

  private final AvvisiPubblici avvisi;
  private final Domande domande;
  private final BozzeDomanda bozze;
  private final FileInviati fileInviati;
  private final ArrivoFilter arrivi;
  private final Semaphore posti = new Semaphore(INSIEME, true);

  DomandaController(
      AvvisiPubblici avvisi,
      Domande domande,
      BozzeDomanda bozze,
      FileInviati fileInviati,
      ArrivoFilter arrivi) {
    this.avvisi = avvisi;
    this.domande = domande;
    this.bozze = bozze;
    this.fileInviati = fileInviati;
    this.arrivi = arrivi;
  }

  @GetMapping
  String modulo(@PathVariable String numero, Model modello) {
    return new Compilazione(avvisi.conNumero(numero), Segreti.nuovo(), Optional.empty())
        .pagina(new ModuloDomanda(), modello);
  }

  @PostMapping
  String ricevi(
      @PathVariable String numero,
      @RequestParam MultiValueMap<String, String> inviati,
      @RequestParam(defaultValue = "") String chiave,
      @RequestParam(defaultValue = "invia") String azione,
      Model modello,
      HttpServletRequest richiesta,
      HttpServletResponse risposta) {
    var vista = avvisi.conNumero(numero);
    var segreto = Segreti.plausibile(chiave) ? chiave : Segreti.nuovo();
    return new Compilazione(vista, segreto, bozze.perSegreto(vista.avviso().id(), segreto))
        .ricevi(azione, inviati, modello, richiesta, risposta);
  }

  @GetMapping("/bozza/{segreto}")
  String bozza(
      @PathVariable String numero,
      @PathVariable String segreto,
      Model modello,
      HttpServletResponse risposta) {
    var vista = avvisi.conNumero(numero);
    risposta.setHeader("X-Robots-Tag", "noindex");
    var bozza = bozze.perSegreto(vista.avviso().id(), segreto);
    if (bozza.isEmpty()) {
      return paginaPersonale(inviata(segreto).orElseThrow(PaginaInesistente::new), "");
    }
    modello.addAttribute("mancano", ModuloDomanda.mancano(bozza.get(), vista.avviso()));
    return new Compilazione(vista, segreto, bozza)
        .pagina(new ModuloDomanda(bozza.get().campi()), modello);
  }

  @PostMapping("/bozza/{segreto}")
  String riceviBozza(
      @PathVariable String numero,
      @PathVariable String segreto,
      @RequestParam MultiValueMap<String, String> inviati,
      @RequestParam(defaultValue = "invia") String azione,
      Model modello,
      HttpServletRequest richiesta,
      HttpServletResponse risposta) {
    var vista = avvisi.conNumero(numero);
    var bozza = bozze.perSegreto(vista.avviso().id(), segreto);
    if (bozza.isEmpty() && inviata(segreto).isEmpty()) {
      throw new PaginaInesistente();
    }
    return new Compilazione(vista, segreto, bozza)
        .ricevi(azione, inviati, modello, richiesta, risposta);
  }

  private Optional<Domanda> inviata(String segreto) {
    return Segreti.plausibile(segreto) ? domande.perChiaveInvio(segreto) : Optional.empty();
  }

  private static String paginaPersonale(Domanda domanda, String parametro) {
    return "redirect:/partecipazione/" + domanda.token() + parametro;
  }

  /**
   * One form on its way.
   *
   * @param segreto key of the form, and secret part of the draft's address when there is a draft
   */
  private final class Compilazione {

    private final VistaAvviso vista;
    private final String segreto;
    private Optional<BozzaDomanda> bozza;

    private Compilazione(VistaAvviso vista, String segreto, Optional<BozzaDomanda> bozza) {
      this.vista = vista;
      this.segreto = segreto;
      this.bozza = bozza;
    }

    private String ricevi(
        String azione,
        MultiValueMap<String, String> inviati,
        Model modello,
        HttpServletRequest richiesta,
        HttpServletResponse risposta) {
      var giaInviata = inviata(segreto);
      if (giaInviata.isPresent()) {
        return paginaPersonale(giaInviata.get(), "?registrata");
      }
      var modulo = new ModuloDomanda(inviati);
      if (!vista.prendeDomande()) {
        return rifiuta(modulo, modello, risposta);
      }
      posti.acquireUninterruptibly();
      try {
        return ricevi(azione, modulo, modello, richiesta, risposta);
      } finally {
        posti.release();
      }
    }

    private String ricevi(
        String azione,
        ModuloDomanda modulo,
        Model modello,
        HttpServletRequest richiesta,
        HttpServletResponse risposta) {
      var nuovi = fileInviati.controlla(richiesta, modulo);
      if (azione.startsWith(TOGLI) && bozza.isPresent()) {
        return togli(azione.substring(TOGLI.length()), modulo, nuovi);
      }
      if (azione.equals(SALVA)) {
        return salva(modulo, nuovi, modello, risposta);
      }
      return invia(modulo, nuovi, modello, richiesta, risposta);
    }

    private String togli(String file, ModuloDomanda modulo, List<AllegatoDomanda> nuovi) {
      conserva(modulo, nuovi);
      if (file.matches("\\d{1,18}")) {
        bozze.togli(bozza.orElseThrow().id(), Long.parseLong(file));
      }
      return "redirect:" + indirizzo() + "#firma";
    }

    private String salva(
        ModuloDomanda modulo,
        List<AllegatoDomanda> nuovi,
        Model modello,
        HttpServletResponse risposta) {
      if (!conserva(modulo, nuovi) || !modulo.errori().isEmpty()) {
        return rifiuta(modulo, modello, risposta);
      }
      var email = modulo.emailValida();
      email.ifPresent(indirizzo -> bozze.spedisciIndirizzo(vista.avviso(), segreto, indirizzo));
      return "redirect:" + indirizzo() + (email.isPresent() ? "?salvata&scritto" : "?salvata");
    }

    private String invia(
        ModuloDomanda modulo,
        List<AllegatoDomanda> nuovi,
        Model modello,
        HttpServletRequest richiesta,
        HttpServletResponse risposta) {
      var allegati = tutti(nuovi);
      var tipi = allegati.stream().map(AllegatoDomanda::tipo).collect(Collectors.toSet());
      if (modulo.valido(vista.avviso(), tipi)) {
        try {
          bozze.verificaInsieme(
              allegati.size(), allegati.stream().mapToLong(a -> a.file().contenuto().length).sum());
          var comando =
              new ComandoDomanda(
                  vista.avviso().numero(),
                  Canale.WEB,
                  modulo.dati(),
                  modulo.delegato(),
                  allegati,
                  segreto);
          var arrivo = arrivi.arrivo(richiesta);
          var ricevuta =
              modulo.ancheSeDoppia()
                  ? domande.presentaDiNuovo(comando, arrivo)
                  : domande.presenta(comando, arrivo);
          bozza.ifPresent(b -> bozze.elimina(b.id()));
          return "redirect:/partecipazione/" + ricevuta.token() + "?registrata";
        } catch (DatoNonValido rifiuto) {
          var nelFrattempo = inviata(segreto);
          if (nelFrattempo.isPresent()) {
            return paginaPersonale(nelFrattempo.get(), "?registrata");
          }
          modulo.rifiuta(rifiuto);
        }
      }
      // files cannot be put back into the page: they wait in a draft
      if (bozza.isPresent() || fileInviati.presenti(richiesta)) {
        conserva(modulo, nuovi);
      }
      return rifiuta(modulo, modello, risposta);
    }

    /** Those of the draft that are not replaced, and the new ones. */
    private List<AllegatoDomanda> tutti(List<AllegatoDomanda> nuovi) {
      var tutti = new ArrayList<AllegatoDomanda>();
      bozza.ifPresent(
          b ->
              bozze.allegati(b.id()).stream()
                  .filter(
                      vecchio ->
                          !vecchio.tipo().unico()
                              || nuovi.stream().noneMatch(n -> n.tipo() == vecchio.tipo()))
                  .forEach(tutti::add));
      tutti.addAll(nuovi);
      return tutti;
    }

    /**
     * @return false when the files are too many or too large together
     */
    private boolean conserva(ModuloDomanda modulo, List<AllegatoDomanda> nuovi) {
      try {
        if (bozza.isPresent()) {
          bozze.aggiorna(bozza.get().id(), modulo.campi(), nuovi);
        } else {
          bozze.apri(vista.avviso().id(), segreto, modulo.campi(), nuovi);
        }
        bozza = bozze.perSegreto(vista.avviso().id(), segreto);
        return true;
      } catch (DatoNonValido rifiuto) {
        modulo.rifiutaFile(TipoAllegato.ALTRO, rifiuto);
        return false;
      }
    }

    private String indirizzo() {
      return "/avvisi/%s/domanda/bozza/%s".formatted(vista.avviso().numero(), segreto);
    }

    private String rifiuta(ModuloDomanda modulo, Model modello, HttpServletResponse risposta) {
      risposta.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return pagina(modulo, modello);
    }

    private String pagina(ModuloDomanda modulo, Model modello) {
      modello.addAttribute("vista", vista);
      modello.addAttribute("avviso", vista.avviso());
      modello.addAttribute("modulo", modulo);
      modello.addAttribute("categorie", CategoriaPartecipante.values());
      modello.addAttribute("tipi", TIPI);
      modello.addAttribute("chiave", segreto);
      modello.addAttribute("bozza", bozza.orElse(null));
      modello.addAttribute("indirizzo", bozza.isPresent() ? indirizzo() : null);
      modello.addAttribute("limiti", fileInviati);
      return vista.prendeDomande() ? "avvisi/domanda" : "avvisi/domanda-chiusa";
    }
  }
}
