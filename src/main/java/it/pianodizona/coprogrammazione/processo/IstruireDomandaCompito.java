package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;

import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Avviso;
import it.pianodizona.coprogrammazione.Canale;
import it.pianodizona.coprogrammazione.CategoriaPartecipante;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.FattoDomanda;
import it.pianodizona.coprogrammazione.FirmaDomanda;
import it.pianodizona.coprogrammazione.Istruttoria;
import it.pianodizona.coprogrammazione.Istruttorie;
import it.pianodizona.coprogrammazione.TipoAllegato;
import it.pianodizona.coprogrammazione.VerificaRunts;
import it.pianodizona.coprogrammazione.VoceStoria;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The office checks a domanda. */
@Component
class IstruireDomandaCompito implements Compito {

  /** What the form says when the body is in none of the categories of the notice. */
  private static final String NESSUNA = "NESSUNA";

  private final Domande domande;
  private final Istruttorie istruttorie;
  private final Avvisi avvisi;
  private final SchedaDomanda scheda;

  IstruireDomandaCompito(
      Domande domande, Istruttorie istruttorie, Avvisi avvisi, SchedaDomanda scheda) {
    this.domande = domande;
    this.istruttorie = istruttorie;
    this.avvisi = avvisi;
    this.scheda = scheda;
  }

  @Override
  public String processo() {
    return DomandaPartecipazioneProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return DomandaPartecipazioneProcesso.ISTRUIRE;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var domanda = domande.domanda(contesto.leggi(DOMANDA_ID));
    var valori = new HashMap<>(scheda.prepara(contesto, "Istruire domanda"));
    boolean previsto = previsto(domanda.canale(), avvisi.avviso(domanda.avvisoId()));
    valori.put("canalePrevisto", previsto ? "previsto dall'avviso" : "NON previsto dall'avviso");
    istruttorie
        .ultima(domanda.id())
        .ifPresentOrElse(
            prima -> valori.putAll(comePrima(prima)),
            () -> valori.putAll(daDomanda(domanda, previsto)));
    ultimoRinvio(domanda.id()).ifPresent(motivi -> valori.put("rinvio", motivi));
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var categoria = dati.testo("categoriaAccertata");
    istruttorie.istruisci(
        contesto.leggi(DOMANDA_ID),
        new Istruttoria(
            dati.siNo("canaleAmmesso"),
            FirmaDomanda.valueOf(dati.testo("firma")),
            dati.siNo("documentoIdentita"),
            categoria.equals(NESSUNA) ? null : CategoriaPartecipante.valueOf(categoria),
            dati.cercaTesto("runtsEsito").map(VerificaRunts::valueOf).orElse(null),
            dati.cercaTesto("runtsNumero").orElse(null),
            dati.cercaData("runtsVerificato").orElse(null),
            dati.cercaTesto("runtsNota").orElse(null),
            dati.siNo("requisitiProvati"),
            dati.siNo("valutazioneRichiesta")),
        contesto.utente());
  }

  private static boolean previsto(Canale canale, Avviso avviso) {
    return switch (canale) {
      case WEB -> avviso.contenuto().canaleWeb();
      case PEC -> avviso.contenuto().pec() != null;
      case EMAIL -> avviso.contenuto().email() != null;
      case CARTA -> false;
    };
  }

  private Map<String, Object> daDomanda(Domanda domanda, boolean canalePrevisto) {
    var valori = new HashMap<String, Object>();
    valori.put("canaleAmmesso", canalePrevisto);
    valori.put("categoriaAccertata", domanda.dati().categoria().name());
    valori.put("runtsNumero", domanda.dati().runtsNumero());
    valori.put(
        "documentoIdentita",
        domande.documenti(domanda).stream()
            .anyMatch(d -> d.titolo().equals(TipoAllegato.DOCUMENTO_IDENTITA.etichetta())));
    if (domanda.canale() == Canale.WEB) {
      valori.put("firma", FirmaDomanda.PAGINA_WEB.name());
    }
    return valori;
  }

  private static Map<String, Object> comePrima(Istruttoria prima) {
    var valori = new HashMap<String, Object>();
    valori.put("canaleAmmesso", prima.canaleAmmesso());
    valori.put("firma", prima.firma().name());
    valori.put("documentoIdentita", prima.documentoIdentita());
    valori.put(
        "categoriaAccertata", prima.categoria() == null ? NESSUNA : prima.categoria().name());
    if (prima.runts() != VerificaRunts.NON_DOVUTA) {
      valori.put("runtsEsito", prima.runts().name());
    }
    valori.put("runtsNumero", prima.runtsNumero());
    valori.put("runtsVerificato", prima.runtsVerificato());
    valori.put("runtsNota", prima.runtsNota());
    valori.put("requisitiProvati", prima.requisitiProvati());
    return valori;
  }

  private Optional<String> ultimoRinvio(long domandaId) {
    return domande.storia(domandaId).stream()
        .filter(voce -> voce.fatto() == FattoDomanda.RINVIATA)
        .reduce((primo, dopo) -> dopo)
        .map(VoceStoria::testo);
  }
}
