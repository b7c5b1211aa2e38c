package it.pianodizona.premialita;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import it.pianodizona.comune.Termini;
import it.pianodizona.documento.Documenti;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Scadenze;
import it.pianodizona.premialita.SchemaPremialita.Quota;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The premialità of the plans: projects, evaluations, amounts and payments to the Ente capofila
 * (DGR X/7631 for 2018-2020, DGR XI/4563 §5.2 for 2021-2023). Amounts in euro with two decimals;
 * acconto and saldo of a project always add up to what was assigned to it.
 *
 * <p>Everything that depends on the order of things – the last evaluation of a plan, the
 * determination, a payment – locks the plan's row first, so that two people acting in the same
 * instant are served one after the other.
 */
@Service
@Transactional
public class Premialita {

  private static final String SCHEMA_2018 = "2018-2020";
  private static final String SCHEMA_2021 = "2021-2023";

  private final ArchivioPremialita archivio;
  private final SchemaPremialita schema;
  private final CalcoloPremialita calcolo;
  private final Accordi accordi;
  private final Documenti documenti;
  private final Piani piani;
  private final Scadenze scadenze;
  private final Anagrafica anagrafica;
  private final List<ImpedimentoAlPagamento> impedimenti;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Premialita(
      ArchivioPremialita archivio,
      SchemaPremialita schema,
      PremialitaProperties proprieta,
      Accordi accordi,
      Documenti documenti,
      Piani piani,
      Scadenze scadenze,
      Anagrafica anagrafica,
      List<ImpedimentoAlPagamento> impedimenti,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.archivio = archivio;
    this.schema = schema;
    this.calcolo = new CalcoloPremialita(schema, proprieta.lettura());
    this.accordi = accordi;
    this.documenti = documenti;
    this.piani = piani;
    this.scadenze = scadenze;
    this.anagrafica = anagrafica;
    this.impedimenti = List.copyOf(impedimenti);
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /**
   * Creates a project for every objective that the Documento di Piano proposes for the premialità.
   * Calling it again adds only what is new.
   *
   * @return ids of all the projects of the plan
   */
  public List<Long> individuaProgetti(long pianoId) {
    archivio.apri(pianoId);
    var presenti =
        archivio.progettiDelPiano(pianoId).stream()
            .map(Progetto::obiettivoId)
            .collect(Collectors.toSet());
    archivio.aggiungiProgetti(
        pianoId,
        documenti.obiettivi(pianoId).stream()
            .filter(o -> o.scheda().candidatoPremialita())
            .filter(o -> !presenti.contains(o.id()))
            .toList());
    return progetti(pianoId).stream().map(Progetto::id).toList();
  }

  /**
   * @throws DatoNonValido when no project has that id
   */
  @Transactional(readOnly = true)
  public Progetto progetto(long progettoId) {
    return archivio
        .progetto(progettoId)
        .orElseThrow(() -> new DatoNonValido("Progetto", progettoId, "un progetto esistente"));
  }

  /** All the projects of a plan, in order of creation. */
  @Transactional(readOnly = true)
  public List<Progetto> progetti(long pianoId) {
    return archivio.progettiDelPiano(pianoId);
  }

  /** The ledger of a plan, oldest payment first. */
  @Transactional(readOnly = true)
  public List<Movimento> movimenti(long pianoId) {
    return archivio.movimenti(pianoId);
  }

  /** Totals of a plan: assigned, paid and still payable. */
  @Transactional(readOnly = true)
  public RiepilogoPremialita riepilogo(long pianoId) {
    return RiepilogoPremialita.di(
        archivio.progettiDelPiano(pianoId), primoLivello(pianoId).importo());
  }

  /** Which premialità scheme applies to a plan, e.g. {@code 2021-2023}. */
  @Transactional(readOnly = true)
  public String schema(long pianoId) {
    return piani.triennio(piani.riferimento(pianoId).triennio()).schemaPremialita();
  }

  /** The other Ambiti of the same Distretto, which may be partners of a project. */
  @Transactional(readOnly = true)
  public List<Ambito> possibiliPartner(String codiceAmbito) {
    var trovati = new LinkedHashMap<String, Ambito>();
    for (var codiceAsst : anagrafica.ambito(codiceAmbito).codiciAsst()) {
      anagrafica.ambitiDelDistretto(codiceAsst).forEach(a -> trovati.put(a.codice(), a));
    }
    trovati.remove(codiceAmbito);
    return List.copyOf(trovati.values());
  }

  /** Name of the Ente capofila of an Ambito, the only body that is paid. */
  @Transactional(readOnly = true)
  public String beneficiario(String codiceAmbito) {
    var ambito = anagrafica.ambito(codiceAmbito);
    return Optional.ofNullable(ambito.capofila())
        .orElse("Ente capofila dell'Ambito di " + ambito.denominazione());
  }

  /**
   * Records what the Ambito declares about a project.
   *
   * @throws DatoNonValido when the scheda was filled in before, or lacks what its triennio asks for
   */
  public void compilaScheda(long progettoId, SchedaProgetto scheda) {
    var progetto = conBlocco(progettoId);
    if (progetto.scheda() != null) {
      throw regola("Scheda progetto", "è già compilata e inviata alla valutazione");
    }
    var piano = piani.riferimento(progetto.pianoId());
    var schemaDelPiano = schema(progetto.pianoId());
    if (schemaDelPiano.equals(SCHEMA_2018) && scheda.obiettivoStrategico() == null) {
      throw new DatoNonValido("Obiettivo strategico", null, "uno tra OS1, OS2 e OS3");
    }
    if (!schemaDelPiano.equals(SCHEMA_2018) && scheda.macroarea() == null) {
      throw new DatoNonValido("Macroarea", null, "una lettera da A a J");
    }
    if (scheda.continuita() == Continuita.EVOLUZIONE && scheda.spiegazioneContinuita() == null) {
      throw new DatoNonValido(
          "Spiegazione dell'evoluzione", null, "una spiegazione corredata di dati");
    }
    var ammessi =
        possibiliPartner(piano.codiceAmbito()).stream()
            .map(Ambito::codice)
            .collect(Collectors.toSet());
    for (var codice : scheda.partner()) {
      if (!ammessi.contains(codice)) {
        throw new DatoNonValido("Ambiti partner", codice, "un altro Ambito dello stesso Distretto");
      }
    }
    archivio.scriviScheda(progettoId, scheda);
  }

  /**
   * Why a project would not be valid if the gruppo tecnico found these requirements; empty when it
   * would, and in the trienni that set no such conditions.
   */
  @Transactional(readOnly = true)
  public List<String> motiviDiNonValidita(long progettoId, Set<Requisito> accertati) {
    return motiviDiNonValidita(progetto(progettoId), accertati);
  }

  /**
   * Records the evaluation of a proposal by the gruppo tecnico regionale.
   *
   * @param accertati the requirements that the group found satisfied
   * @throws DatoNonValido when the project has no scheda, was evaluated before, or is evaluated
   *     positively although a requirement of its triennio is missing
   */
  public void valutaProposta(long progettoId, Set<Requisito> accertati, Valutazione valutazione) {
    var progetto = conBlocco(progettoId);
    if (progetto.scheda() == null) {
      throw regola("Valutazione", "il progetto non ha ancora la scheda");
    }
    if (progetto.proposta() != null) {
      throw regola("Valutazione", "il progetto è già stato valutato");
    }
    var motivi = motiviDiNonValidita(progetto, accertati);
    if (valutazione.positiva() && !motivi.isEmpty()) {
      throw regola(
          "Esito",
          "la valutazione non può essere positiva perché "
              + String.join("; ", motivi)
              + ". Correggere i requisiti accertati oppure dare esito negativo");
    }
    archivio.aggiungiRequisiti(progettoId, "VALUTAZIONE", accertati);
    archivio.aggiungiValutazione(progettoId, "PROPOSTA", valutazione);
  }

  /**
   * Closes the evaluation of a proposal.
   *
   * @return true when it was the last one of the plan; of two that close in the same instant
   *     exactly one is
   */
  public boolean registraValutazione(long progettoId) {
    var progetto = conBlocco(progettoId);
    if (progetto.proposta() == null) {
      throw regola("Valutazione", "il progetto non è ancora stato valutato");
    }
    archivio.segnaValutazioneRegistrata(progettoId);
    return progetti(progetto.pianoId()).stream()
        .allMatch(p -> p.id() == progettoId || p.valutazioneRegistrata());
  }

  /**
   * Determines the amount of every project of a plan. Projects already determined keep their
   * amount.
   *
   * @return all the projects with their amounts
   * @throws DatoNonValido when some project is still to be evaluated
   */
  public List<Progetto> determina(long pianoId) {
    archivio.blocca(pianoId);
    var progetti = progetti(pianoId);
    if (progetti.stream().anyMatch(p -> p.proposta() == null)) {
      throw regola("Premialità", "non tutti i progetti del Piano sono stati valutati");
    }
    var daScrivere =
        progetti.stream()
            .filter(p -> p.determinazione() == null)
            .map(Progetto::id)
            .collect(Collectors.toSet());
    scriviDeterminazioni(pianoId, progetti, daScrivere);
    return progetti(pianoId);
  }

  /**
   * Registers the regional act that completes the amounts of a triennio. A later act replaces an
   * earlier one for the projects that were not paid yet.
   *
   * @return key of the act
   * @throws DatoNonValido when the triennio has its own amounts, or a value is out of range
   */
  public long registraAtto(AttoRegionale atto, String utente) {
    var triennio = piani.triennio(atto.triennio());
    if (!schema.daCompletare(triennio.schemaPremialita())) {
      throw new DatoNonValido(
          "Triennio",
          atto.triennio(),
          "un triennio con gli importi da completare: questo applica lo schema "
              + triennio.schemaPremialita()
              + ", che ha già i suoi");
    }
    if (!atto.importoPerProgetto().positivo()) {
      throw new DatoNonValido(
          "Importo per progetto", atto.importoPerProgetto(), "un importo maggiore di zero");
    }
    if (atto.percentualeAcconto() < 1 || atto.percentualeAcconto() > 99) {
      throw new DatoNonValido(
          "Percentuale di acconto", atto.percentualeAcconto(), "un numero intero da 1 a 99");
    }
    nonFutura("Data dell'atto", atto.data());
    return archivio.aggiungiAtto(atto, utente);
  }

  /**
   * Determines again, after a regional act, the projects of a triennio that wait for their acconto.
   *
   * @return the projects with a new amount
   */
  public List<Progetto> ridetermina(String triennio) {
    var rideterminati = new ArrayList<Progetto>();
    for (var pianoId : archivio.pianiInAttesaDiAcconto(triennio)) {
      archivio.blocca(pianoId);
      var progetti = progetti(pianoId);
      var daScrivere =
          progetti.stream()
              .filter(Progetto::propostaPositiva)
              .filter(p -> p.determinazione() != null && p.accontoPagato() == null)
              .map(Progetto::id)
              .collect(Collectors.toSet());
      scriviDeterminazioni(pianoId, progetti, daScrivere);
      progetti(pianoId).stream()
          .filter(p -> daScrivere.contains(p.id()))
          .forEach(rideterminati::add);
    }
    return rideterminati;
  }

  /**
   * Pays the acconto to the Ente capofila and sets the day for the final report.
   *
   * @return last instant for the final report, Europe/Rome
   * @throws DatoNonValido without a positive evaluation, a transmitted Accordo or an amount, or
   *     when the acconto was paid before
   */
  public ZonedDateTime liquidaAcconto(long progettoId, AttoDiLiquidazione atto, String utente) {
    var progetto = conBlocco(progettoId);
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
        determinazione.ripartizione().acconto(),
        atto,
        utente);
    var triennio = piani.triennio(piano.triennio());
    return scadenze.registra(
        piano.pianoId(),
        "RENDICONTAZIONE",
        "progetto:" + progettoId,
        Termini.aData(
            triennio.fine(),
            "rendicontazione finale del progetto entro la fine del triennio; "
                + triennio.attoRegionale()));
  }

