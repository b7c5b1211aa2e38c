package it.pianodizona.premialita.processo;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.premialita.AttoDiLiquidazione;
import it.pianodizona.premialita.Premialita;
import it.pianodizona.premialita.Progetto;
import java.util.HashMap;
import java.util.Map;

/** What the user tasks of a project share: the project and the texts that say which one it is. */
abstract class CompitoDelProgetto implements Compito {

  protected final Premialita premialita;
  protected final Anagrafica anagrafica;
  private final String processo;
  private final String compito;

  CompitoDelProgetto(Premialita premialita, Anagrafica anagrafica, String compito) {
    this(premialita, anagrafica, PremialitaProgettoProcesso.CHIAVE, compito);
  }

  CompitoDelProgetto(
      Premialita premialita, Anagrafica anagrafica, String processo, String compito) {
    this.premialita = premialita;
    this.anagrafica = anagrafica;
    this.processo = processo;
    this.compito = compito;
  }

  @Override
  public final String processo() {
    return processo;
  }

  @Override
  public final String compito() {
    return compito;
  }

  static long progettoId(ContestoCompito contesto) {
    return contesto.leggi(PremialitaProgettoProcesso.PROGETTO_ID);
  }

  Progetto progetto(ContestoCompito contesto) {
    return premialita.progetto(progettoId(contesto));
  }

  /** Which project, of which Ambito and triennio; also puts the project into the task's name. */
  Map<String, Object> intestazione(ContestoCompito contesto, Progetto progetto) {
    contesto.nome(contesto.compito().getName() + " – " + progetto.titolo());
    var valori = new HashMap<String, Object>();
    valori.put("titolo", progetto.titolo());
    valori.put(
        "ambito", anagrafica.ambito(contesto.leggi(VariabiliPiano.CODICE_AMBITO)).denominazione());
    valori.put(
        "pagina",
        pagina(
            contesto.leggi(VariabiliPiano.CODICE_AMBITO), contesto.leggi(VariabiliPiano.TRIENNIO)));
    valori.put("schemaPremialita", premialita.schema(progetto.pianoId()));
    return valori;
  }

  /** Where the premialità of an Ambito is, with every movement. */
  static String pagina(String codiceAmbito, String triennio) {
    return "/ufficio/premialita/" + codiceAmbito + "/" + triennio;
  }

  static AttoDiLiquidazione atto(DatiModulo dati) {
    return new AttoDiLiquidazione(dati.testo("numeroDecreto"), dati.data("dataDecreto"));
  }
}
