package it.pianodizona.premialita;

import static it.pianodizona.premialita.Regole.nonFutura;
import static it.pianodizona.premialita.Regole.regola;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import it.pianodizona.comune.Termini;
import it.pianodizona.piano.Piani;
import it.pianodizona.premialita.SchemaPremialita.CriterioDiValutazione;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the gruppo tecnico regionale finds: the evaluation of the proposals and, after the final
 * report, how much of the objective was reached.
 */
@Service
@Transactional
public class Valutazioni {

  private final Premialita premialita;
  private final Progetti progetti;
  private final Determinazioni determinazioni;
  private final ArchivioPremialita archivio;
  private final SchemaPremialita schema;
  private final PremialitaProperties proprieta;
  private final Piani piani;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Valutazioni(
      Premialita premialita,
      Progetti progetti,
      Determinazioni determinazioni,
      ArchivioPremialita archivio,
      SchemaPremialita schema,
      PremialitaProperties proprieta,
      Piani piani,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.premialita = premialita;
    this.progetti = progetti;
    this.determinazioni = determinazioni;
    this.archivio = archivio;
    this.schema = schema;
    this.proprieta = proprieta;
    this.piani = piani;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /** The criteria of the gruppo tecnico for a plan; empty in the trienni without. */
  @Transactional(readOnly = true)
  public List<CriterioDiValutazione> criteri(long pianoId) {
    return schema.criteri(premialita.schema(pianoId));
  }

  /** The points that a proposal of a plan needs in all. */
  @Transactional(readOnly = true)
  public int sogliaDiValutazione(long pianoId) {
    return schema.sogliaDiValutazione(premialita.schema(pianoId));
  }

  /**
   * Records the evaluation of a proposal by the gruppo tecnico regionale.
   *
   * @param accertati the requirements that the group found satisfied
   * @throws DatoNonValido when the project has no scheda or was evaluated before, when points are
   *     missing or out of range, or when the outcome is not the one that requirements and points
   *     give
   */
  public void valutaProposta(long progettoId, Set<Requisito> accertati, Valutazione valutazione) {
    var progetto = premialita.conBlocco(progettoId);
    if (progetto.scheda() == null) {
      throw regola("Valutazione", "il progetto non ha ancora la scheda");
    }
    if (progetto.proposta() != null) {
      throw regola("Valutazione", "il progetto è già stato valutato");
    }
    progetti.eccezioniAmmesse(
        progetto.codiceAmbito(), progetti.possibiliPartner(progetto.codiceAmbito()), accertati);
    var motivi = new ArrayList<>(progetti.motiviDiNonValidita(progetto, accertati));
    var insufficienze = insufficienze(progetto, valutazione);
    motivi.addAll(insufficienze);
    if (valutazione.positiva() && !motivi.isEmpty()) {
      throw regola(
          "Esito",
          "la valutazione non può essere positiva perché "
              + String.join("; ", motivi)
              + ". Correggere i requisiti accertati e i punteggi, oppure dare esito negativo");
    }
    if (!valutazione.positiva() && motivi.isEmpty() && !valutazione.punteggi().isEmpty()) {
      throw regola(
          "Esito",
          "con questi requisiti e %d punti la valutazione è positiva: un esito negativo chiede almeno"
                  .formatted(valutazione.punteggio())
              + " un requisito mancante o un punteggio sotto il minimo");
    }
    archivio.aggiungiRequisiti(progettoId, "VALUTAZIONE", accertati);
    archivio.aggiungiValutazione(progettoId, "PROPOSTA", valutazione);
  }

  /** What is below its minimum; one sentence each. */
  private List<String> insufficienze(Progetto progetto, Valutazione valutazione) {
    var criteri = criteri(progetto.pianoId());
    var punteggi = valutazione.punteggi();
    if (criteri.isEmpty()) {
      if (!punteggi.isEmpty()) {
        throw regola("Punteggi", "il triennio non prevede punteggi per criterio");
      }
      return List.of();
    }
    var insufficienze = new ArrayList<String>();
    for (var voce : criteri) {
      var punti = punteggi.get(voce.criterio());
      if (punti == null || punti < 0 || punti > voce.massimo()) {
        throw new DatoNonValido(
            voce.criterio().descrizione(),
            punti,
            "un numero intero di punti da 0 a " + voce.massimo());
      }
      if (punti < voce.minimo()) {
        insufficienze.add(
            "per «%s» i punti sono %d e ne servono almeno %d"
                .formatted(voce.criterio().descrizione(), punti, voce.minimo()));
      }
    }
    int soglia = sogliaDiValutazione(progetto.pianoId());
    if (valutazione.punteggio() < soglia) {
      insufficienze.add(
          "il punteggio complessivo è %d e ne serve almeno %d"
              .formatted(valutazione.punteggio(), soglia));
    }
    return insufficienze;
  }

  /**
   * Closes the evaluation of a proposal.
   *
   * @return true when it was the last one of the plan; of two that close in the same instant
   *     exactly one is
   */
  public boolean registraValutazione(long progettoId) {
    var progetto = premialita.conBlocco(progettoId);
    if (progetto.proposta() == null) {
      throw regola("Valutazione", "il progetto non è ancora stato valutato");
    }
    archivio.segnaValutazioneRegistrata(progettoId);
    return premialita.progetti(progetto.pianoId()).stream()
        .allMatch(p -> p.id() == progettoId || p.valutazioneRegistrata());
  }

  /**
   * Records the final report of a project.
   *
   * @throws DatoNonValido before the acconto, or when the report was recorded before
   */
  public void rendiconta(long progettoId, Rendicontazione rendicontazione, String utente) {
    var progetto = premialita.conBlocco(progettoId);
    if (progetto.accontoPagato() == null) {
      throw regola("Rendicontazione", "si presenta dopo la liquidazione dell'acconto");
    }
    if (progetto.rendicontazione() != null) {
      throw regola("Rendicontazione", "è già stata presentata");
    }
    nonFutura("Data della relazione finale", rendicontazione.dataRelazione(), orologio);
    if (rendicontazione.spesaSostenuta().negativo()) {
      throw new DatoNonValido(
          "Spesa sostenuta", rendicontazione.spesaSostenuta(), "un importo non negativo");
    }
    archivio.aggiungiRendicontazione(progettoId, rendicontazione, utente);
  }

  /** Tells those concerned that the final report did not come in time; it can still come. */
  public void segnalaRendicontazioneInRitardo(long progettoId) {
    var progetto = premialita.progetto(progettoId);
    var piano = piani.riferimento(progetto.pianoId());
    eventi.publishEvent(
        new RendicontazioneInRitardo(
            piano,
            progettoId,
            progetto.titolo(),
            Termini.fineGiorno(piani.triennio(piano.triennio()).fine())));
  }

  /**
   * Records the evaluation of the final report. When the objective was not reached, or only in
   * part, less is due than was assigned.
   *
   * @throws DatoNonValido before the report, or when it was evaluated before
   */
  public Seguito valutaEsitoFinale(long progettoId, Valutazione valutazione) {
    var progetto = premialita.conBlocco(progettoId);
    if (progetto.rendicontazione() == null) {
      throw regola("Valutazione finale", "manca la rendicontazione del progetto");
    }
    if (progetto.finale() != null) {
      throw regola("Valutazione finale", "è già stata registrata");
    }
    int raggiunto = raggiunto(valutazione);
    archivio.aggiungiValutazione(progettoId, "FINALE", valutazione);
    if (raggiunto < 100) {
      var dovuto =
          raggiunto == 0
              ? Denaro.ZERO
              : proprieta.esitoParziale() == EffettoDelParziale.PROPORZIONALE
                  ? progetto.assegnata().percento(BigDecimal.valueOf(raggiunto))
                  : minore(progetto.assegnata(), progetto.liquidata());
      var motivo =
          raggiunto == 0
              ? "Saldo non dovuto, valutazione finale negativa: " + valutazione.giudizio()
              : "Obiettivo raggiunto al %d per cento: %s"
                  .formatted(raggiunto, valutazione.giudizio());
      determinazioni.rideterminato(progetto, progetto.determinazione().con(dovuto, motivo), null);
      if (raggiunto == 0) {
        determinazioni.nonRiconosciuta(progetto, motivo);
      }
    }
    int residua = premialita.progetto(progettoId).residua().compareTo(Denaro.ZERO);
    return residua > 0 ? Seguito.SALDO : residua == 0 ? Seguito.NULLA : Seguito.RECUPERO;
  }

  private static int raggiunto(Valutazione valutazione) {
    var raggiunto = valutazione.percentuale();
    if (raggiunto == null || raggiunto < 0 || raggiunto > 100) {
      throw new DatoNonValido(
          "Obiettivo raggiunto", raggiunto, "una percentuale intera da 0 a 100");
    }
    return raggiunto;
  }

  private static Denaro minore(Denaro uno, Denaro altro) {
    return uno.compareTo(altro) <= 0 ? uno : altro;
  }
}
