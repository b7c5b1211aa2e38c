package it.pianodizona.premialita.processo;

import it.pianodizona.comune.Denaro;
import it.pianodizona.motore.compito.Avvio;
import it.pianodizona.motore.compito.ContestoProcesso;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.premialita.AttoRegionale;
import it.pianodizona.premialita.Determinazioni;
import org.springframework.stereotype.Component;

/** The Region registers the act that completes the amounts of a triennio. */
@Component
class CompletareSchemaAvvio implements Avvio {

  private final Determinazioni determinazioni;

  CompletareSchemaAvvio(Determinazioni determinazioni) {
    this.determinazioni = determinazioni;
  }

  @Override
  public String processo() {
    return CompletamentoSchemaPremialitaProcesso.CHIAVE;
  }

  @Override
  public void avvia(ContestoProcesso contesto, DatiModulo dati) {
    var atto =
        new AttoRegionale(
            dati.testo("triennio"),
            dati.testo("numeroAtto"),
            dati.data("dataAtto"),
            Denaro.euro(dati.importo("importoPerProgetto")),
            dati.intero("percentualeAcconto"));
    var attoId = determinazioni.registraAtto(atto, contesto.utente());
    contesto.imposta(CompletamentoSchemaPremialitaProcesso.TRIENNIO, atto.triennio());
    contesto.imposta(CompletamentoSchemaPremialitaProcesso.ATTO_ID, attoId);
  }
}
