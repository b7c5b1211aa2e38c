package it.pianodizona.premialita;

import static it.pianodizona.comune.DateItaliane.GIORNO;
import static it.pianodizona.premialita.Regole.corto;
import static it.pianodizona.premialita.Regole.nonFutura;
import static it.pianodizona.premialita.Regole.regola;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import it.pianodizona.comune.Denaro.Ripartizione;
import it.pianodizona.comune.Termini;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Scadenze;
import it.pianodizona.premialita.libro.LibroPremialita;
import it.pianodizona.premialita.libro.Movimento;
import it.pianodizona.premialita.libro.TipoMovimento;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The money that goes to the Ente capofila and comes back: acconto, saldo, first level of
 * 2018-2020, recoveries, storni; and the late flows that stop it (DGR XI/4563 §7).
 */
@Service
@Transactional
public class Pagamenti {

  private final Premialita premialita;
  private final ArchivioPremialita archivio;
  private final PremialitaProperties proprieta;
  private final LibroPremialita libro;
  private final Accordi accordi;
  private final Piani piani;
  private final Scadenze scadenze;
  private final Anagrafica anagrafica;
  private final List<ImpedimentoAlPagamento> impedimenti;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Pagamenti(
      Premialita premialita,
      ArchivioPremialita archivio,
      PremialitaProperties proprieta,
      LibroPremialita libro,
      Accordi accordi,
      Piani piani,
      Scadenze scadenze,
      Anagrafica anagrafica,
      List<ImpedimentoAlPagamento> impedimenti,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.premialita = premialita;
    this.archivio = archivio;
    this.proprieta = proprieta;
    this.libro = libro;
    this.accordi = accordi;
    this.piani = piani;
    this.scadenze = scadenze;
    this.anagrafica = anagrafica;
    this.impedimenti = List.copyOf(impedimenti);
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /**
   * Pays the acconto to the Ente capofila and sets the day for the final report.
   *
   * @return last instant for the final report, Europe/Rome
   * @throws DatoNonValido without a positive evaluation, a transmitted Accordo or an amount, or
   *     when the acconto was paid before
   */
  public ZonedDateTime liquidaAcconto(long progettoId, AttoDiLiquidazione atto, String utente) {
    var progetto = premialita.conBlocco(progettoId);
    return liquidaAcconto(progetto, acconto(progetto), atto, utente);
  }

  private ZonedDateTime liquidaAcconto(
      Progetto progetto, Denaro importo, AttoDiLiquidazione atto, String utente) {
    if (!progetto.propostaPositiva()) {
      throw regola("Acconto", "manca la valutazione positiva del gruppo tecnico regionale");
    }
    if (!accordi.trasmesso(progetto.pianoId())) {
      throw regola(
          "Acconto", "l'Accordo di Programma non è ancora stato trasmesso dalla ATS alla Regione");
    }
    if (progetto.accontoPagato() != null) {
      throw regola("Acconto", "è già stato liquidato e non si paga due volte");
    }
    var determinazione =
        progetto
            .cercaDeterminazione()
            .orElseThrow(
                () -> regola("Acconto", "la premialità del Piano non è ancora determinata"));
    var piano = piani.riferimento(progetto.pianoId());
    if (determinazione.daCompletare()) {
      throw regola(
          "Acconto",
          "gli importi della premialità del triennio "
              + piano.triennio()
              + " sono da completare, quindi non si può liquidare nulla. La Regione registra"
              + " prima l'atto che li stabilisce, avviando il processo «Completamento dello"
              + " schema di premialità»");
    }
    paga(
        progetto,
        piano,
        TipoMovimento.ACCONTO,
        importo,
        atto,
        presuppostoAcconto(progetto),
        utente);
    var triennio = piani.triennio(piano.triennio());
    return scadenze.registra(
        piano.pianoId(),
        "RENDICONTAZIONE",
        "progetto:" + progetto.id(),
        Termini.aData(
            triennio.fine(),
            "rendicontazione finale del progetto entro la fine del triennio; "
                + triennio.attoRegionale()));
  }

  /**
   * Pays the saldo, which is what is left of the assigned amount, to the cent.
   *
   * @throws DatoNonValido without the final report and its evaluation, when the saldo was paid
   *     before, or when nothing is left to pay
   */
  public void liquidaSaldo(long progettoId, AttoDiLiquidazione atto, String utente) {
    var progetto = premialita.conBlocco(progettoId);
    if (progetto.rendicontazione() == null) {
      throw regola("Saldo", "manca la rendicontazione del progetto");
    }
    if (progetto.finale() == null || !progetto.finale().positiva()) {
      throw regola("Saldo", "manca la valutazione finale positiva del gruppo tecnico regionale");
    }
    if (progetto.saldoPagato() != null) {
      throw regola("Saldo", "è già stato liquidato e non si paga due volte");
    }
    paga(
        progetto,
        piani.riferimento(progetto.pianoId()),
        TipoMovimento.SALDO,
        progetto.residua(),
        atto,
        presuppostoSaldo(progetto),
        utente);
  }

  /**
   * Orders that what was paid and is no longer due comes back.
   *
   * @throws DatoNonValido when nothing is to be recovered
   */
  public void recupera(long progettoId, AttoDiLiquidazione atto, String utente) {
    var progetto = premialita.conBlocco(progettoId);
    nonFutura("Data dell'atto", atto.data(), orologio);
    if (!progetto.residua().negativo()) {
      throw regola("Recupero", "per questo progetto non c'è nulla da recuperare");
    }
    var piano = piani.riferimento(progetto.pianoId());
    var motivo = progetto.determinazione().motivo();
    var movimento =
        libro.scrivi(
            new LibroPremialita.Scrittura(
                piano.pianoId(),
                progettoId,
                TipoMovimento.RECUPERO,
                Denaro.ZERO.meno(progetto.residua()),
                atto.numero(),
                atto.data(),
                premialita.beneficiario(piano.codiceAmbito()),
                corto(motivo),
                utente,
                OffsetDateTime.now(orologio)));
    eventi.publishEvent(
        new RecuperoDisposto(
            piano,
            movimento.id(),
            progetto.titolo(),
            movimento.importo(),
            motivo,
            atto.numero(),
            atto.data()));
  }

  /**
   * Reverses a payment that the treasury did not make or made wrongly; what is still due of it is
   * owed again and {@link #ripeti} pays it. When its money was ordered back, the same act reverses
   * the recoveries too: who did not receive a sum cannot return it.
   *
   * @param atto of the Region that orders it
   * @param annullaRecuperi whether the recoveries may be reversed, because nothing came back yet
   * @throws DatoNonValido when the row is no payment, was reversed before, or its money was ordered
   *     back and the recoveries may not be reversed: it would come back twice
   */
  public Movimento storna(
      long movimentoId,
      AttoDiLiquidazione atto,
      String motivo,
      boolean annullaRecuperi,
      String utente) {
    var movimento = pagamento(movimentoId);
    archivio.blocca(movimento.pianoId());
    nonFutura("Data dell'atto", atto.data(), orologio);
    var scritture = libro.delPiano(movimento.pianoId());
    if (stornato(movimento, scritture)) {
      throw regola("Storno", "il pagamento %s è già stornato".formatted(movimento.numero()));
    }
    var stornabile = stornabile(movimento, scritture);
    if (!stornabile.recuperi().isEmpty() && !annullaRecuperi) {
      throw regola(
          "Storno",
          "di quanto pagato con %s è già stato disposto il recupero (%s): lo stesso atto deve"
                  .formatted(movimento.numero(), stornabile.recuperato())
              + " annullarlo, se nulla è ancora stato restituito");
    }
    var adesso = OffsetDateTime.now(orologio);
    for (var recupero : stornabile.recuperi()) {
      libro.storna(recupero, atto.numero(), atto.data(), corto(motivo), utente, adesso);
    }
    var storno = libro.storna(movimento, atto.numero(), atto.data(), corto(motivo), utente, adesso);
    eventi.publishEvent(
        new PagamentoStornato(
            piani.riferimento(movimento.pianoId()),
            movimento.progettoId(),
            storno.id(),
            titolo(movimento.progettoId()),
            movimento.tipo(),
            movimento.importo(),
            stornabile.recuperato(),
            libro.saldi(movimento.pianoId(), movimento.progettoId()).residua(),
            atto.numero(),
            motivo));
    return storno;
  }

  /** The payments of a plan that {@link #storna} would reverse, oldest first. */
  @Transactional(readOnly = true)
  public List<PagamentoStornabile> stornabili(long pianoId) {
    var scritture = libro.delPiano(pianoId);
    return scritture.stream()
        .filter(m -> m.tipo().pagamento() && !stornato(m, scritture))
        .map(m -> stornabile(m, scritture))
        .toList();
  }

  /** The reversed payments of a plan that {@link #ripeti} would make again, oldest first. */
  @Transactional(readOnly = true)
  public List<PagamentoRipetibile> ripetibili(long pianoId) {
    var scritture = libro.delPiano(pianoId);
    return scritture.stream()
        .filter(m -> m.tipo().pagamento() && stornato(m, scritture))
        .filter(
            m ->
                scritture.stream()
                    .noneMatch(
                        dopo ->
                            dopo.id() > m.id()
                                && dopo.tipo() == m.tipo()
                                && stessoOggetto(dopo, m)))
        .map(m -> new PagamentoRipetibile(m, daRipetere(m)))
        .filter(r -> r.importo().positivo())
        .toList();
  }

  /**
   * Pays again what was reversed, by a new act; every condition of the first payment is looked at
   * again. An acconto that is paid after the final evaluation brings what is still owed, up to what
   * it was.
   *
   * @throws DatoNonValido when the payment was not reversed, or was already made again
   */
  public void ripeti(long movimentoId, AttoDiLiquidazione atto, String utente) {
    var movimento = pagamento(movimentoId);
    archivio.blocca(movimento.pianoId());
    if (!stornato(movimento, libro.delPiano(movimento.pianoId()))) {
      throw regola(
          "Nuovo pagamento", "il pagamento %s non è stato stornato".formatted(movimento.numero()));
    }
    switch (movimento.tipo()) {
      case ACCONTO ->
          liquidaAcconto(
              premialita.conBlocco(movimento.progettoId()), daRipetere(movimento), atto, utente);
      case SALDO -> liquidaSaldo(movimento.progettoId(), atto, utente);
      default -> liquidaPrimoLivello(movimento.pianoId(), atto, utente);
    }
  }

  private Denaro daRipetere(Movimento stornato) {
    if (stornato.tipo() != TipoMovimento.ACCONTO) {
      return libro.saldi(stornato.pianoId(), stornato.progettoId()).residua();
    }
    var progetto = premialita.progetto(stornato.progettoId());
    if (progetto.finale() == null) {
      return acconto(progetto);
    }
    // after the final evaluation a saldo brings what is beyond the acconto, or none follows
    return stornato.importo().minore(progetto.residua());
  }

  private static Denaro acconto(Progetto progetto) {
    return progetto.ripartizione().map(Ripartizione::acconto).orElse(Denaro.ZERO);
  }

  private Movimento pagamento(long movimentoId) {
    return libro
        .cerca(movimentoId)
        .filter(m -> m.tipo().pagamento())
        .orElseThrow(
            () ->
                new DatoNonValido(
                    "Movimento", Movimento.numero(movimentoId), "il numero di un pagamento"));
  }

  private static boolean stornato(Movimento movimento, List<Movimento> scritture) {
    return scritture.stream().anyMatch(m -> Long.valueOf(movimento.id()).equals(m.storna()));
  }

  /** With the recoveries that were ordered of the same project, unless they were reversed. */
  private static PagamentoStornabile stornabile(Movimento pagamento, List<Movimento> scritture) {
    return new PagamentoStornabile(
        pagamento,
        scritture.stream()
            .filter(m -> m.tipo() == TipoMovimento.RECUPERO && stessoOggetto(m, pagamento))
            .filter(m -> !stornato(m, scritture))
            .toList());
  }

  private static boolean stessoOggetto(Movimento uno, Movimento altro) {
    return Objects.equals(uno.progettoId(), altro.progettoId());
  }

  private String titolo(Long progettoId) {
    return progettoId == null ? PrimoLivello.TITOLO : premialita.progetto(progettoId).titolo();
  }

  /**
   * Pays the first level of 2018-2020 in one go.
   *
   * @throws DatoNonValido without a transmitted Accordo or an amount, or when it was paid before
   */
  public void liquidaPrimoLivello(long pianoId, AttoDiLiquidazione atto, String utente) {
    archivio.blocca(pianoId);
    var livello =
        archivio
            .primoLivello(pianoId)
            .orElseThrow(() -> regola("Primo livello", "la premialità non è ancora determinata"));
    if (!accordi.trasmesso(pianoId)) {
      throw regola(
          "Primo livello",
          "l'Accordo di Programma non è ancora stato trasmesso dalla ATS alla Regione");
    }
    var saldi = libro.saldi(pianoId, null);
    if (livello.importo().positivo() && !saldi.residua().positivo()) {
      throw regola("Primo livello", "è già stato liquidato e non si paga due volte");
    }
    paga(
        null,
        piani.riferimento(pianoId),
        TipoMovimento.PRIMO_LIVELLO,
        saldi.residua(),
        atto,
        "%s; Accordo trasmesso alla Regione; nessun debito informativo in ritardo"
            .formatted(livello.motivo()),
        utente);
  }

  /**
   * Why nothing can be paid for a project now (DGR XI/4563 §7); empty when nothing forbids it. The
   * sentences have no full stop. Whose flows count for a joint project is {@link
   * PremialitaProperties#debitiCheBloccano}.
   */
  @Transactional(readOnly = true)
  public List<String> motiviDiBlocco(long progettoId) {
    return motiviDiBlocco(premialita.progetto(progettoId));
  }

  private List<String> motiviDiBlocco(Progetto progetto) {
    var motivi = new ArrayList<>(motiviDiBlocco(progetto.codiceAmbito()));
    if (proprieta.debitiCheBloccano() == DebitiCheBloccano.TUTTI_I_PARTNER) {
      for (var partner : progetto.partnerAttuali()) {
        var nome = anagrafica.ambito(partner).denominazione();
        motiviDiBlocco(partner).forEach(m -> motivi.add("per l'Ambito di " + nome + " " + m));
      }
    }
    return motivi;
  }

  /**
   * The Ambiti whose payments may go on when nothing of this one is late any more: itself and,
   * where the flows of the partners count, those that have it as a partner.
   */
  @Transactional(readOnly = true)
  public List<String> pagamentiLegatiA(String codiceAmbito) {
    var legati = new ArrayList<>(List.of(codiceAmbito));
    if (proprieta.debitiCheBloccano() == DebitiCheBloccano.TUTTI_I_PARTNER) {
      legati.addAll(archivio.ambitiConPartner(codiceAmbito));
    }
    return legati;
  }

  /**
   * Why nothing can be paid to an Ambito now (DGR XI/4563 §7); empty when nothing forbids it. The
   * sentences have no full stop.
   */
  @Transactional(readOnly = true)
  public List<String> motiviDiBlocco(String codiceAmbito) {
    return impedimenti.stream()
        .flatMap(impedimento -> impedimento.motivi(codiceAmbito).stream())
        .toList();
  }

  /** Tells the Ambito that a payment for a project waits, and for what. */
  public void segnalaBlocco(long progettoId, List<String> motivi) {
    var progetto = premialita.progetto(progettoId);
    eventi.publishEvent(
        new PagamentoBloccato(
            piani.riferimento(progetto.pianoId()), progettoId, progetto.titolo(), motivi));
  }

  /** Tells the Ambito that the payment of the first level waits, and for what. */
  public void segnalaBloccoPrimoLivello(long pianoId, List<String> motivi) {
    eventi.publishEvent(
        new PagamentoBloccato(piani.riferimento(pianoId), null, PrimoLivello.TITOLO, motivi));
  }

  private void paga(
      Progetto progetto,
      RiferimentoPiano piano,
      TipoMovimento tipo,
      Denaro importo,
      AttoDiLiquidazione atto,
      String presupposto,
      String utente) {
    nonFutura("Data del decreto", atto.data(), orologio);
    var impedito =
        progetto == null ? motiviDiBlocco(piano.codiceAmbito()) : motiviDiBlocco(progetto);
    if (!impedito.isEmpty()) {
      throw regola(
          "Pagamento", "all'Ambito non si può pagare nulla perché " + String.join("; ", impedito));
    }
    if (!importo.positivo()) {
      throw regola("Importo", "non c'è nulla da liquidare");
    }
    Movimento movimento;
    try {
      movimento =
          libro.scrivi(
              new LibroPremialita.Scrittura(
                  piano.pianoId(),
                  progetto == null ? null : progetto.id(),
                  tipo,
                  importo,
                  atto.numero(),
                  atto.data(),
                  premialita.beneficiario(piano.codiceAmbito()),
                  corto(presupposto),
                  utente,
                  OffsetDateTime.now(orologio)));
    } catch (DuplicateKeyException appenaPagato) {
      throw regola("Pagamento", "è appena stato registrato da un'altra persona");
    }
    eventi.publishEvent(
        new PremialitaLiquidata(
            piano,
            movimento.progettoId(),
            movimento.id(),
            progetto == null ? PrimoLivello.TITOLO : progetto.titolo(),
            tipo,
            importo,
            atto.numero(),
            atto.data()));
  }

  /** What allows an acconto, as the ledger keeps it. */
  private String presuppostoAcconto(Progetto progetto) {
    return "Valutazione positiva del gruppo tecnico regionale%s; Accordo trasmesso alla Regione;"
            .formatted(
                progetto.proposta().punteggi().isEmpty()
                    ? ""
                    : " (%d punti)".formatted(progetto.proposta().punteggio()))
        + " nessun debito informativo in ritardo";
  }

  private static String presuppostoSaldo(Progetto progetto) {
    return ("Relazione finale del %s; valutazione finale: obiettivo raggiunto al %d per cento;"
            + " nessun debito informativo in ritardo")
        .formatted(
            GIORNO.format(progetto.rendicontazione().dataRelazione()),
            progetto.finale().percentuale());
  }
}
