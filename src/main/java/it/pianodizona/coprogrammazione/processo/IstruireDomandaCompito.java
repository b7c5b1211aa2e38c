package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.ESITO_ISTRUTTORIA;

import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.EsitoIstruttoria;
import it.pianodizona.coprogrammazione.Istruttoria;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The office checks a domanda. */
@Component
class IstruireDomandaCompito implements Compito {

  private final Domande domande;
  private final SchedaDomanda scheda;

  IstruireDomandaCompito(Domande domande, SchedaDomanda scheda) {
    this.domande = domande;
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
    return scheda.prepara(contesto, "Istruire domanda");
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var istruttoria =
        new Istruttoria(
            dati.siNo("canaleAmmesso"),
            dati.siNo("firmata"),
            dati.siNo("requisitiProvati"),
            dati.siNo("categoriaAmmessa"),
            EsitoIstruttoria.valueOf(dati.testo("esito")),
            dati.cercaTesto("motivi").orElse(null));
    domande.istruisci(contesto.leggi(DOMANDA_ID), istruttoria, contesto.utente());
    contesto.imposta(ESITO_ISTRUTTORIA, istruttoria.esito().name());
  }
}
