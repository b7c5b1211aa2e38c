package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.AVVISO_ID;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Avviso;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.EsitoDomanda;
import it.pianodizona.coprogrammazione.StatoDomanda;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The RUP approves the list of those admitted to the tavoli. */
@Component
class ApprovareElencoAmmessiCompito implements Compito {

  private final Avvisi avvisi;
  private final Domande domande;

  ApprovareElencoAmmessiCompito(Avvisi avvisi, Domande domande) {
    this.avvisi = avvisi;
    this.domande = domande;
  }

  @Override
  public String processo() {
    return CoProgrammazioneProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return CoProgrammazioneProcesso.APPROVARE_ELENCO;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var avviso = avvisi.avviso(contesto.leggi(AVVISO_ID));
    var entro = avvisi.termineElenco(avviso.id()).scadenza();
    contesto.scadenza(entro);
    return Map.of(
        "numero",
        avviso.numero(),
        "entro",
        DateItaliane.italiana(entro.toLocalDate()),
        "elencoDomande",
        domande.elenco(avviso.id()).stream().map(d -> riga(avviso, d)).toList());
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    domande.approvaElenco(
        contesto.leggi(AVVISO_ID),
        dati.testo("numeroAtto"),
        dati.data("dataAtto"),
        contesto.utente());
  }

  private static Map<String, Object> riga(Avviso avviso, Domanda domanda) {
    return Map.of(
        "protocollo",
        domanda.protocollo(),
        "denominazione",
        domanda.dati().denominazione(),
        "aree",
        String.join(", ", domanda.dati().aree().stream().map(avviso::nomeArea).toList()),
        "arrivo",
        DateItaliane.italiana(domanda.ricevuta()) + (domanda.tardiva() ? " (tardiva)" : ""),
        "situazione",
        domanda.situazione(),
        "nellElenco",
        nellElenco(domanda));
  }

  private static String nellElenco(Domanda domanda) {
    if (domanda.stato() == StatoDomanda.DA_CONFRONTARE) {
      return "no, finché non è confrontata";
    }
    var esito = domanda.esito() == null ? EsitoDomanda.CON_RISERVA : domanda.esito();
    return switch (esito) {
      case RITIRATA, ASSORBITA -> "no";
      case ESCLUSA -> "esclusa";
      case AMMESSA, CON_RISERVA ->
          esito.descrizione() + (domanda.tardiva() ? ", a titolo consultivo" : "");
    };
  }
}
