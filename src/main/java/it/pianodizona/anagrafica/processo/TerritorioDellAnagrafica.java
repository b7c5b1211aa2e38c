package it.pianodizona.anagrafica.processo;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.motore.accesso.Territorio;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the access rules which Ambiti and Comuni exist today. */
@Component
class TerritorioDellAnagrafica implements Territorio {

  private final Anagrafica anagrafica;
  private final Clock orologio;

  TerritorioDellAnagrafica(Anagrafica anagrafica, Clock orologio) {
    this.anagrafica = anagrafica;
    this.orologio = orologio;
  }

  @Override
  public List<AmbitoServito> ambiti() {
    return anagrafica.ambiti().stream()
        .map(a -> new AmbitoServito(a.codice(), a.denominazione(), a.codiceAts(), a.codiciAsst()))
        .toList();
  }

  @Override
  public List<ComuneFirmatario> comuni() {
    var senzaAmbito = new HashSet<>(anagrafica.comuniSenzaAmbito(LocalDate.now(orologio)));
    return anagrafica.comuni().stream()
        .filter(comune -> !senzaAmbito.contains(comune))
        .map(TerritorioDellAnagrafica::firmatario)
        .toList();
  }

  @Override
  public List<ComuneFirmatario> comuniDi(String codiceAmbito) {
    return anagrafica.comuniDi(codiceAmbito, LocalDate.now(orologio)).stream()
        .map(TerritorioDellAnagrafica::firmatario)
        .sorted(Comparator.comparing(ComuneFirmatario::codiceIstat))
        .toList();
  }

  private static ComuneFirmatario firmatario(Comune comune) {
    return new ComuneFirmatario(comune.codiceIstat(), comune.denominazione());
  }
}
