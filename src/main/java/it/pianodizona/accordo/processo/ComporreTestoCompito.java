package it.pianodizona.accordo.processo;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.accordo.TestiAccordo;
import it.pianodizona.accordo.TestoAccordo;
import it.pianodizona.accordo.TestoAccordo.Parte;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Proroghe;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The office completes the eight essential parts of the Accordo. */
@Component
class ComporreTestoCompito implements Compito {

  private static final Map<Parte, String> CAMPI =
      new EnumMap<>(
          Map.of(
              Parte.FINALITA, "finalita",
              Parte.ENTE_CAPOFILA, "enteCapofila",
              Parte.UFFICIO_DI_PIANO, "ufficioDiPiano",
              Parte.SOTTOSCRITTORI, "sottoscrittori",
              Parte.TERZO_SETTORE, "terzoSettore",
              Parte.VERIFICA, "verifica",
              Parte.DURATA, "durata",
              Parte.INTEGRAZIONE, "integrazione"));

  private final TestiAccordo testi;
  private final Piani piani;
  private final Proroghe proroghe;
  private final Anagrafica anagrafica;

  ComporreTestoCompito(TestiAccordo testi, Piani piani, Proroghe proroghe, Anagrafica anagrafica) {
    this.testi = testi;
    this.piani = piani;
    this.proroghe = proroghe;
    this.anagrafica = anagrafica;
  }

  @Override
  public String processo() {
    return AccordoDiProgrammaProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return AccordoDiProgrammaProcesso.COMPORRE_TESTO;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    long pianoId = contesto.leggi(VariabiliPiano.PIANO_ID);
    var piano = piani.piano(pianoId);
    contesto.scadenza(piano.scadenzaAccordo());
    var valori = new HashMap<String, Object>();
    var proposta = testi.proposta(pianoId);
    CAMPI.forEach((parte, campo) -> valori.put(campo, proposta.parti().get(parte)));
    valori.put("denominazioneAmbito", anagrafica.ambito(piano.codiceAmbito()).denominazione());
    valori.put("codiceTriennio", piano.triennio());
    valori.put("entro", GIORNO.format(piano.scadenzaAccordo()));
    valori.put(
        "rifiuti",
        proroghe.mancati(pianoId).stream()
            .map(
                m ->
                    "%s non ha firmato il %s: %s"
                        .formatted(m.ente(), GIORNO.format(m.data()), m.motivo()))
            .collect(Collectors.joining(" ")));
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var parti = new EnumMap<Parte, String>(Parte.class);
    CAMPI.forEach((parte, campo) -> parti.put(parte, dati.cercaTesto(campo).orElse("")));
    contesto.imposta(
        AccordoDiProgrammaProcesso.TESTO_ID,
        testi.componi(
            contesto.leggi(VariabiliPiano.PIANO_ID), new TestoAccordo(parti), contesto.utente()));
  }
}
