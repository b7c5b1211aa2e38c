package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import it.pianodizona.comune.Denaro.Ripartizione;
import it.pianodizona.documento.Macroarea;
import java.util.Optional;

/**
 * A project of the plan that asks for premialità, with all that happened to it so far. The parts
 * that did not happen yet are {@code null}; the {@code Optional} getters say so.
 *
 * @param obiettivoId the objective of the Documento di Piano it comes from
 * @param macroarea as the Documento or the scheda says; {@code null} in 2018-2020
 * @param proposta evaluation that opens the acconto
 * @param ordineDiValutazione grows with the moment of that evaluation; 0 before it
 * @param finale evaluation that opens the saldo
 */
public record Progetto(
    long id,
    long pianoId,
    long obiettivoId,
    String titolo,
    Macroarea macroarea,
    SchedaProgetto scheda,
    Valutazione proposta,
    long ordineDiValutazione,
    boolean valutazioneRegistrata,
    Determinazione determinazione,
    Rendicontazione rendicontazione,
    Valutazione finale,
    Denaro accontoPagato,
    Denaro saldoPagato) {

  /** What the Ambito declared; empty until the scheda is filled in. */
  public Optional<SchedaProgetto> cercaScheda() {
    return Optional.ofNullable(scheda);
  }

  /** The amount as determined last; empty until every project of the plan is evaluated. */
  public Optional<Determinazione> cercaDeterminazione() {
    return Optional.ofNullable(determinazione);
  }

  public boolean propostaPositiva() {
    return proposta != null && proposta.positiva();
  }

  /** Total owed for the project; zero when nothing is, or nothing is known yet. */
  public Denaro assegnata() {
    return determinazione == null || determinazione.daCompletare()
        ? Denaro.ZERO
        : determinazione.importo();
  }

  /** Acconto and saldo that are owed; empty while no amount is known. */
  public Optional<Ripartizione> ripartizione() {
    return cercaDeterminazione().filter(d -> !d.daCompletare()).map(Determinazione::ripartizione);
  }

  /** Paid so far. */
  public Denaro liquidata() {
    return zeroSeAssente(accontoPagato).piu(zeroSeAssente(saldoPagato));
  }

  /** What can still be paid: nothing after a negative final evaluation. */
  public Denaro residua() {
    return finale != null && !finale.positiva() ? Denaro.ZERO : assegnata().meno(liquidata());
  }

  private static Denaro zeroSeAssente(Denaro importo) {
    return importo == null ? Denaro.ZERO : importo;
  }
}