  /**
   * Records the final report of a project.
   *
   * @throws DatoNonValido before the acconto, or when the report was recorded before
   */
  public void rendiconta(long progettoId, Rendicontazione rendicontazione, String utente) {
    var progetto = conBlocco(progettoId);
    if (progetto.accontoPagato() == null) {
      throw regola("Rendicontazione", "si presenta dopo la liquidazione dell'acconto");
    }
    if (progetto.rendicontazione() != null) {
      throw regola("Rendicontazione", "è già stata presentata");
    }
    nonFutura("Data della relazione finale", rendicontazione.dataRelazione());
    if (rendicontazione.spesaSostenuta().negativo()) {
      throw new DatoNonValido(
          "Spesa sostenuta", rendicontazione.spesaSostenuta(), "un importo non negativo");
    }
    archivio.aggiungiRendicontazione(progettoId, rendicontazione, utente);
  }

  /** Tells those concerned that the final report did not come in time; it can still come. */
  public void segnalaRendicontazioneInRitardo(long progettoId) {
    var progetto = progetto(progettoId);
    var piano = piani.riferimento(progetto.pianoId());
    eventi.publishEvent(
        new RendicontazioneInRitardo(
            piano,
            progettoId,
            progetto.titolo(),
            Termini.fineGiorno(piani.triennio(piano.triennio()).fine())));
  }

