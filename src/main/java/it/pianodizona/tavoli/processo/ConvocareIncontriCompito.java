package it.pianodizona.tavoli.processo;

import static it.pianodizona.tavoli.processo.TavoloTematicoProcesso.TAVOLO_ID;

import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.tavoli.Incontri;
import it.pianodizona.tavoli.Incontro;
import it.pianodizona.tavoli.IncontroDaConvocare;
import it.pianodizona.tavoli.Tavoli;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The office confirms or corrects the announced meetings before they are convened. */
@Component
class ConvocareIncontriCompito implements Compito {

  private final Tavoli tavoli;
  private final Incontri incontri;
  private final SchedaDelTavolo scheda;

  ConvocareIncontriCompito(Tavoli tavoli, Incontri incontri, SchedaDelTavolo scheda) {
    this.tavoli = tavoli;
    this.incontri = incontri;
    this.scheda = scheda;
  }

  @Override
  public String processo() {
    return TavoloTematicoProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return TavoloTematicoProcesso.CONVOCARE_INCONTRI;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    long tavoloId = contesto.leggi(TAVOLO_ID);
    var tavolo = tavoli.tavolo(tavoloId);
    var annunciati = incontri.delTavolo(tavoloId);
    contesto.nome("Convocare incontri – " + tavolo.area());
    annunciati.stream().findFirst().map(Incontro::inizio).ifPresent(contesto::scadenza);
    var modulo = new HashMap<String, Object>(scheda.membri(tavoloId));
    modulo.put("area", tavolo.area());
    modulo.put("incontri", annunciati.stream().map(ConvocareIncontriCompito::riga).toList());
    return modulo;
  }

  private static Map<String, Object> riga(Incontro incontro) {
    return Map.of(
        "data", incontro.inizio().toLocalDate().toString(),
        "dalleOre", incontro.inizio().toLocalTime().toString(),
        "alleOre", incontro.fine().toLocalTime().toString(),
        "luogo", incontro.luogo(),
        "ordineDelGiorno", incontro.ordineDelGiorno(),
        "piuAvanti", false);
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    incontri.fissa(
        contesto.leggi(TAVOLO_ID),
        dati.righe("incontri").stream().map(ConvocareIncontriCompito::previsto).toList());
  }

  private static IncontroDaConvocare previsto(DatiModulo riga) {
    return new IncontroDaConvocare(
        Momento.di(riga, "dalleOre", "Dalle ore"),
        Momento.di(riga, "alleOre", "Alle ore"),
        riga.testo("luogo"),
        riga.testo("ordineDelGiorno"),
        !riga.siNo("piuAvanti"));
  }
}
