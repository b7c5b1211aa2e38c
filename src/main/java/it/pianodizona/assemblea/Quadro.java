package it.pianodizona.assemblea;

import it.pianodizona.piano.RiferimentoPiano;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything the register of a sitting holds, read at one moment.
 *
 * @param deliberazione what the Assemblea was convened to decide
 * @param movimenti in the order of the register, annulments included
 * @param rappresentanti who sits for each Comune now, by ISTAT code; the others are mayors
 * @param votazioni of this sitting, in order, those corrected later included
 * @param voti by vote
 * @param decisi the points validly voted in this attempt, and whether they were approved
 * @param presenti ISTAT codes of who is in the room now
 * @param quorum of this moment
 * @param chiusura {@code null} while the sitting is open
 */
public record Quadro(
    Seduta seduta,
    Deliberazione deliberazione,
    RiferimentoPiano piano,
    RegolamentoAssemblea regolamento,
    List<Componente> componenti,
    List<Movimento> movimenti,
    Map<String, Rappresentante> rappresentanti,
    List<Votazione> votazioni,
    Map<Long, List<VotoEspresso>> voti,
    Map<Punto, Boolean> decisi,
    Set<String> presenti,
    Quorum quorum,
    Chiusura chiusura) {

  public boolean aperta() {
    return chiusura == null;
  }

  /** The point to vote now; empty when nothing is left to vote. */
  public Optional<Punto> prossimo() {
    return deliberazione.prossimo(decisi);
  }

  /** Entries and exits. */
  public Presenze presenze() {
    return new Presenze(movimenti);
  }

  /** The votes that no other corrects. */
  public List<Votazione> correnti() {
    var corrette =
        votazioni.stream()
            .map(Votazione::corregge)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(HashSet::new));
    return votazioni.stream().filter(v -> !corrette.contains(v.id())).toList();
  }

  /** The place in the register of a vote, or of the first one that it corrects. */
  long posto(Votazione votazione) {
    var perId = votazioni.stream().collect(Collectors.toMap(Votazione::id, Function.identity()));
    var prima = votazione;
    while (prima.corregge() != null) {
      prima = perId.get(prima.corregge());
    }
    return prima.posto();
  }

  /** Who was in the room at a vote, as the register says now. */
  public Set<String> presentiA(Votazione votazione) {
    return presenze().alle(votazione.tenuta(), posto(votazione));
  }

  /** False when presences were corrected after the vote, which must then be corrected too. */
  public boolean coerente(Votazione votazione) {
    var presenti = componenti(presentiA(votazione));
    var ora =
        Quorum.di(
            votazione.quorum().modo(),
            regolamento.quorum(seduta.convocazione()),
            componenti,
            presenti);
    var votanti =
        voti.getOrDefault(votazione.id(), List.of()).stream()
            .map(VotoEspresso::codiceIstat)
            .collect(Collectors.toSet());
    return ora.equals(votazione.quorum())
        && (!votazione.valida() || votanti.equals(presentiA(votazione)));
  }

  /** How a Comune voted. */
  public Optional<VotoEspresso> voto(Votazione votazione, String codiceIstat) {
    return voti.getOrDefault(votazione.id(), List.of()).stream()
        .filter(v -> v.codiceIstat().equals(codiceIstat))
        .findFirst();
  }

  /** The members with these codes, in the order of the Assemblea. */
  public List<Componente> componenti(Set<String> codici) {
    return componenti.stream().filter(c -> codici.contains(c.codiceIstat())).toList();
  }

  /** Names by ISTAT code. */
  Map<String, String> nomi() {
    return componenti.stream()
        .collect(Collectors.toMap(Componente::codiceIstat, Componente::denominazione));
  }

  /** Names of Comuni, in alphabetical order. */
  String elenco(Set<String> codici) {
    var nomi = nomi();
    return codici.stream()
        .map(codice -> nomi.getOrDefault(codice, codice))
        .sorted(Comparator.naturalOrder())
        .collect(Collectors.joining(", "));
  }
}
