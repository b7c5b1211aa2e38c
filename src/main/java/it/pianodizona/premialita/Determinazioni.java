package it.pianodizona.premialita;

import static it.pianodizona.premialita.Regole.corto;
import static it.pianodizona.premialita.Regole.nonFutura;
import static it.pianodizona.premialita.Regole.regola;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.premialita.libro.LibroPremialita;
import it.pianodizona.premialita.libro.TipoMovimento;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The amounts: how much each project and the first level of 2018-2020 are worth, and why. */
@Service
@Transactional
public class Determinazioni {

  private final Premialita premialita;
  private final Progetti progetti;
  private final ArchivioPremialita archivio;
  private final SchemaPremialita schema;
  private final CalcoloPremialita calcolo;
  private final PremialitaProperties proprieta;
  private final LibroPremialita libro;
  private final Accordi accordi;
  private final Piani piani;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Determinazioni(
      Premialita premialita,
      Progetti progetti,
      ArchivioPremialita archivio,
      SchemaPremialita schema,
      PremialitaProperties proprieta,
      LibroPremialita libro,
      Accordi accordi,
      Piani piani,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.premialita = premialita;
    this.progetti = progetti;
    this.archivio = archivio;
    this.schema = schema;
    this.calcolo = new CalcoloPremialita(schema, proprieta.lettura());
    this.proprieta = proprieta;
    this.libro = libro;
    this.accordi = accordi;
    this.piani = piani;
    this.eventi = eventi;
    this.orologio = orologio;
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
    var delPiano = premialita.progetti(pianoId);
    if (delPiano.stream().anyMatch(p -> p.proposta() == null)) {
      throw regola("Premialità", "non tutti i progetti del Piano sono stati valutati");
    }
    var daScrivere =
        delPiano.stream()
            .filter(p -> p.determinazione() == null)
            .map(Progetto::id)
            .collect(Collectors.toSet());
    scriviDeterminazioni(pianoId, delPiano, daScrivere);
    delPiano.stream()
        .filter(p -> daScrivere.contains(p.id()))
        .map(p -> premialita.progetto(p.id()))
        .filter(p -> !p.determinazione().riconosciuta())
        .forEach(p -> nonRiconosciuta(p, p.determinazione().motivo()));
    return premialita.progetti(pianoId);
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
    nonFutura("Data dell'atto", atto.data(), orologio);
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
      var delPiano = premialita.progetti(pianoId);
      var daScrivere =
          delPiano.stream()
              .filter(Progetto::propostaPositiva)
              .filter(p -> p.determinazione() != null && p.accontoPagato() == null)
              .map(Progetto::id)
              .collect(Collectors.toSet());
      scriviDeterminazioni(pianoId, delPiano, daScrivere);
      premialita.progetti(pianoId).stream()
          .filter(p -> daScrivere.contains(p.id()))
          .forEach(rideterminati::add);
    }
    return rideterminati;
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
    var quota = premialita.quotaPrimoLivello(pianoId);
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
          new PremialitaNonRiconosciuta(piano, null, PrimoLivello.TITOLO, quota.motivo()));
    }
    return livello;
  }

  private void scriviDeterminazioni(
      long pianoId, List<Progetto> delPiano, Collection<Long> daScrivere) {
    var atto = archivio.ultimoAtto(piani.riferimento(pianoId).triennio());
    var nuove = calcola(pianoId, delPiano, atto.map(Map.Entry::getValue));
    nuove.keySet().retainAll(daScrivere);
    archivio.aggiungiDeterminazioni(nuove, atto.map(Map.Entry::getKey).orElse(null));
    nuove.forEach((id, esito) -> assegna(pianoId, id, esito, atto.map(Map.Entry::getValue)));
  }

  private Map<Long, Determinazione> calcola(
      long pianoId, List<Progetto> delPiano, Optional<AttoRegionale> atto) {
    var venuteMeno = new LinkedHashMap<Long, String>();
    for (var progetto : delPiano) {
      if (progetto.propostaPositiva() && progetto.finale() == null) {
        var motivi = motiviSopravvenuti(progetto);
        if (!motivi.isEmpty()) {
          venuteMeno.put(progetto.id(), String.join("; ", motivi));
        }
      }
    }
    return new LinkedHashMap<>(
        calcolo.ripartisci(
            premialita.schema(pianoId),
            delPiano,
            premialita.quotaPrimoLivello(pianoId),
            atto,
            venuteMeno));
  }

  /** What an Ambito that left took away from a project that was evaluated positively. */
  private List<String> motiviSopravvenuti(Progetto progetto) {
    if (progetto.receduti().isEmpty()) {
      return List.of();
    }
    return proprieta.recesso() == EffettoDelRecesso.MANTIENE
        ? Progetti.ritiro(progetto)
        : progetti.motiviDiNonValidita(progetto, progetto.accertati());
  }

  /**
   * Determines again the projects of a plan that were determined and whose final outcome is not
   * evaluated.
   */
  void rideterminaPiano(long pianoId) {
    var delPiano = premialita.progetti(pianoId);
    var atto = archivio.ultimoAtto(piani.riferimento(pianoId).triennio());
    if (delPiano.stream().anyMatch(p -> p.proposta() == null)) {
      return;
    }
    var nuove = calcola(pianoId, delPiano, atto.map(Map.Entry::getValue));
    for (var progetto : delPiano) {
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
  void rideterminato(Progetto progetto, Determinazione nuova, Long attoId) {
    archivio.aggiungiDeterminazioni(Map.of(progetto.id(), nuova), attoId);
    assegna(progetto.pianoId(), progetto.id(), nuova, Optional.empty());
    var dopo = premialita.progetto(progetto.id());
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

  void nonRiconosciuta(Progetto progetto, String motivo) {
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
            premialita.beneficiario(piano.codiceAmbito()),
            corto(motivo),
            "sistema",
            OffsetDateTime.now(orologio)));
  }
}
