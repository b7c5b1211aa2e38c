package it.pianodizona.premialita;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import it.pianodizona.piano.Piani;
import it.pianodizona.premialita.SchemaPremialita.Quota;
import it.pianodizona.premialita.libro.LibroPremialita;
import it.pianodizona.premialita.libro.Movimento;
import it.pianodizona.premialita.libro.SaldiPremialita;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The premialità of the plans as it stands: projects, amounts, ledger (DGR X/7631 for 2018-2020,
 * DGR XI/4563 §5.2 for 2021-2023). Amounts in euro with two decimals; acconto and saldo of a
 * project, less what came back, always add up to what was assigned to it. Every amount that is
 * assigned, paid or recovered is a row of the {@link LibroPremialita}.
 *
 * <p>What changes it is beside: {@link Progetti}, {@link Valutazioni}, {@link Determinazioni},
 * {@link Recessi}, {@link Pagamenti}. Everything there that depends on the order of things – the
 * last evaluation of a plan, the determination, a payment – locks the plan's row first, so that two
 * people acting in the same instant are served one after the other.
 */
@Service
@Transactional(readOnly = true)
public class Premialita {

  private final ArchivioPremialita archivio;
  private final SchemaPremialita schema;
  private final PremialitaProperties proprieta;
  private final LibroPremialita libro;
  private final Accordi accordi;
  private final Piani piani;
  private final Anagrafica anagrafica;

  Premialita(
      ArchivioPremialita archivio,
      SchemaPremialita schema,
      PremialitaProperties proprieta,
      LibroPremialita libro,
      Accordi accordi,
      Piani piani,
      Anagrafica anagrafica) {
    this.archivio = archivio;
    this.schema = schema;
    this.proprieta = proprieta;
    this.libro = libro;
    this.accordi = accordi;
    this.piani = piani;
    this.anagrafica = anagrafica;
  }

  /**
   * @throws DatoNonValido when no project has that id
   */
  public Progetto progetto(long progettoId) {
    return archivio
        .progetto(progettoId)
        .orElseThrow(() -> new DatoNonValido("Progetto", progettoId, "un progetto esistente"));
  }

  /** All the projects of a plan, in order of creation. */
  public List<Progetto> progetti(long pianoId) {
    return archivio.progettiDelPiano(pianoId);
  }

  /** What moved the treasury for a plan, oldest first: payments, recoveries and their storni. */
  public List<Movimento> movimenti(long pianoId) {
    return libro.delPiano(pianoId).stream().filter(m -> !m.uscita().equals(Denaro.ZERO)).toList();
  }

  /** The whole ledger of a plan, in the order in which it was written. */
  public List<Movimento> scritture(long pianoId) {
    return libro.delPiano(pianoId);
  }

  /** The whole ledger of a triennio, in the order in which it was written. */
  public List<Movimento> scritture(String triennio) {
    return libro.delTriennio(triennio);
  }

  /** The balances of a plan, from the ledger. */
  public SaldiPremialita saldi(long pianoId) {
    return libro.saldi(pianoId);
  }

  /** Totals of a plan: assigned, paid and still payable. */
  public RiepilogoPremialita riepilogo(long pianoId) {
    return RiepilogoPremialita.di(
        archivio.progettiDelPiano(pianoId),
        quotaPrimoLivello(pianoId).importo(),
        libro.saldi(pianoId));
  }

  /** How what the sources leave open is read here. */
  public PremialitaProperties letture() {
    return proprieta;
  }

  /** Which premialità scheme applies to a plan, e.g. {@code 2021-2023}. */
  public String schema(long pianoId) {
    return piani.triennio(piani.riferimento(pianoId).triennio()).schemaPremialita();
  }

  /** Name of the Ente capofila of an Ambito, the only body that is paid. */
  public String beneficiario(String codiceAmbito) {
    var ambito = anagrafica.ambito(codiceAmbito);
    return Optional.ofNullable(ambito.capofila())
        .orElse("Ente capofila dell'Ambito di " + ambito.denominazione());
  }

  /** The first level as determined; empty before. */
  public Optional<PrimoLivello> primoLivello(long pianoId) {
    return archivio.primoLivello(pianoId);
  }

  /** What the first level of a plan is worth so far. */
  Quota quotaPrimoLivello(long pianoId) {
    if (!schema(pianoId).equals(SchemaPremialita.SCHEMA_2018)) {
      return new Quota(Denaro.ZERO, "Lo schema non prevede un primo livello");
    }
    return accordi
        .dataUltimaFirma(pianoId)
        .map(schema::primoLivello)
        .orElseGet(() -> new Quota(Denaro.ZERO, "Accordo di Programma non ancora sottoscritto"));
  }

  /** A project whose plan nobody else changes until the end of the transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  Progetto conBlocco(long progettoId) {
    archivio.pianoDelProgetto(progettoId).ifPresent(archivio::blocca);
    return progetto(progettoId);
  }
}
