package it.pianodizona.notifiche.processo;

import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.notifiche.Messaggi;
import it.pianodizona.notifiche.Messaggio;
import it.pianodizona.piano.Piani;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * The mails about the domanda that a task is about. Called in the name of a person: the engine
 * shows only the tasks that he or she may see.
 */
@Component
public class PostaDeiCompiti {

  private static final String RIFERIMENTO = "domanda:";
  private static final int ULTIMI = 20;

  private final TaskService compiti;
  private final Domande domande;
  private final Messaggi messaggi;
  private final Piani piani;

  PostaDeiCompiti(TaskService compiti, Domande domande, Messaggi messaggi, Piani piani) {
    this.compiti = compiti;
    this.domande = domande;
    this.messaggi = messaggi;
    this.piani = piani;
  }

  /**
   * The mails about the domanda of a task, or the latest of its plan when it is about no domanda.
   * Empty when the task does not exist for this person or is about no plan.
   */
  public Optional<List<Messaggio>> messaggi(String compito) {
    return Optional.ofNullable(compiti.createTaskQuery().taskId(compito).singleResult())
        .flatMap(t -> dellaDomanda(t).or(() -> delPiano(t)));
  }

  private Optional<List<Messaggio>> dellaDomanda(Task compito) {
    return Optional.ofNullable(
            compiti.getVariable(compito.getId(), DomandaPartecipazioneProcesso.DOMANDA_ID.nome()))
        .map(id -> domande.domanda(((Number) id).longValue()))
        .map(
            domanda ->
                messaggi.su(RIFERIMENTO + domanda.id(), domanda.piano(), indirizzi(domanda)));
  }

  private Optional<List<Messaggio>> delPiano(Task compito) {
    return Optional.ofNullable(compiti.getVariable(compito.getId(), VariabiliPiano.PIANO_ID.nome()))
        .map(id -> messaggi.ultimi(piani.riferimento((Long) id), ULTIMI));
  }

  /** The tasks, among those of this person, about a domanda with undelivered mail. */
  public Set<String> daSistemare(Collection<String> ambiti) {
    var trovati = new HashSet<String>();
    for (long domanda : domandeDaSistemare(ambiti)) {
      compiti
          .createTaskQuery()
          .processVariableValueEquals(DomandaPartecipazioneProcesso.DOMANDA_ID.nome(), domanda)
          .list()
          .stream()
          .map(Task::getId)
          .forEach(trovati::add);
    }
    return trovati;
  }

  private Set<Long> domandeDaSistemare(Collection<String> ambiti) {
    return messaggi.riferimentiDaSistemare(RIFERIMENTO, ambiti).stream()
        .map(riferimento -> Long.valueOf(riferimento.split(":")[1]))
        .collect(Collectors.toSet());
  }

  private static List<String> indirizzi(Domanda domanda) {
    var dati = domanda.dati();
    return Stream.of(dati.email(), dati.pec(), dati.referenteEmail(), dati.sostitutoEmail())
        .filter(Objects::nonNull)
        .toList();
  }
}
