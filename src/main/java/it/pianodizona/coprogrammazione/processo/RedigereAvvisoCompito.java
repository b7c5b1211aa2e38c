package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.AVVISO_ID;
import static it.pianodizona.motore.VariabiliPiano.PIANO_ID;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.coprogrammazione.Area;
import it.pianodizona.coprogrammazione.AttiDiAvvio;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.BozzeAvviso;
import it.pianodizona.coprogrammazione.ContenutoAvviso;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The office writes the notice, starting from what it wrote before, else from the proposal for the
 * Ambito, else from what the plan already knows.
 */
@Component
class RedigereAvvisoCompito implements Compito {

  private final Avvisi avvisi;
  private final BozzeAvviso bozze;
  private final Piani piani;
  private final Anagrafica anagrafica;

  RedigereAvvisoCompito(Avvisi avvisi, BozzeAvviso bozze, Piani piani, Anagrafica anagrafica) {
    this.avvisi = avvisi;
    this.bozze = bozze;
    this.piani = piani;
    this.anagrafica = anagrafica;
  }

  @Override
  public String processo() {
    return CoProgrammazioneProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return CoProgrammazioneProcesso.REDIGERE_AVVISO;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var piano = piani.riferimento(contesto.leggi(PIANO_ID));
    var atti = avvisi.attiDiAvvio(piano.pianoId());
    var valori = new HashMap<String, Object>();
    var precedente = contesto.cerca(AVVISO_ID).map(id -> avvisi.avviso(id).contenuto());
    var proposta = bozze.proposta(piano);
    if (precedente.isPresent()) {
      valori.putAll(campi(precedente.get()));
      valori.put("origine", "");
    } else if (proposta.isPresent()) {
      valori.putAll(campi(proposta.get()));
      valori.put("origine", "Il modulo riporta la **proposta di avviso** già preparata.");
    } else {
      valori.putAll(noti(piano));
      valori.put("origine", "");
    }
    if (precedente.isEmpty()) {
      atti.map(AttiDiAvvio::rup).ifPresent(rup -> valori.put("rup", rup));
    }
    valori.put("piano", piano.chiave());
    valori.put("priorita", atti.map(AttiDiAvvio::priorita).orElse(""));
    valori.put("rilievi", contesto.cerca(AVVISO_ID).flatMap(avvisi::rilievi).orElse(""));
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var aree =
        dati.righe("aree").stream()
            .map(riga -> Area.di(riga.testo("denominazione"), riga.testo("temi")))
            .toList();
    var contenuto =
        new ContenutoAvviso(
            dati.testo("titolo"),
            dati.testo("attoRegionale"),
            dati.testo("capofila"),
            aree,
            IncontriNelModulo.leggi(aree, dati),
            dati.testo("chiPuoPartecipare"),
            dati.testo("impegni"),
            dati.cercaTesto("pec").orElse(null),
            dati.cercaTesto("email").orElse(null),
            dati.siNo("canaleWeb"),
            dati.data("pubblicazione"),
            dati.data("scadenzaDomande"),
            dati.testo("rup"),
            dati.testo("firmatario"));
    var precedente = contesto.cerca(AVVISO_ID);
    if (precedente.isPresent()) {
      avvisi.rivedi(precedente.get(), contenuto);
    } else {
      contesto.imposta(AVVISO_ID, avvisi.redigi(contesto.leggi(PIANO_ID), contenuto));
    }
  }

  private Map<String, Object> noti(RiferimentoPiano piano) {
    var noti = new HashMap<String, Object>();
    var ambito = anagrafica.ambito(piano.codiceAmbito());
    noti.put(
        "titolo",
        "Avviso di manifestazione d'interesse per partecipare alla co-programmazione del Piano di"
            + " Zona %s dell'Ambito %s".formatted(piano.triennio(), ambito.denominazione()));
    noti.put("attoRegionale", piani.triennio(piano.triennio()).attoRegionale());
    noti.put("capofila", ambito.capofila());
    noti.put("canaleWeb", true);
    return noti;
  }

  private static Map<String, Object> campi(ContenutoAvviso contenuto) {
    var campi = new HashMap<String, Object>();
    campi.put("titolo", contenuto.titolo());
    campi.put("attoRegionale", contenuto.attoRegionale());
    campi.put("capofila", contenuto.capofila());
    campi.put(
        "aree",
        contenuto.aree().stream()
            .map(area -> Map.of("denominazione", area.denominazione(), "temi", area.temi()))
            .toList());
    campi.put("incontri", IncontriNelModulo.righe(contenuto.aree(), contenuto.incontri()));
    campi.put("chiPuoPartecipare", contenuto.chiPuoPartecipare());
    campi.put("impegni", contenuto.impegni());
    campi.put("pec", contenuto.pec());
    campi.put("email", contenuto.email());
    campi.put("canaleWeb", contenuto.canaleWeb());
    campi.put("pubblicazione", contenuto.pubblicazione());
    campi.put("scadenzaDomande", contenuto.scadenzaDomande());
    campi.put("rup", contenuto.rup());
    campi.put("firmatario", contenuto.firmatario());
    return campi;
  }
}