  /**
   * Records the evaluation of the final report; a negative one means that no saldo is due.
   *
   * @throws DatoNonValido before the report, or when it was evaluated before
   */
  public void valutaEsitoFinale(long progettoId, Valutazione valutazione) {
    var progetto = conBlocco(progettoId);
    if (progetto.rendicontazione() == null) {
      throw regola("Valutazione finale", "manca la rendicontazione del progetto");
    }
    if (progetto.finale() != null) {
      throw regola("Valutazione finale", "è già stata registrata");
    }
    archivio.aggiungiValutazione(progettoId, "FINALE", valutazione);
    if (!valutazione.positiva()) {
      eventi.publishEvent(
          new PremialitaNonRiconosciuta(
              piani.riferimento(progetto.pianoId()),
              progettoId,
              progetto.titolo(),
              "Saldo non dovuto, valutazione finale negativa: " + valutazione.giudizio()));
    }
  }

  /**
   * Pays the saldo, which is what the acconto left of the assigned amount, to the cent.
   *
   * @throws DatoNonValido without the final report and its positive evaluation, or when the saldo
   *     was paid before
   */
  public void liquidaSaldo(long progettoId, AttoDiLiquidazione atto, String utente) {
    var progetto = conBlocco(progettoId);
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
        progetto.assegnata().meno(progetto.accontoPagato()),
        atto,
        utente);
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

