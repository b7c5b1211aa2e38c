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
import it.pianodizona.premialita.SchemaPremialita.CriterioDiValutazione;
import it.pianodizona.premialita.SchemaPremialita.Quota;
import it.pianodizona.premialita.libro.LibroPremialita;
import it.pianodizona.premialita.libro.Movimento;
import it.pianodizona.premialita.libro.SaldiPremialita;
import it.pianodizona.premialita.libro.TipoMovimento;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The premialità of the plans: projects, evaluations, amounts and payments to the Ente capofila
 * (DGR X/7631 for 2018-2020, DGR XI/4563 §5.2 for 2021-2023). Amounts in euro with two decimals;
 * acconto and saldo of a project, less what came back, always add up to what was assigned to it.
 * Every amount that is assigned, paid or recovered is a row of the {@link LibroPremialita}.
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
  private static final String PRIMO_LIVELLO = "Premialità di primo livello";

  private final ArchivioPremialita archivio;
  private final SchemaPremialita schema;
  private final CalcoloPremialita calcolo;
  private final PremialitaProperties proprieta;
  private final LibroPremialita libro;
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
      LibroPremialita libro,
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
    this.proprieta = proprieta;
    this.libro = libro;
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

  /** What moved the treasury for a plan, oldest first: payments, recoveries and their storni. */
  @Transactional(readOnly = true)
  public List<Movimento> movimenti(long pianoId) {
    return libro.delPiano(pianoId).stream().filter(m -> !m.uscita().equals(Denaro.ZERO)).toList();
  }

  /** The whole ledger of a plan, in the order in which it was written. */
  @Transactional(readOnly = true)
  public List<Movimento> scritture(long pianoId) {
    return libro.delPiano(pianoId);
  }

  /** The whole ledger of a triennio, in the order in which it was written. */
  @Transactional(readOnly = true)
  public List<Movimento> scritture(String triennio) {
    return libro.delTriennio(triennio);
  }

  /** The balances of a plan, from the ledger. */
  @Transactional(readOnly = true)
  public SaldiPremialita saldi(long pianoId) {
    return libro.saldi(pianoId);
  }

  /** Totals of a plan: assigned, paid and still payable. */
  @Transactional(readOnly = true)
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
    var vicini = possibiliPartner(piano.codiceAmbito());
    var ammessi = vicini.stream().map(Ambito::codice).collect(Collectors.toSet());
    for (var codice : scheda.partner()) {
      if (!ammessi.contains(codice)) {
        throw new DatoNonValido("Ambiti partner", codice, "un altro Ambito dello stesso Distretto");
      }
    }
    eccezioniAmmesse(piano.codiceAmbito(), vicini, scheda.requisiti());
    archivio.scriviScheda(
        progettoId,
        scheda.comuneCon() == null
            ? scheda
            : scheda.conPartner(partnerDelProgettoComune(progetto, scheda.comuneCon())));
  }

  /**
   * The projects of other Ambiti that name this one's Ambito as a partner: one of them may be this
   * same project.
   */
  @Transactional(readOnly = true)
  public List<Progetto> progettiComuniPossibili(long progettoId) {
    var progetto = progetto(progettoId);
    var triennio = piani.riferimento(progetto.pianoId()).triennio();
    return progettiDaPartner(progetto.codiceAmbito(), triennio);
  }

  /** The Ambiti of a joint project other than the given project's, with a scheda of their own. */
  @Transactional(readOnly = true)
  public List<String> partnerConScheda(Progetto progetto) {
    return archivio.progettiComuni(progetto.radice()).stream()
        .map(Progetto::codiceAmbito)
        .filter(codice -> !codice.equals(progetto.codiceAmbito()))
        .toList();
  }

  /**
   * The projects of other Ambiti in which one takes part without a scheda of its own for the same
   * project.
   */
  @Transactional(readOnly = true)
  public List<Progetto> progettiDaPartner(String codiceAmbito, String triennio) {
    return archivio.progettiConPartner(codiceAmbito, triennio).stream()
        .filter(p -> !p.ritirato() && !p.receduti().contains(codiceAmbito))
        .filter(
            p ->
                archivio.progettiComuni(p.id()).stream()
                    .noneMatch(q -> q.codiceAmbito().equals(codiceAmbito)))
        .toList();
  }

  private List<String> partnerDelProgettoComune(Progetto progetto, long radiceId) {
    var radice =
        progettiComuniPossibili(progetto.id()).stream()
            .filter(p -> p.id() == radiceId)
            .findFirst()
            .orElseThrow(
                () ->
                    new DatoNonValido(
                        "Progetto comune",
                        radiceId,
                        "il progetto di un altro Ambito che indica il proprio come partner"));
    var partner = new ArrayList<>(List.of(radice.codiceAmbito()));
    radice.partnerAttuali().stream()
        .filter(codice -> !codice.equals(progetto.codiceAmbito()))
        .forEach(partner::add);
    return partner;
  }

  /** The two exceptions to the minimum of two Ambiti hold only for whom they are made. */
  private void eccezioniAmmesse(
      String codiceAmbito, List<Ambito> vicini, Collection<Requisito> requisiti) {
    if (requisiti.contains(Requisito.AMBITO_COINCIDENTE_CON_DISTRETTO) && !vicini.isEmpty()) {
      throw regola(
          "Eccezioni al minimo di due Ambiti",
          "l'Ambito non coincide con il Distretto, che comprende anche "
              + vicini.stream().map(Ambito::denominazione).collect(Collectors.joining(", ")));
    }
    if (requisiti.contains(Requisito.AMBITO_FORMATO_DGR_7631)
        && !proprieta.ambitiDgr7631().contains(codiceAmbito)) {
      throw regola(
          "Eccezioni al minimo di due Ambiti",
          "l'Ambito non risulta fra quelli formati per aggregazione a seguito della DGR 7631/2017");
    }
  }

  /** The exception that holds for an Ambito, as far as the registers know. */
  @Transactional(readOnly = true)
  public Set<Requisito> eccezioni(String codiceAmbito) {
    var eccezioni = EnumSet.noneOf(Requisito.class);
    if (possibiliPartner(codiceAmbito).isEmpty()) {
      eccezioni.add(Requisito.AMBITO_COINCIDENTE_CON_DISTRETTO);
    }
    if (proprieta.ambitiDgr7631().contains(codiceAmbito)) {
      eccezioni.add(Requisito.AMBITO_FORMATO_DGR_7631);
    }
    return eccezioni;
  }

  /** The criteria of the gruppo tecnico for a plan; empty in the trienni without. */
  @Transactional(readOnly = true)
  public List<CriterioDiValutazione> criteri(long pianoId) {
    return schema.criteri(schema(pianoId));
  }

  /** The points that a proposal of a plan needs in all. */
  @Transactional(readOnly = true)
  public int sogliaDiValutazione(long pianoId) {
    return schema.sogliaDiValutazione(schema(pianoId));
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
   * @throws DatoNonValido when the project has no scheda or was evaluated before, when points are
   *     missing or out of range, or when the outcome is not the one that requirements and points
   *     give
   */
  public void valutaProposta(long progettoId, Set<Requisito> accertati, Valutazione valutazione) {
    var progetto = conBlocco(progettoId);
    if (progetto.scheda() == null) {
      throw regola("Valutazione", "il progetto non ha ancora la scheda");
    }
    if (progetto.proposta() != null) {
      throw regola("Valutazione", "il progetto è già stato valutato");
    }
    eccezioniAmmesse(progetto.codiceAmbito(), possibiliPartner(progetto.codiceAmbito()), accertati);
    var motivi = new ArrayList<>(motiviDiNonValidita(progetto, accertati));
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
    progetti.stream()
        .filter(p -> daScrivere.contains(p.id()))
        .map(p -> progetto(p.id()))
        .filter(p -> !p.determinazione().riconosciuta())
        .forEach(p -> nonRiconosciuta(p, p.determinazione().motivo()));
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
        presuppostoAcconto(progetto),
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
   * Records the evaluation of the final report. When the objective was not reached, or only in
   * part, less is due than was assigned.
   *
   * @throws DatoNonValido before the report, or when it was evaluated before
   */
  public Seguito valutaEsitoFinale(long progettoId, Valutazione valutazione) {
    var progetto = conBlocco(progettoId);
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
      rideterminato(progetto, progetto.determinazione().con(dovuto, motivo), null);
      if (raggiunto == 0) {
        nonRiconosciuta(progetto, motivo);
      }
    }
    int residua = progetto(progettoId).residua().compareTo(Denaro.ZERO);
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

  /**
   * Pays the saldo, which is what is left of the assigned amount, to the cent.
   *
   * @throws DatoNonValido without the final report and its evaluation, when the saldo was paid
   *     before, or when nothing is left to pay
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
    var progetto = conBlocco(progettoId);
    nonFutura("Data dell'atto", atto.data());
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
                beneficiario(piano.codiceAmbito()),
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
   * Reverses a payment that the treasury did not make or made wrongly; the amount is owed again and
   * {@link #ripeti} pays it.
   *
   * @param atto of the Region that orders it
   * @throws DatoNonValido when the row is no payment, was reversed before, or its money was already
   *     ordered back: it would come back twice
   */
  public Movimento storna(long movimentoId, AttoDiLiquidazione atto, String motivo, String utente) {
    var movimento = pagamento(movimentoId);
    archivio.blocca(movimento.pianoId());
    nonFutura("Data dell'atto", atto.data());
    var scritture = libro.delPiano(movimento.pianoId());
    if (stornato(movimento, scritture)) {
      throw regola("Storno", "il pagamento %s è già stornato".formatted(movimento.numero()));
    }
    var liquidata = liquidata(movimento, scritture);
    if (liquidata.compareTo(movimento.importo()) < 0) {
      throw regola(
          "Storno",
          "di quanto pagato è già stato disposto il recupero: restano liquidati %s, meno di quanto"
                  .formatted(liquidata)
              + " si stornerebbe (%s, %s)".formatted(movimento.numero(), movimento.importo()));
    }
    var storno =
        libro.storna(
            movimento,
            atto.numero(),
            atto.data(),
            corto(motivo),
            utente,
            OffsetDateTime.now(orologio));
    eventi.publishEvent(
        new PagamentoStornato(
            piani.riferimento(movimento.pianoId()),
            storno.id(),
            titolo(movimento.progettoId()),
            movimento.tipo(),
            movimento.importo(),
            atto.numero(),
            motivo));
    return storno;
  }

  /** The payments of a plan that {@link #storna} would reverse, oldest first. */
  @Transactional(readOnly = true)
  public List<Movimento> stornabili(long pianoId) {
    var scritture = libro.delPiano(pianoId);
    return scritture.stream()
        .filter(m -> m.tipo().pagamento() && !stornato(m, scritture))
        .filter(m -> liquidata(m, scritture).compareTo(m.importo()) >= 0)
        .toList();
  }

  /**
   * Pays again what was reversed, by a new act; every condition of the first payment is looked at
   * again.
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
      case ACCONTO -> liquidaAcconto(movimento.progettoId(), atto, utente);
      case SALDO -> liquidaSaldo(movimento.progettoId(), atto, utente);
      default -> liquidaPrimoLivello(movimento.pianoId(), atto, utente);
    }
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

  /** What is paid and was not ordered back, of the project of a payment or of the first level. */
  private static Denaro liquidata(Movimento movimento, List<Movimento> scritture) {
    return Denaro.somma(
        scritture.stream()
            .filter(m -> Objects.equals(m.progettoId(), movimento.progettoId()))
            .map(Movimento::uscita)
            .toList());
  }

  private String titolo(Long progettoId) {
    return progettoId == null ? PRIMO_LIVELLO : progetto(progettoId).titolo();
  }

  /**
   * Determines the first level of 2018-2020 for an Ambito, by the day of the last signature of its
   * Accordo; once.
   *
   * @throws DatoNonValido before the Accordo is signed by all
   */
  public PrimoLivello determinaPrimoLivello(long pianoId) {
    archivio.apri(pianoId);
    var esistente = archivio.primoLivello(pianoId);
    if (esistente.isPresent()) {
      return esistente.get();
    }
    var firma =
        accordi
            .dataUltimaFirma(pianoId)
            .orElseThrow(
                () -> regola("Primo livello", "l'Accordo di Programma non è ancora sottoscritto"));
    var quota = quotaPrimoLivello(pianoId);
    var livello = new PrimoLivello(quota.importo(), firma, quota.motivo());
    archivio.scriviPrimoLivello(pianoId, livello);
    var piano = piani.riferimento(pianoId);
    assegna(
        piano,
        null,
        quota.importo(),
        piani.triennio(piano.triennio()).attoRegionale(),
        LocalDate.now(orologio),
        quota.motivo());
    if (!quota.importo().positivo()) {
      eventi.publishEvent(
          new PremialitaNonRiconosciuta(piano, null, PRIMO_LIVELLO, quota.motivo()));
    }
    return livello;
  }

  /** The first level as determined; empty before. */
  @Transactional(readOnly = true)
  public Optional<PrimoLivello> primoLivello(long pianoId) {
    return archivio.primoLivello(pianoId);
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
   * Records that an Ambito leaves a project, and looks again at the conditions of every Ambito that
   * takes part in it. Before the evaluation the gruppo tecnico finds one partner less; after it the
   * amounts of the plans follow, and what was already paid and is no longer due is to be recovered.
   *
   * @throws DatoNonValido when the Ambito does not take part in the project, left it before, or the
   *     final outcome was evaluated already
   */
  public void recede(long progettoId, Recesso recesso, String utente) {
    archivio.pianiDelProgettoComune(progettoId).forEach(archivio::blocca);
    var progetto = progetto(progettoId);
    var radice = progetto.radice();
    nonFutura("Data dell'atto", recesso.data());
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
    if (comuni.stream()
        .anyMatch(p -> p.codiceAmbito().equals(recesso.codiceAmbito()) && p.finale() != null)) {
      throw regola(
          "Recesso", "l'esito finale del progetto è già valutato: non c'è più da recedere");
    }
    if (progetto.finale() != null) {
      throw regola(
          "Recesso", "l'esito finale del progetto è già valutato: non c'è più da recedere");
    }
    comuni.forEach(p -> archivio.aggiungiRecesso(p.id(), recesso, utente));
    for (var coinvolto : comuni) {
      rideterminaPiano(coinvolto.pianoId());
      var dopo = progetto(coinvolto.id());
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

  /**
   * Why nothing can be paid for a project now (DGR XI/4563 §7); empty when nothing forbids it. The
   * sentences have no full stop. Whose flows count for a joint project is {@link
   * PremialitaProperties#debitiCheBloccano}.
   */
  @Transactional(readOnly = true)
  public List<String> motiviDiBlocco(long progettoId) {
    return motiviDiBlocco(progetto(progettoId));
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
    var progetto = progetto(progettoId);
    eventi.publishEvent(
        new PagamentoBloccato(
            piani.riferimento(progetto.pianoId()), progettoId, progetto.titolo(), motivi));
  }

  /** Tells the Ambito that the payment of the first level waits, and for what. */
  public void segnalaBloccoPrimoLivello(long pianoId, List<String> motivi) {
    eventi.publishEvent(
        new PagamentoBloccato(piani.riferimento(pianoId), null, PRIMO_LIVELLO, motivi));
  }

  private void paga(
      Progetto progetto,
      RiferimentoPiano piano,
      TipoMovimento tipo,
      Denaro importo,
      AttoDiLiquidazione atto,
      String presupposto,
      String utente) {
    nonFutura("Data del decreto", atto.data());
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
                  beneficiario(piano.codiceAmbito()),
                  corto(presupposto),
                  utente,
                  OffsetDateTime.now(orologio)));
    } catch (DuplicateKeyException appenaPagato) {
      throw regola("Pagamento", "è appena stato registrato da un'altra persona");
    }
    eventi.publishEvent(
        new PremialitaLiquidata(
            piano,
            movimento.id(),
            progetto == null ? PRIMO_LIVELLO : progetto.titolo(),
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

  private void scriviDeterminazioni(
      long pianoId, List<Progetto> progetti, Collection<Long> daScrivere) {
    var atto = archivio.ultimoAtto(piani.riferimento(pianoId).triennio());
    var nuove = calcola(pianoId, progetti, atto.map(Map.Entry::getValue));
    nuove.keySet().retainAll(daScrivere);
    archivio.aggiungiDeterminazioni(nuove, atto.map(Map.Entry::getKey).orElse(null));
    nuove.forEach((id, esito) -> assegna(pianoId, id, esito, atto.map(Map.Entry::getValue)));
  }

  private Map<Long, Determinazione> calcola(
      long pianoId, List<Progetto> progetti, Optional<AttoRegionale> atto) {
    var venuteMeno = new LinkedHashMap<Long, String>();
    for (var progetto : progetti) {
      if (progetto.propostaPositiva() && progetto.finale() == null) {
        var motivi = motiviSopravvenuti(progetto);
        if (!motivi.isEmpty()) {
          venuteMeno.put(progetto.id(), String.join("; ", motivi));
        }
      }
    }
    return new LinkedHashMap<>(
        calcolo.ripartisci(
            schema(pianoId), progetti, quotaPrimoLivello(pianoId), atto, venuteMeno));
  }

  /** What an Ambito that left took away from a project that was evaluated positively. */
  private List<String> motiviSopravvenuti(Progetto progetto) {
    if (progetto.receduti().isEmpty()) {
      return List.of();
    }
    return proprieta.recesso() == EffettoDelRecesso.MANTIENE
        ? ritiro(progetto)
        : motiviDiNonValidita(progetto, progetto.accertati());
  }

  /**
   * Determines again the projects of a plan that were determined and whose final outcome is not
   * evaluated.
   */
  private void rideterminaPiano(long pianoId) {
    var progetti = progetti(pianoId);
    var atto = archivio.ultimoAtto(piani.riferimento(pianoId).triennio());
    if (progetti.stream().anyMatch(p -> p.proposta() == null)) {
      return;
    }
    var nuove = calcola(pianoId, progetti, atto.map(Map.Entry::getValue));
    for (var progetto : progetti) {
      var nuova = nuove.get(progetto.id());
      if (progetto.determinazione() != null
          && progetto.finale() == null
          && !stessa(nuova, progetto.determinazione())) {
        rideterminato(progetto, nuova, atto.map(Map.Entry::getKey).orElse(null));
        if (!nuova.riconosciuta() && progetto.determinazione().riconosciuta()) {
          nonRiconosciuta(progetto, nuova.motivo());
        }
      }
    }
  }

  private static boolean stessa(Determinazione una, Determinazione altra) {
    return Objects.equals(una.importo(), altra.importo())
        && Objects.equals(una.percentualeAcconto(), altra.percentualeAcconto())
        && (una.quota() == altra.quota() || altra.quota() == null);
  }

  /** Writes a new amount for a project, and tells it. */
  private void rideterminato(Progetto progetto, Determinazione nuova, Long attoId) {
    archivio.aggiungiDeterminazioni(Map.of(progetto.id(), nuova), attoId);
    assegna(progetto.pianoId(), progetto.id(), nuova, Optional.empty());
    var dopo = progetto(progetto.id());
    eventi.publishEvent(
        new PremialitaRideterminata(
            piani.riferimento(progetto.pianoId()),
            progetto.id(),
            archivio.ultimeDeterminazioni(progetto.pianoId()).get(progetto.id()),
            progetto.titolo(),
            progetto.assegnata(),
            dopo.assegnata(),
            dopo.residua(),
            nuova.motivo()));
  }

  private void nonRiconosciuta(Progetto progetto, String motivo) {
    eventi.publishEvent(
        new PremialitaNonRiconosciuta(
            piani.riferimento(progetto.pianoId()), progetto.id(), progetto.titolo(), motivo));
  }

  private void assegna(
      long pianoId, long progettoId, Determinazione esito, Optional<AttoRegionale> atto) {
    if (esito.daCompletare()) {
      return;
    }
    var piano = piani.riferimento(pianoId);
    assegna(
        piano,
        progettoId,
        esito.importo(),
        atto.map(AttoRegionale::numero)
            .orElseGet(() -> piani.triennio(piano.triennio()).attoRegionale()),
        atto.map(AttoRegionale::data).orElseGet(() -> LocalDate.now(orologio)),
        esito.motivo());
  }

  /** Brings what the ledger has assigned to the given total. */
  private void assegna(
      RiferimentoPiano piano,
      Long progettoId,
      Denaro totale,
      String atto,
      LocalDate data,
      String motivo) {
    var differenza = totale.meno(libro.saldi(piano.pianoId(), progettoId).assegnata());
    if (differenza.equals(Denaro.ZERO)) {
      return;
    }
    libro.scrivi(
        new LibroPremialita.Scrittura(
            piano.pianoId(),
            progettoId,
            differenza.positivo() ? TipoMovimento.ASSEGNAZIONE : TipoMovimento.RIDUZIONE,
            differenza.positivo() ? differenza : Denaro.ZERO.meno(differenza),
            atto,
            data,
            beneficiario(piano.codiceAmbito()),
            corto(motivo),
            "sistema",
            OffsetDateTime.now(orologio)));
  }

  private static String corto(String testo) {
    return testo.length() <= 2000 ? testo : testo.substring(0, 1999) + "…";
  }

  private Quota quotaPrimoLivello(long pianoId) {
    if (!schema(pianoId).equals(SCHEMA_2018)) {
      return new Quota(Denaro.ZERO, "Lo schema non prevede un primo livello");
    }
    return accordi
        .dataUltimaFirma(pianoId)
        .map(schema::primoLivello)
        .orElseGet(() -> new Quota(Denaro.ZERO, "Accordo di Programma non ancora sottoscritto"));
  }

  private List<String> motiviDiNonValidita(Progetto progetto, Set<Requisito> accertati) {
    var motivi = new ArrayList<>(ritiro(progetto));
    if (progetto.scheda() != null && schema(progetto.pianoId()).equals(SCHEMA_2021)) {
      motivi.addAll(
          schema.motiviDiNonValidita(
              progetto.scheda().conPartner(progetto.partnerAttuali()).conRequisiti(accertati)));
    }
    return motivi;
  }

  private static List<String> ritiro(Progetto progetto) {
    return progetto.ritirato() ? List.of("l'Ambito ha receduto dal progetto") : List.of();
  }

  private Progetto conBlocco(long progettoId) {
    archivio.pianoDelProgetto(progettoId).ifPresent(archivio::blocca);
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
