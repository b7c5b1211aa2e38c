package it.pianodizona.piano.processo;

import static it.pianodizona.piano.processo.AvvioTriennioProcesso.ATTO_REGIONALE;
import static it.pianodizona.piano.processo.AvvioTriennioProcesso.PIANI;
import static it.pianodizona.piano.processo.AvvioTriennioProcesso.TRIENNIO;

import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.motore.modulo.ValoriModulo;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Triennio;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The Region sets dates, scheme and Ambiti; the plans are created and then started one by one. */
@Component
class DefinireTriennioCompito implements Compito {

  private final Piani piani;
  private final Anagrafica anagrafica;

  DefinireTriennioCompito(Piani piani, Anagrafica anagrafica) {
    this.piani = piani;
    this.anagrafica = anagrafica;
  }

  @Override
  public String processo() {
    return AvvioTriennioProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return AvvioTriennioProcesso.DEFINIRE_TRIENNIO;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var triennio = contesto.leggi(TRIENNIO);
    contesto.nome("Definire date, schema e Ambiti – triennio " + triennio);
    return Map.of(
        "quali",
        "TUTTI",
        "schemaPremialita",
        Triennio.SCHEMI.contains(triennio) ? triennio : "",
        "ambitiDisponibili",
        anagrafica.ambiti().stream()
            .map(a -> Map.of("label", a.codice() + " " + a.denominazione(), "value", a.codice()))
            .toList());
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var triennio = contesto.leggi(TRIENNIO);
    piani.registra(
        Triennio.di(
            triennio,
            contesto.leggi(ATTO_REGIONALE),
            dati.data("scadenzaAccordo"),
            dati.testo("schemaPremialita")));
    var ambiti =
        dati.testo("quali").equals("TUTTI")
            ? anagrafica.ambiti().stream().map(Ambito::codice).toList()
            : dati.elenco("ambiti");
    var avviati = piani.avvia(triennio, ambiti).stream().map(RiferimentoPiano::pianoId).toList();
    contesto.imposta(PIANI, ValoriModulo.json(avviati));
  }
}
