package it.pianodizona.premialita.processo;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.premialita.Progetti;
import it.pianodizona.premialita.Progetto;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Who takes part in a project now, and what is missing for it to be valid, as a form shows it. */
final class AmbitiDelProgetto {

  private AmbitiDelProgetto() {}

  static Map<String, Object> di(Progetto progetto, Progetti progetti, Anagrafica anagrafica) {
    var conScheda = progetti.partnerConScheda(progetto);
    var partner =
        progetto.scheda().partner().stream()
            .map(
                codice ->
                    anagrafica.ambito(codice).denominazione()
                        + (progetto.receduti().contains(codice)
                            ? " (receduto)"
                            : conScheda.contains(codice)
                                ? " (ha presentato lo stesso progetto)"
                                : ""))
            .collect(Collectors.joining(", "));
    var valori = new HashMap<String, Object>();
    valori.put("nomiPartner", partner.isEmpty() ? "nessuno" : partner);
    valori.put(
        "motiviSegnalati",
        String.join(
            "; ", progetti.motiviDiNonValidita(progetto.id(), progetto.scheda().requisiti())));
    return valori;
  }
}
