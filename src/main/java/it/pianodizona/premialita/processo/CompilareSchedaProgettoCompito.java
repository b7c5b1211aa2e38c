package it.pianodizona.premialita.processo;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.Macroarea;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.premialita.Continuita;
import it.pianodizona.premialita.ObiettivoStrategico;
import it.pianodizona.premialita.Premialita;
import it.pianodizona.premialita.Progetti;
import it.pianodizona.premialita.Requisito;
import it.pianodizona.premialita.SchedaProgetto;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The Ufficio di Piano describes the project, starting from what the Documento says of it. */
@Component
class CompilareSchedaProgettoCompito extends CompitoDelProgetto {

  private final Progetti progetti;
  private final Documenti documenti;

  CompilareSchedaProgettoCompito(
      Premialita premialita, Progetti progetti, Anagrafica anagrafica, Documenti documenti) {
    super(premialita, anagrafica, PremialitaProgettoProcesso.COMPILARE_SCHEDA);
    this.documenti = documenti;
    this.progetti = progetti;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var progetto = progetto(contesto);
    var obiettivo = documenti.obiettivo(progetto.obiettivoId()).scheda();
    var valori = intestazione(contesto, progetto);
    valori.put("macroarea", obiettivo.macroarea().name());
    valori.put("descrizione", obiettivo.descrizione());
    valori.put("budget", obiettivo.risorseEconomiche());
    valori.put("continuita", obiettivo.continuita() ? null : Continuita.NUOVO.name());
    var codiceAmbito = contesto.leggi(VariabiliPiano.CODICE_AMBITO);
    var partner = progetti.possibiliPartner(codiceAmbito);
    valori.put(
        "ambitiDelDistretto",
        partner.stream()
            .map(a -> Map.of("value", a.codice(), "label", a.denominazione()))
            .toList());
    valori.put("soloAmbitoDelDistretto", partner.isEmpty());
    var requisiti = new ArrayList<String>();
    if (obiettivo.trasversale()) {
      requisiti.add(Requisito.TRASVERSALE.name());
    }
    valori.put("requisiti", requisiti);
    valori.put(
        "eccezioni",
        progetti.eccezioni(codiceAmbito).stream().sorted().map(Requisito::name).toList());
    var comuni = progetti.progettiComuniPossibili(progetto.id());
    valori.put(
        "progettiComuni",
        comuni.stream()
            .map(
                p ->
                    Map.of(
                        "value",
                        String.valueOf(p.id()),
                        "label",
                        p.titolo()
                            + " ("
                            + anagrafica.ambito(p.codiceAmbito()).denominazione()
                            + ")"))
            .toList());
    valori.put("nessunProgettoComune", comuni.isEmpty());
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var requisiti =
        dati.elenco("requisiti").stream().map(Requisito::valueOf).collect(Collectors.toSet());
    dati.elenco("eccezioni").stream().map(Requisito::valueOf).forEach(requisiti::add);
    progetti.compilaScheda(
        progettoId(contesto),
        new SchedaProgetto(
            dati.cercaTesto("macroarea").map(Macroarea::valueOf).orElse(null),
            dati.cercaTesto("obiettivoStrategico").map(ObiettivoStrategico::valueOf).orElse(null),
            dati.testo("descrizione"),
            dati.elenco("partner"),
            requisiti,
            Continuita.valueOf(dati.testo("continuita")),
            dati.cercaTesto("spiegazioneContinuita").orElse(null),
            Denaro.euro(dati.importo("budget")),
            dati.cercaTesto("progettoComune").map(Long::valueOf).orElse(null)));
  }
}
