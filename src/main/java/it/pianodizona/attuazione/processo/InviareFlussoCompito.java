package it.pianodizona.attuazione.processo;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.attuazione.DebitiInformativi;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The office sends the file that it put on the page of the flow. */
@Component
class InviareFlussoCompito extends CompitoDelDebito {

  InviareFlussoCompito(DebitiInformativi debiti, Anagrafica anagrafica) {
    super(debiti, anagrafica);
  }

  @Override
  public String compito() {
    return DebitoInformativoProcesso.INVIARE_FLUSSO;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var debito = debiti.debito(debitoId(contesto));
    var valori = intestazione(contesto, debito);
    valori.put("rifiuto", motiviDelRifiuto(debito));
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    debiti.invia(debitoId(contesto), dati.testo("protocollo"), contesto.utente());
  }
}
