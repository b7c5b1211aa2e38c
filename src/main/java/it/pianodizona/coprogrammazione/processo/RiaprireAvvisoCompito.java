package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.AVVISO_ID;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.coprogrammazione.Area;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Nobody applied: the RUP gives the notice a new deadline and new meetings. */
@Component
class RiaprireAvvisoCompito implements Compito {

  private final Avvisi avvisi;
  private final Domande domande;

  RiaprireAvvisoCompito(Avvisi avvisi, Domande domande) {
    this.avvisi = avvisi;
    this.domande = domande;
  }

  @Override
  public String processo() {
    return CoProgrammazioneProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return CoProgrammazioneProcesso.RIAPRIRE_AVVISO;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var avviso = avvisi.avviso(contesto.leggi(AVVISO_ID));
    var aree = avviso.contenuto().aree();
    return Map.of(
        "numero",
        avviso.numero(),
        "scadenzaPassata",
        DateItaliane.italiana(avviso.scadenzaDomande()),
        "tardive",
        domande.elenco(avviso.id()).stream().filter(Domanda::tardiva).count(),
        "areeNumerate",
        numerate(aree),
        "incontri",
        IncontriNelModulo.righe(aree, avviso.contenuto().incontri()));
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    long avvisoId = contesto.leggi(AVVISO_ID);
    avvisi.riapri(
        avvisoId,
        dati.testo("numeroAtto"),
        dati.data("dataAtto"),
        dati.testo("motivi"),
        dati.data("scadenzaDomande"),
        IncontriNelModulo.leggi(avvisi.avviso(avvisoId).contenuto().aree(), dati),
        contesto.utente());
  }

  private static String numerate(List<Area> aree) {
    return IntStream.range(0, aree.size())
        .mapToObj(i -> (i + 1) + ". " + aree.get(i).denominazione())
        .collect(Collectors.joining("; "));
  }
}
