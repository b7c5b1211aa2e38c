package it.pianodizona.premialita;

import static it.pianodizona.premialita.Regole.regola;

import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.documento.Documenti;
import it.pianodizona.piano.Piani;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The projects that compete for the premialità: which they are, who takes part in them and what the
 * Ambiti declare about them.
 */
@Service
@Transactional
public class Progetti {

  private final Premialita premialita;
  private final ArchivioPremialita archivio;
  private final SchemaPremialita schema;
  private final PremialitaProperties proprieta;
  private final Documenti documenti;
  private final Piani piani;
  private final Anagrafica anagrafica;

  Progetti(
      Premialita premialita,
      ArchivioPremialita archivio,
      SchemaPremialita schema,
      PremialitaProperties proprieta,
      Documenti documenti,
      Piani piani,
      Anagrafica anagrafica) {
    this.premialita = premialita;
    this.archivio = archivio;
    this.schema = schema;
    this.proprieta = proprieta;
    this.documenti = documenti;
    this.piani = piani;
    this.anagrafica = anagrafica;
  }

  /**
   * Creates a project for every objective that the Documento di Piano proposes for the premialità.
   * Calling it again adds only what is new.
   *
   * @return ids of all the projects of the plan
   */
  public List<Long> individua(long pianoId) {
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
    return premialita.progetti(pianoId).stream().map(Progetto::id).toList();
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

  /**
   * Records what the Ambito declares about a project.
   *
   * @throws DatoNonValido when the scheda was filled in before, or lacks what its triennio asks for
   */
  public void compilaScheda(long progettoId, SchedaProgetto scheda) {
    var progetto = premialita.conBlocco(progettoId);
    if (progetto.scheda() != null) {
      throw regola("Scheda progetto", "è già compilata e inviata alla valutazione");
    }
    var piano = piani.riferimento(progetto.pianoId());
    var schemaDelPiano = premialita.schema(progetto.pianoId());
    if (schemaDelPiano.equals(SchemaPremialita.SCHEMA_2018)
        && scheda.obiettivoStrategico() == null) {
      throw new DatoNonValido("Obiettivo strategico", null, "uno tra OS1, OS2 e OS3");
    }
    if (!schemaDelPiano.equals(SchemaPremialita.SCHEMA_2018) && scheda.macroarea() == null) {
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
    var progetto = premialita.progetto(progettoId);
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
  void eccezioniAmmesse(String codiceAmbito, List<Ambito> vicini, Collection<Requisito> requisiti) {
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

  /**
   * Why a project would not be valid if the gruppo tecnico found these requirements; empty when it
   * would, and in the trienni that set no such conditions.
   */
  @Transactional(readOnly = true)
  public List<String> motiviDiNonValidita(long progettoId, Set<Requisito> accertati) {
    return motiviDiNonValidita(premialita.progetto(progettoId), accertati);
  }

  List<String> motiviDiNonValidita(Progetto progetto, Set<Requisito> accertati) {
    var motivi = new ArrayList<>(ritiro(progetto));
    if (progetto.scheda() != null
        && premialita.schema(progetto.pianoId()).equals(SchemaPremialita.SCHEMA_2021)) {
      motivi.addAll(
          schema.motiviDiNonValidita(
              progetto.scheda().conPartner(progetto.partnerAttuali()).conRequisiti(accertati)));
    }
    return motivi;
  }

  static List<String> ritiro(Progetto progetto) {
    return progetto.ritirato() ? List.of("l'Ambito ha receduto dal progetto") : List.of();
  }
}
