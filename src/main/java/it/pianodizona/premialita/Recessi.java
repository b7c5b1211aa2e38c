package it.pianodizona.premialita;

import static it.pianodizona.premialita.Regole.nonFutura;
import static it.pianodizona.premialita.Regole.regola;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.piano.Piani;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ambiti that leave a project, and what follows for those that stay. */
@Service
@Transactional
public class Recessi {

  private final Premialita premialita;
  private final Determinazioni determinazioni;
  private final ArchivioPremialita archivio;
  private final Piani piani;
  private final Anagrafica anagrafica;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Recessi(
      Premialita premialita,
      Determinazioni determinazioni,
      ArchivioPremialita archivio,
      Piani piani,
      Anagrafica anagrafica,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.premialita = premialita;
    this.determinazioni = determinazioni;
    this.archivio = archivio;
    this.piani = piani;
    this.anagrafica = anagrafica;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /**
   * Records that an Ambito leaves a project, and looks again at the conditions of every Ambito that
   * takes part in it. Before the evaluation the gruppo tecnico finds one partner less; after it the
   * amounts of the plans follow, and what was already paid and is no longer due is to be recovered.
   *
   * @throws DatoNonValido when the Ambito does not take part in the project, left it before, or the
   *     final outcome was evaluated already
   */
  public void recede(long progettoId, Recesso recesso, String utente) {
    archivio.pianiDelProgettoComune(progettoId).forEach(archivio::blocca);
    var progetto = premialita.progetto(progettoId);
    var radice = progetto.radice();
    nonFutura("Data dell'atto", recesso.data(), orologio);
    if (progetto.scheda() == null) {
      throw regola("Recesso", "il progetto non ha ancora la scheda: gli Ambiti si scelgono lì");
    }
    var ambito = anagrafica.ambito(recesso.codiceAmbito());
    if (progetto.receduti().contains(recesso.codiceAmbito())) {
      throw regola("Recesso", "l'Ambito " + ambito.denominazione() + " ha già receduto");
    }
    if (!recesso.codiceAmbito().equals(progetto.codiceAmbito())
        && !progetto.scheda().partner().contains(recesso.codiceAmbito())) {
      throw new DatoNonValido(
          "Ambito che recede", recesso.codiceAmbito(), "uno degli Ambiti del progetto");
    }
    var comuni =
        archivio.progettiComuni(radice).stream()
            .filter(p -> !p.receduti().contains(recesso.codiceAmbito()))
            .toList();
    if (progetto.finale() != null
        || comuni.stream()
            .anyMatch(p -> p.codiceAmbito().equals(recesso.codiceAmbito()) && p.finale() != null)) {
      throw regola(
          "Recesso", "l'esito finale del progetto è già valutato: non c'è più da recedere");
    }
    comuni.forEach(p -> archivio.aggiungiRecesso(p.id(), recesso, utente));
    for (var coinvolto : comuni) {
      determinazioni.rideterminaPiano(coinvolto.pianoId());
      var dopo = premialita.progetto(coinvolto.id());
      eventi.publishEvent(
          new AmbitoReceduto(
              piani.riferimento(dopo.pianoId()),
              dopo.id(),
              dopo.titolo(),
              ambito.codice(),
              ambito.denominazione(),
              recesso.atto(),
              recesso.motivo(),
              conseguenza(dopo)));
    }
  }

  private String conseguenza(Progetto progetto) {
    if (progetto.ritirato()) {
      return "L'Ambito non partecipa più al progetto";
    }
    if (progetto.proposta() == null) {
      return "Il progetto prosegue con gli Ambiti rimasti e sarà valutato con loro";
    }
    if (progetto.determinazione() == null || progetto.finale() != null) {
      return "La valutazione già data resta";
    }
    return progetto.residua().negativo()
        ? "La premialità del progetto scende sotto quanto già pagato: la Regione recupera la"
            + " differenza"
        : progetto.determinazione().riconosciuta()
            ? "La premialità del progetto resta riconosciuta"
            : "La premialità del progetto non è più riconosciuta";
  }
}
