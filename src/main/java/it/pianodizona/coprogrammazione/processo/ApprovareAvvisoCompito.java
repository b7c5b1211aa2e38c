package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.AVVISO_APPROVATO;
import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.AVVISO_ID;
import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.PUBBLICAZIONE;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.comune.Termini;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.ContenutoAvviso;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The RUP approves the notice or sends it back with remarks. */
@Component
class ApprovareAvvisoCompito implements Compito {

  private final Avvisi avvisi;

  ApprovareAvvisoCompito(Avvisi avvisi) {
    this.avvisi = avvisi;
  }

  @Override
  public String processo() {
    return CoProgrammazioneProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return CoProgrammazioneProcesso.APPROVARE_AVVISO;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var avviso = avvisi.avviso(contesto.leggi(AVVISO_ID));
    var contenuto = avviso.contenuto();
    contesto.scadenza(Termini.fineGiorno(contenuto.pubblicazione()));
    var valori = new HashMap<String, Object>();
    valori.put("piano", avviso.piano().chiave());
    valori.put("titolo", contenuto.titolo());
    valori.put("attoRegionale", contenuto.attoRegionale());
    valori.put("capofila", contenuto.capofila());
    valori.put("dataPubblicazione", DateItaliane.italiana(contenuto.pubblicazione()));
    valori.put("scadenzaDomande", DateItaliane.italiana(avviso.scadenzaDomande()));
    valori.put("canali", canali(contenuto));
    valori.put("firmatario", contenuto.firmatario());
    valori.put("chiPuoPartecipare", contenuto.chiPuoPartecipare());
    valori.put("impegni", contenuto.impegni());
    valori.put("elencoAree", aree(contenuto));
    valori.put(
        "elencoIncontri",
        contenuto.incontri().stream()
            .map(
                incontro ->
                    Map.of(
                        "area", avviso.nomeArea(incontro.area()),
                        "numero", incontro.numero(),
                        "giorno", DateItaliane.italiana(incontro.giorno()),
                        "ore", incontro.dalle() + "–" + incontro.alle(),
                        "luogo", incontro.luogo()))
            .toList());
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    long avvisoId = contesto.leggi(AVVISO_ID);
    boolean approvato = dati.testo("esito").equals("APPROVATO");
    if (approvato) {
      avvisi.approva(avvisoId, dati.cercaTesto("osservazioni").orElse(null), contesto.utente());
      contesto.imposta(
          PUBBLICAZIONE,
          Istanti.iso(
              avvisi.avviso(avvisoId).contenuto().pubblicazione().atStartOfDay(Termini.ROMA)));
    } else {
      avvisi.rinvia(avvisoId, dati.cercaTesto("osservazioni").orElse(null), contesto.utente());
    }
    contesto.imposta(AVVISO_APPROVATO, approvato);
  }

  private static String canali(ContenutoAvviso contenuto) {
    var canali = new ArrayList<String>();
    if (contenuto.pec() != null) {
      canali.add("PEC " + contenuto.pec());
    }
    if (contenuto.email() != null) {
      canali.add("e-mail " + contenuto.email());
    }
    if (contenuto.canaleWeb()) {
      canali.add("pagina web dell'avviso");
    }
    return String.join(", ", canali);
  }

  private static List<Map<String, Object>> aree(ContenutoAvviso contenuto) {
    var righe = new ArrayList<Map<String, Object>>();
    for (var area : contenuto.aree()) {
      righe.add(
          Map.of(
              "n", righe.size() + 1, "denominazione", area.denominazione(), "temi", area.temi()));
    }
    return righe;
  }
}
