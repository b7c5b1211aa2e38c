package it.pianodizona.assemblea.processo;

import static it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso.INIZIO_SECONDA_CONVOCAZIONE;
import static it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso.SECONDA_CONVOCATA;
import static it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso.SEDUTA_ID;
import static it.pianodizona.comune.DateItaliane.GIORNO;
import static it.pianodizona.comune.DateItaliane.GIORNO_E_ORA;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import it.pianodizona.assemblea.Assemblea;
import it.pianodizona.assemblea.Convocazione;
import it.pianodizona.assemblea.Regolamenti;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.piano.Piani;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The first call, convened alone, did not reach the quorum: the office fixes the second, with its
 * own notice.
 */
@Component
class ConvocareSecondaConvocazioneCompito implements Compito {

  private final Assemblea assemblea;
  private final Regolamenti regolamenti;
  private final Piani piani;

  ConvocareSecondaConvocazioneCompito(Assemblea assemblea, Regolamenti regolamenti, Piani piani) {
    this.assemblea = assemblea;
    this.regolamenti = regolamenti;
    this.piani = piani;
  }

  @Override
  public String processo() {
    return ApprovazioneAssembleaProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return ApprovazioneAssembleaProcesso.CONVOCARE_SECONDA;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var prima = assemblea.seduta(contesto.leggi(SEDUTA_ID));
    var regolamento = regolamenti.inVigore(prima.pianoId());
    var primoGiorno = assemblea.primoGiornoUtile(prima.pianoId());
    var deliberazione = ApprovazioneAssembleaProcesso.deliberazione(contesto);
    contesto.scadenza(
        ApprovazioneAssembleaProcesso.termine(contesto, piani.piano(prima.pianoId())));
    var valori = new HashMap<String, Object>();
    valori.put("primaConvocazione", GIORNO_E_ORA.format(prima.inizio()));
    valori.put(
        "esito", String.join(" ", assemblea.motiviDelRitorno(prima.pianoId(), deliberazione)));
    valori.put("preavviso", regolamento.preavviso());
    valori.put("oreUrgenza", regolamento.oreUrgenza());
    valori.put("regolamento", regolamento.norma());
    valori.put("quorum", regolamento.quorumSecondaConvocazione().descrizione());
    valori.put("primoGiornoUtile", GIORNO.format(primoGiorno));
    valori.put("seconda", primoGiorno.atTime(prima.inizio().toLocalTime()).atZone(Termini.ROMA));
    valori.put("luogo", prima.luogo());
    valori.put("ordineDelGiorno", prima.ordineDelGiorno());
    valori.put("urgente", false);
    valori.put("motivoUrgenza", null);
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var convocazione =
        new Convocazione(
            dati.dataOra("seconda"),
            null,
            dati.testo("luogo"),
            dati.testo("ordineDelGiorno"),
            dati.siNo("urgente"),
            dati.cercaTesto("motivoUrgenza").orElse(null));
    assemblea.convocaSeconda(contesto.leggi(SEDUTA_ID), convocazione);
    contesto.imposta(SECONDA_CONVOCATA, true);
    contesto.imposta(
        INIZIO_SECONDA_CONVOCAZIONE, ISO_OFFSET_DATE_TIME.format(convocazione.prima()));
  }
}
