package it.pianodizona.premialita.processo;

import it.pianodizona.premialita.Progetto;
import java.util.HashMap;
import java.util.Map;

/** The amounts of a project as a form shows them: texts, never inputs. */
final class Importi {

  private static final String DA_COMPLETARE = "da completare";

  private Importi() {}

  static Map<String, Object> di(Progetto progetto) {
    var valori = new HashMap<String, Object>();
    var parti = progetto.ripartizione();
    valori.put("importoTotale", parti.map(p -> p.totale().toString()).orElse(DA_COMPLETARE));
    valori.put("importoAcconto", parti.map(p -> p.acconto().toString()).orElse(DA_COMPLETARE));
    valori.put("importoSaldo", parti.map(p -> p.saldo().toString()).orElse(DA_COMPLETARE));
    valori.put("importiDaCompletare", parti.isEmpty());
    valori.put("motivoImporto", progetto.cercaDeterminazione().map(d -> d.motivo()).orElse(""));
    return valori;
  }

  /** After the acconto: what was paid and what is left of the amount. */
  static Map<String, Object> residui(Progetto progetto) {
    var valori = di(progetto);
    valori.put("importoAcconto", progetto.liquidata().toString());
    valori.put("importoLiquidato", progetto.liquidata().toString());
    valori.put("importoSaldo", progetto.residua().toString());
    return valori;
  }
}
