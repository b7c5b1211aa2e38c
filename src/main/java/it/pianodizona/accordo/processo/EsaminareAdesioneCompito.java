package it.pianodizona.accordo.processo;

import static it.pianodizona.accordo.processo.AdesioneTerzoSettoreProcesso.ADESIONE_ACCOLTA;
import static it.pianodizona.accordo.processo.AdesioneTerzoSettoreProcesso.ADESIONE_ID;
import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.accordo.Adesioni;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The office accepts or refuses the adhesion of a body. */
@Component
class EsaminareAdesioneCompito implements Compito {

  private final Adesioni adesioni;

  EsaminareAdesioneCompito(Adesioni adesioni) {
    this.adesioni = adesioni;
  }

  @Override
  public String processo() {
    return AdesioneTerzoSettoreProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return AdesioneTerzoSettoreProcesso.ESAMINARE_ADESIONE;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var adesione = adesioni.adesione(contesto.leggi(ADESIONE_ID));
    contesto.nome("Esaminare l'adesione – " + adesione.ente());
    return Map.of(
        "ente", adesione.ente(),
        "codiceTriennio", adesione.piano().triennio(),
        "tavoli", adesione.tavoli(),
        "persona", adesione.persona(),
        "ruolo", adesione.ruolo(),
        "richiesta", GIORNO.format(adesione.richiesta()),
        "protocollo", adesione.protocollo(),
        "impegni", adesione.impegni(),
        "risorse", adesione.risorse());
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    boolean accolta = dati.testo("esito").equals("ACCOLTA");
    adesioni.decidi(
        contesto.leggi(ADESIONE_ID),
        accolta,
        dati.cercaTesto("motivi").orElse(null),
        contesto.utente());
    contesto.imposta(ADESIONE_ACCOLTA, accolta);
  }
}
