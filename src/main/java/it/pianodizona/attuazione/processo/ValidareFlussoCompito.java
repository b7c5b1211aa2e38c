package it.pianodizona.attuazione.processo;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.attuazione.DebitiInformativi;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The ATS validates a flow or sends it back. */
@Component
class ValidareFlussoCompito extends CompitoDelDebito {

  ValidareFlussoCompito(DebitiInformativi debiti, Anagrafica anagrafica) {
    super(debiti, anagrafica);
  }

  @Override
  public String compito() {
    return DebitoInformativoProcesso.VALIDARE_FLUSSO;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var debito = debiti.debito(debitoId(contesto));
    var valori = intestazione(contesto, debito);
    debiti
        .file(debito)
        .ifPresent(
            file -> {
              valori.put("nomeFile", file.nomeFile());
              valori.put("impronta", file.sha256());
            });
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    boolean valido = dati.testo("esito").equals("VALIDO");
    debiti.valida(
        debitoId(contesto), valido, dati.cercaTesto("motivi").orElse(null), contesto.utente());
    contesto.imposta(DebitoInformativoProcesso.FLUSSO_VALIDO, valido);
  }
}
