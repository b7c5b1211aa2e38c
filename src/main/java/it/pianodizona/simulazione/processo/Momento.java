package it.pianodizona.simulazione.processo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.simulazione.Sorte;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.json.SpinJsonNode;

/** A person in front of an open task: what its form shows, what day it is, how chance decides. */
final class Momento {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Incarico incarico;
  private final Partita partita;
  private final Sorte.Tiro tiro;
  private final TaskService compiti;
  private Map<String, Object> variabili;

  Momento(Incarico incarico, Partita partita, TaskService compiti) {
    this.incarico = incarico;
    this.partita = partita;
    this.compiti = compiti;
    this.tiro = partita.sorte().di(incarico.ambito(), incarico.chiave(), incarico.volta());
  }

  Incarico incarico() {
    return incarico;
  }

  Partita partita() {
    return partita;
  }

  String ambito() {
    return incarico.ambito();
  }

  Sorte.Tiro tiro() {
    return tiro;
  }

  /** Whether something that the profile knows happens. */
  boolean accade(String cosa) {
    return tiro.accade(partita.profilo().probabilita(cosa));
  }

  int quanti(String cosa) {
    return partita.profilo().quanti(cosa, tiro);
  }

  LocalDate oggi() {
    return ClockUtil.now().toInstant().atZone(Termini.ROMA).toLocalDate();
  }

  long pianoId() {
    return numero(VariabiliPiano.PIANO_ID.nome());
  }

  long numero(String variabile) {
    return ((Number) variabile(variabile)).longValue();
  }

  String testo(String variabile) {
    return (String) variabile(variabile);
  }

  LocalDate data(String variabile) {
    return LocalDate.parse(testo(variabile));
  }

  private Object variabile(String nome) {
    if (variabili == null) {
      variabili = compiti.getVariables(incarico.id());
    }
    return variabili.get(nome);
  }

  /** A list shown in the form; empty when there is none. */
  @SuppressWarnings("unchecked")
  List<Map<String, Object>> righe(String nome) {
    var valore = variabile(nome);
    if (!(valore instanceof SpinJsonNode nodo)) {
      return List.of();
    }
    try {
      return JSON.readValue(nodo.toString(), List.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON illeggibile: " + nome, e);
    }
  }

  /** A number of an act, different for each task. */
  String atto() {
    return "%d/%d".formatted(tiro.tra(1, 999), oggi().getYear());
  }
}
