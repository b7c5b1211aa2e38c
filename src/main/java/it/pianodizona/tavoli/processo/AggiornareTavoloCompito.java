package it.pianodizona.tavoli.processo;

import static it.pianodizona.tavoli.processo.TavoloTematicoProcesso.TAVOLO_ID;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.tavoli.Incontri;
import it.pianodizona.tavoli.Incontro;
import it.pianodizona.tavoli.IncontroDaConvocare;
import it.pianodizona.tavoli.NuovoMembro;
import it.pianodizona.tavoli.StatoIncontro;
import it.pianodizona.tavoli.Tavoli;
import it.pianodizona.tavoli.TipoMembro;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The office changes the calendar or the composition of a tavolo while it is at work. */
@Component
class AggiornareTavoloCompito implements Compito {

  private enum Azione {
    CONVOCA,
    SPOSTA,
    ANNULLA,
    AGGIUNGI,
    ENTRA,
    ESCE,
    NUOVO_COLLEGAMENTO
  }

  private final Tavoli tavoli;
  private final Incontri incontri;
  private final SchedaDelTavolo scheda;

  AggiornareTavoloCompito(Tavoli tavoli, Incontri incontri, SchedaDelTavolo scheda) {
    this.tavoli = tavoli;
    this.incontri = incontri;
    this.scheda = scheda;
  }

  @Override
  public String processo() {
    return TavoloTematicoProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return TavoloTematicoProcesso.AGGIORNARE_TAVOLO;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    long tavoloId = contesto.leggi(TAVOLO_ID);
    contesto.nome("Aggiornare tavolo – " + tavoli.tavolo(tavoloId).area());
    return situazione(tavoloId);
  }

  /** What the form shows, at this moment. */
  Map<String, Object> situazione(long tavoloId) {
    var modulo = new HashMap<String, Object>(scheda.membri(tavoloId));
    modulo.put("area", tavoli.tavolo(tavoloId).area());
    modulo.put("elencoIncontri", scheda.incontri(tavoloId));
    modulo.put("fogliPresenze", scheda.fogliPresenze(tavoloId));
    modulo.put("incontriModificabili", scheda.scelte(tavoloId, i -> i.convocato() || previsto(i)));
    modulo.put("incontriPrevisti", scheda.scelte(tavoloId, AggiornareTavoloCompito::previsto));
    modulo.put("membri", SchedaDelTavolo.scelte(tavoli.membri(tavoloId)));
    return modulo;
  }

  private static boolean previsto(Incontro incontro) {
    return incontro.stato() == StatoIncontro.PREVISTO;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    long tavoloId = contesto.leggi(TAVOLO_ID);
    var chi = contesto.utente();
    switch (Azione.valueOf(dati.testo("azione"))) {
      case CONVOCA -> incontri.convocaPrevisto(delTavolo(tavoloId, dati, "incontroPrevisto").id());
      case SPOSTA -> {
        var incontro = delTavolo(tavoloId, dati, "incontro");
        incontri.sposta(
            incontro.id(),
            nuovo(
                dati,
                dati.cercaTesto("luogo").orElse(incontro.luogo()),
                dati.cercaTesto("ordineDelGiorno").orElse(incontro.ordineDelGiorno())),
            dati.testo("motivo"),
            chi);
      }
      case ANNULLA ->
          incontri.annulla(delTavolo(tavoloId, dati, "incontro").id(), dati.testo("motivo"), chi);
      case AGGIUNGI ->
          incontri.aggiungi(
              tavoloId,
              nuovo(
                  dati,
                  obbligatorio(dati, "luogo", "Luogo"),
                  obbligatorio(dati, "ordineDelGiorno", "Ordine del giorno")));
      case ENTRA ->
          tavoli.chiama(
              tavoloId,
              NuovoMembro.chiamato(
                  TipoMembro.valueOf(dati.testo("tipoMembro")),
                  dati.testo("denominazione"),
                  dati.cercaTesto("email").orElse(null)),
              dati.testo("motivo"),
              chi);
      case ESCE -> tavoli.togli(tavoloId, membro(dati), dati.testo("motivo"), chi);
      case NUOVO_COLLEGAMENTO ->
          tavoli.rinnovaCollegamento(
              tavoloId, membro(dati), dati.cercaTesto("email").orElse(null), chi);
      default -> throw new DatoNonValido("Che cosa cambia", dati.testo("azione"), "una delle voci");
    }
  }

  private Incontro delTavolo(long tavoloId, DatiModulo dati, String campo) {
    long id = Long.parseLong(dati.testo(campo));
    return incontri.delTavolo(tavoloId).stream()
        .filter(i -> i.id() == id)
        .findFirst()
        .orElseThrow(
            () -> new DatoNonValido("Incontro", id, "uno degli incontri di questo tavolo"));
  }

  private static long membro(DatiModulo dati) {
    return Long.parseLong(dati.testo("membro"));
  }

  private static IncontroDaConvocare nuovo(DatiModulo dati, String luogo, String ordineDelGiorno) {
    return new IncontroDaConvocare(
        Momento.di(dati, "dalleOre", "Dalle ore"),
        Momento.di(dati, "alleOre", "Alle ore"),
        luogo,
        ordineDelGiorno,
        true);
  }

  private static String obbligatorio(DatiModulo dati, String campo, String etichetta) {
    return dati.cercaTesto(campo)
        .orElseThrow(() -> DatoNonValido.regola(etichetta, "manca: serve per un incontro in più."));
  }
}