  /** Tells the Ambito that a payment waits, and for what. */
  public void segnalaBlocco(long progettoId, List<String> motivi) {
    var progetto = progetto(progettoId);
    eventi.publishEvent(
        new PagamentoBloccato(
            piani.riferimento(progetto.pianoId()), progettoId, progetto.titolo(), motivi));
  }

  private void paga(
      Progetto progetto,
      RiferimentoPiano piano,
      TipoMovimento tipo,
      Denaro importo,
      AttoDiLiquidazione atto,
      String utente) {
    nonFutura("Data del decreto", atto.data());
    var impedito = motiviDiBlocco(piano.codiceAmbito());
    if (!impedito.isEmpty()) {
      throw regola(
          "Pagamento", "all'Ambito non si può pagare nulla perché " + String.join("; ", impedito));
    }
    if (!importo.positivo()) {
      throw regola("Importo", "per questo progetto non c'è nulla da liquidare");
    }
    archivio.aggiungiMovimento(
        progetto, tipo, importo, atto, beneficiario(piano.codiceAmbito()), utente);
    eventi.publishEvent(
        new PremialitaLiquidata(
            piano, progetto.id(), progetto.titolo(), tipo, importo, atto.numero(), atto.data()));
  }

  private void scriviDeterminazioni(
      long pianoId, List<Progetto> progetti, Collection<Long> daScrivere) {
    var piano = piani.riferimento(pianoId);
    var atto = archivio.ultimoAtto(piano.triennio());
    var calcolate =
        calcolo.ripartisci(
            schema(pianoId), progetti, primoLivello(pianoId), atto.map(Map.Entry::getValue));
    var nuove = new HashMap<>(calcolate);
    nuove.keySet().retainAll(daScrivere);
    archivio.aggiungiDeterminazioni(nuove, atto.map(Map.Entry::getKey).orElse(null));
    for (var progetto : progetti) {
      var esito = nuove.get(progetto.id());
      if (esito != null && !esito.riconosciuta()) {
        eventi.publishEvent(
            new PremialitaNonRiconosciuta(piano, progetto.id(), progetto.titolo(), esito.motivo()));
      }
    }
  }

  private Quota primoLivello(long pianoId) {
    if (!schema(pianoId).equals(SCHEMA_2018)) {
      return new Quota(Denaro.ZERO, "Lo schema non prevede un primo livello");
    }
    return accordi
        .dataUltimaFirma(pianoId)
        .map(schema::primoLivello)
        .orElseGet(() -> new Quota(Denaro.ZERO, "Accordo di Programma non ancora sottoscritto"));
  }

  private List<String> motiviDiNonValidita(Progetto progetto, Set<Requisito> accertati) {
    return progetto.scheda() != null && schema(progetto.pianoId()).equals(SCHEMA_2021)
        ? schema.motiviDiNonValidita(progetto.scheda().conRequisiti(accertati))
        : List.of();
  }

  private Progetto conBlocco(long progettoId) {
    archivio.blocca(progetto(progettoId).pianoId());
    return progetto(progettoId);
  }

  private void nonFutura(String campo, LocalDate data) {
    var oggi = LocalDate.now(orologio);
    if (Objects.requireNonNull(data, campo).isAfter(oggi)) {
      throw new DatoNonValido(
          campo, GIORNO.format(data), "una data fino a oggi, " + GIORNO.format(oggi));
    }
  }

  private static DatoNonValido regola(String campo, String messaggio) {
    return DatoNonValido.regola(campo, messaggio + ".");
  }
}
