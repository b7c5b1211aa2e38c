package it.pianodizona.attuazione.processo;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.attuazione.DebitiInformativi;
import it.pianodizona.attuazione.DebitoInformativo;
import it.pianodizona.attuazione.EventoDebito.Fatto;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import java.util.HashMap;
import java.util.Map;

/** What the two tasks on a debito informativo share: which debito, and what it says of itself. */
abstract class CompitoDelDebito implements Compito {

  protected final DebitiInformativi debiti;
  private final Anagrafica anagrafica;

  CompitoDelDebito(DebitiInformativi debiti, Anagrafica anagrafica) {
    this.debiti = debiti;
    this.anagrafica = anagrafica;
  }

  @Override
  public final String processo() {
    return DebitoInformativoProcesso.CHIAVE;
  }

  static long debitoId(ContestoCompito contesto) {
    return contesto.leggi(DebitoInformativoProcesso.DEBITO_ID);
  }

  Map<String, Object> intestazione(ContestoCompito contesto, DebitoInformativo debito) {
    var flusso = debiti.flusso(debito).denominazione();
    contesto.scadenza(debito.scadenza());
    contesto.nome("%s – %s %s".formatted(contesto.compito().getName(), flusso, debito.periodo()));
    Map<String, Object> valori = new HashMap<>();
    valori.put("nomeFlusso", flusso);
    valori.put("nomePeriodo", debito.periodo());
    valori.put("nomeAmbito", anagrafica.ambito(debito.codiceAmbito()).denominazione());
    valori.put("entro", GIORNO.format(debito.scadenza()));
    valori.put("pagina", "/flussi/" + debito.id());
    return valori;
  }

  /** The last reasons given, or an empty text. */
  String motiviDelRifiuto(DebitoInformativo debito) {
    return debiti.storia(debito.id()).stream()
        .filter(voce -> voce.acquisizione() == debito.acquisizione())
        .filter(voce -> voce.fatto() == Fatto.RESPINTO)
        .reduce((primo, ultimo) -> ultimo)
        .map(voce -> "**La ATS ha respinto il flusso**: " + voce.testo())
        .orElse("");
  }
}
