package it.pianodizona.piano.processo;

import static it.pianodizona.comune.DateItaliane.GIORNO;
import static it.pianodizona.piano.processo.AvvioTriennioProcesso.TRIENNIO;

import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.motore.modulo.ValoriModulo;
import it.pianodizona.piano.NuovaProroga;
import it.pianodizona.piano.Piano;
import it.pianodizona.piano.Proroghe;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The Region sets the new term and the Ambiti it applies to. */
@Component
class DefinireProrogaCompito implements Compito {

  private final Proroghe proroghe;
  private final Anagrafica anagrafica;

  DefinireProrogaCompito(Proroghe proroghe, Anagrafica anagrafica) {
    this.proroghe = proroghe;
    this.anagrafica = anagrafica;
  }

  @Override
  public String processo() {
    return ProrogaTermineProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return ProrogaTermineProcesso.DEFINIRE_PROROGA;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var triennio = contesto.leggi(TRIENNIO);
    contesto.nome("Definire nuova data e Ambiti della proroga – triennio " + triennio);
    var piani = proroghe.prorogabili(triennio);
    var atti = proroghe.attiPerPiano(triennio);
    var nomi =
        anagrafica.ambiti().stream()
            .collect(Collectors.toMap(Ambito::codice, a -> a.codice() + " " + a.denominazione()));
    return Map.of(
        "quali",
        "TUTTI",
        "prorogabili",
        piani.size() == 1 ? "un piano" : piani.size() + " piani",
        "termini",
        piani.stream()
            .map(
                p ->
                    Map.of(
                        "ambito", nomi.get(p.codiceAmbito()),
                        "termine",
                            GIORNO.format(p.scadenzaAccordo())
                                + (p.inRitardo() ? " (in ritardo)" : ""),
                        "fase", p.fase().descrizione(),
                        "proroghe", atti.getOrDefault(p.id(), "nessuna")))
            .toList(),
        "ambitiDisponibili",
        piani.stream()
            .map(p -> Map.of("label", nomi.get(p.codiceAmbito()), "value", p.codiceAmbito()))
            .toList());
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var triennio = contesto.leggi(TRIENNIO);
    List<String> ambiti =
        dati.testo("quali").equals("TUTTI")
            ? proroghe.prorogabili(triennio).stream().map(Piano::codiceAmbito).toList()
            : dati.elenco("ambiti");
    var registrata =
        proroghe.registra(
            new NuovaProroga(
                triennio,
                contesto.leggi(ProrogaTermineProcesso.ATTO),
                LocalDate.parse(contesto.leggi(ProrogaTermineProcesso.DATA_ATTO)),
                contesto.leggi(ProrogaTermineProcesso.MOTIVO),
                dati.data("nuovaScadenza")),
            ambiti,
            contesto.utente());
    contesto.imposta(ProrogaTermineProcesso.PROROGA_ID, registrata.prorogaId());
    contesto.imposta(AvvioTriennioProcesso.PIANI, ValoriModulo.json(registrata.piani()));
  }
}
