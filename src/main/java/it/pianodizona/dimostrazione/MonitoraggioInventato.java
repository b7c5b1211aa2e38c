package it.pianodizona.dimostrazione;

import it.pianodizona.attuazione.economia.DatiEconomici;
import it.pianodizona.attuazione.economia.Voce;
import it.pianodizona.attuazione.economia.Voce.Parte;
import it.pianodizona.attuazione.monitoraggio.DatiScheda;
import it.pianodizona.attuazione.monitoraggio.Rilevazione;
import it.pianodizona.comune.Denaro;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** An invented year: some objectives ahead, some behind, an economic plan that balances. */
final class MonitoraggioInventato {

  /** Share of what was expected, one after the other: green, yellow, red. */
  private static final List<String> ANDAMENTO = List.of("1.05", "0.75", "0.98", "0.40");

  private static final BigDecimal CENTO = BigDecimal.valueOf(100);
  private static final long DAI_COMUNI = 168_000;
  private static final long ALTRE_ENTRATE = 90_000;

  private MonitoraggioInventato() {}

  static DatiScheda.Valore valore(Rilevazione rilevazione) {
    var quota = new BigDecimal(ANDAMENTO.get((rilevazione.numero() - 1) % ANDAMENTO.size()));
    return new DatiScheda.Valore(
        rilevazione
            .indicatore()
            .valore()
            .multiply(rilevazione.atteso())
            .multiply(quota)
            .divide(CENTO, 0, RoundingMode.HALF_UP),
        "Valore inventato per la dimostrazione");
  }

  static DatiScheda scheda(int numero, Map<Integer, DatiScheda.Valore> valori) {
    return new DatiScheda(
        valori,
        valori.isEmpty() ? 30 : null,
        25 + numero * 7 % 30,
        numero % 2 == 0 ? "Mancano operatori nei Comuni più alti; nuovo avviso a primavera." : null,
        "Servizio avviato.");
  }

  /** A little more each year, so that the changes show. */
  static DatiEconomici economico(DatiEconomici proposta, int anno) {
    long daiComuni = DAI_COMUNI + (anno % 10) * 1_500L;
    var voci =
        proposta.voci().stream().map(voce -> importo(voce, daiComuni, proposta.voci())).toList();
    return new DatiEconomici(
        voci,
        Denaro.ZERO,
        Denaro.euro(500),
        proposta.popolazioneAl(),
        proposta.fontePopolazione(),
        proposta.popolazione(),
        "Importi inventati per la dimostrazione.");
  }

  private static Voce importo(Voce voce, long daiComuni, List<Voce> tutte) {
    long entrate =
        daiComuni
            + ALTRE_ENTRATE
                * tutte.stream().filter(v -> v.parte() == Parte.ENTRATA && !v.daiComuni()).count();
    var uscite = tutte.stream().filter(v -> v.parte() == Parte.USCITA).toList();
    long parti = entrate / uscite.size();
    long importo;
    if (voce.parte() == Parte.ENTRATA) {
      importo = voce.daiComuni() ? daiComuni : ALTRE_ENTRATE;
    } else {
      importo = voce.equals(uscite.get(0)) ? entrate - parti * (uscite.size() - 1) : parti;
    }
    return new Voce(voce.parte(), voce.denominazione(), Denaro.euro(importo), voce.daiComuni());
  }
}
