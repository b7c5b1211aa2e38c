package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import it.pianodizona.comune.Denaro.Ripartizione;
import it.pianodizona.documento.Macroarea;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A project of the plan that asks for premialità, with all that happened to it so far. The parts
 * that did not happen yet are {@code null}; the {@code Optional} getters say so.
 *
 * @param codiceAmbito whose plan it belongs to
 * @param obiettivoId the objective of the Documento di Piano it comes from
 * @param macroarea as the Documento or the scheda says; {@code null} in 2018-2020
 * @param scheda as it was declared, with the partners of then
 * @param receduti codes of the Ambiti that left since
 * @param proposta evaluation that opens the acconto
 * @param accertati what the gruppo tecnico found satisfied
 * @param ordineDiValutazione grows with the moment of that evaluation; 0 before it
 * @param determinazione the last one
 * @param finale evaluation that opens the saldo
 * @param accontoPagato unless it was reversed
 * @param saldoPagato unless it was reversed
 * @param recuperato what came back to the Region; zero when nothing did
 */
public record Progetto(
    long id,
    long pianoId,
    String codiceAmbito,
    long obiettivoId,
    String titolo,
    Macroarea macroarea,
    SchedaProgetto scheda,
    Set<String> receduti,
    Valutazione proposta,
    Set<Requisito> accertati,
    long ordineDiValutazione,
    boolean valutazioneRegistrata,
    Determinazione determinazione,
    Rendicontazione rendicontazione,
    Valutazione finale,
    Denaro accontoPagato,
    Denaro saldoPagato,
    Denaro recuperato) {

  /** What the Ambito declared; empty until the scheda is filled in. */
  public Optional<SchedaProgetto> cercaScheda() {
    return Optional.ofNullable(scheda);
  }

  /** The amount as determined last; empty until every project of the plan is evaluated. */
  public Optional<Determinazione> cercaDeterminazione() {
    return Optional.ofNullable(determinazione);
  }

  /** The partners that are still there. */
  public List<String> partnerAttuali() {
    return scheda == null
        ? List.of()
        : scheda.partner().stream().filter(codice -> !receduti.contains(codice)).toList();
  }

  /** Whether its own Ambito left it. */
  public boolean ritirato() {
    return receduti.contains(codiceAmbito);
  }

  /** The first of the projects of several Ambiti that are one: the project itself when alone. */
  public long radice() {
    return scheda == null || scheda.comuneCon() == null ? id : scheda.comuneCon();
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

  /** Paid so far, less what came back. */
  public Denaro liquidata() {
    return zeroSeAssente(accontoPagato).piu(zeroSeAssente(saldoPagato)).meno(recuperato);
  }

  /** What can still be paid; below zero it is to be recovered. */
  public Denaro residua() {
    return assegnata().meno(liquidata());
  }

  private static Denaro zeroSeAssente(Denaro importo) {
    return importo == null ? Denaro.ZERO : importo;
  }
}
