package it.pianodizona.attuazione.monitoraggio;

import it.pianodizona.attuazione.economia.DatiEconomici;
import it.pianodizona.attuazione.economia.PianiEconomici;
import it.pianodizona.attuazione.economia.PianoEconomico;
import it.pianodizona.attuazione.economia.Voce;
import it.pianodizona.comune.Denaro;
import java.math.BigDecimal;
import java.util.HashMap;

/** A year as an office fills it in. */
public final class MonitoraggioFixture {

  private MonitoraggioFixture() {}

  /** Every indicator with this value, half of the resources committed. */
  public static void compila(
      Monitoraggi monitoraggi, MonitoraggioAnnuale monitoraggio, String valore) {
    for (var scheda : monitoraggi.schede(monitoraggio)) {
      var valori = new HashMap<Integer, DatiScheda.Valore>();
      scheda
          .rilevazioni()
          .forEach(
              r ->
                  valori.put(r.numero(), new DatiScheda.Valore(new BigDecimal(valore), "Contati")));
      monitoraggi.scrivi(
          monitoraggio.id(),
          scheda.obiettivo().id(),
          scheda.revisione(),
          new DatiScheda(
              valori,
              scheda.rilevazioni().isEmpty() ? 40 : null,
              50,
              "Pochi operatori in alta valle",
              "Équipe avviata"),
          "udp");
    }
  }

  /** 120,000 euro from the Comuni, all for the shared services. */
  public static PianoEconomico economico(PianiEconomici economia, long pianoId, int anno) {
    var proposta = economia.proposta(pianoId, anno);
    var voci =
        proposta.voci().stream()
            .map(
                voce ->
                    voce.daiComuni() || voce.denominazione().startsWith("Gestione associata")
                        ? new Voce(
                            voce.parte(),
                            voce.denominazione(),
                            Denaro.euro("120000.01"),
                            voce.daiComuni())
                        : voce)
            .toList();
    return economia.scrivi(
        pianoId,
        anno,
        economia.dellAnno(pianoId, anno).map(PianoEconomico::revisione).orElse(0),
        new DatiEconomici(
            voci,
            Denaro.ZERO,
            Denaro.euro(500),
            proposta.popolazioneAl(),
            proposta.fontePopolazione(),
            proposta.popolazione(),
            null),
        "udp");
  }
}
