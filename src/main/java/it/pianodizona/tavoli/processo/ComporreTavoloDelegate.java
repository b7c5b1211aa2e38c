package it.pianodizona.tavoli.processo;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.motore.NelModello;
import it.pianodizona.tavoli.Tavoli;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Opens the tavolo of one area with its members and announced meetings. */
@NelModello("comporreTavolo")
class ComporreTavoloDelegate implements JavaDelegate {

  private static final String GRUPPO = "facilitatore";

  private final Tavoli tavoli;
  private final IdentityService identita;

  ComporreTavoloDelegate(Tavoli tavoli, IdentityService identita) {
    this.tavoli = tavoli;
    this.identita = identita;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    TavoloTematicoProcesso.TAVOLO_ID.imposta(
        esecuzione,
        tavoli.componi(
            TavoloTematicoProcesso.AVVISO_ID.di(esecuzione),
            TavoloTematicoProcesso.AREA_CODICE.di(esecuzione),
            facilitatori(esecuzione.getTenantId())));
  }

  /** The officials of the Ambito who moderate its tavoli. */
  private List<Destinatario> facilitatori(String codiceAmbito) {
    return identita
        .createUserQuery()
        .memberOfGroup(GRUPPO)
        .memberOfTenant(codiceAmbito)
        .orderByUserId()
        .asc()
        .list()
        .stream()
        .map(
            utente ->
                new Destinatario(
                    (utente.getFirstName() + " " + utente.getLastName()).strip(),
                    utente.getEmail()))
        .toList();
  }
}
