package it.pianodizona.attuazione.processo;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.attuazione.monitoraggio.Monitoraggi;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The office, having written the values on the page of the year, sends it to the Assemblea. */
@Component
class CompilareMonitoraggioCompito implements Compito {

  private final Monitoraggi monitoraggi;
  private final Anagrafica anagrafica;

  CompilareMonitoraggioCompito(Monitoraggi monitoraggi, Anagrafica anagrafica) {
    this.monitoraggi = monitoraggi;
    this.anagrafica = anagrafica;
  }

  @Override
  public String processo() {
    return MonitoraggioAnnualeProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return MonitoraggioAnnualeProcesso.COMPILARE;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var monitoraggio =
        monitoraggi.monitoraggio(contesto.leggi(MonitoraggioAnnualeProcesso.MONITORAGGIO_ID));
    long pianoId = monitoraggio.piano().pianoId();
    contesto.nome("Compilare il monitoraggio – %d".formatted(monitoraggio.anno()));
    contesto.scadenza(monitoraggio.scadenza());
    var valori = new HashMap<String, Object>();
    valori.put("annoMonitorato", monitoraggio.anno());
    valori.put("codiceTriennio", monitoraggio.piano().triennio());
    valori.put(
        "nomeAmbito", anagrafica.ambito(monitoraggio.piano().codiceAmbito()).denominazione());
    valori.put("entro", GIORNO.format(monitoraggio.scadenza()));
    valori.put("pagina", "/attuazione/%d/%d".formatted(pianoId, monitoraggio.anno()));
    valori.put(
        "economia",
        monitoraggio.ultimo()
            ? "È l'ultimo anno del triennio: il piano economico dell'anno dopo è del nuovo Piano."
            : "Con il monitoraggio l'Assemblea riconferma il [piano economico del %d](/attuazione/%d/economia/%d)."
                .formatted(monitoraggio.annoEconomico(), pianoId, monitoraggio.annoEconomico()));
    valori.put("ritorno", elenco(monitoraggi.rilievi(monitoraggio)));
    valori.put("premessa", monitoraggio.premessa());
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    monitoraggi.inviaAllAssemblea(
        contesto.leggi(MonitoraggioAnnualeProcesso.MONITORAGGIO_ID),
        dati.testo("premessa"),
        contesto.utente());
  }

  private static String elenco(List<String> frasi) {
    return frasi.stream()
        .map(frase -> "- " + frase.replaceAll("\\s+", " "))
        .collect(Collectors.joining("\n"));
  }
}
