package it.pianodizona.attuazione.processo;

import it.pianodizona.attuazione.monitoraggio.Luce;
import it.pianodizona.attuazione.monitoraggio.Semafori;
import it.pianodizona.attuazione.monitoraggio.Semaforo;
import it.pianodizona.motore.Processi;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Reads the lights from the deployed decision tables. */
@Component
class TabelleSemafori implements Semafori {

  static final String INDICATORE = "SemaforoIndicatore";
  static final String OBIETTIVO = "SemaforoObiettivo";

  private final BiFunction<String, Map<String, Object>, Map<String, Object>> tabelle;

  @Autowired
  TabelleSemafori(DecisionService decisioni, Processi processi) {
    // the tables do not depend on who asks, and no official needs a permission on them
    this(
        (id, dati) ->
            processi.daApplicazione(
                () -> decisioni.evaluateDecisionTableByKey(id, dati).getSingleResult()));
  }

  /**
   * @param tabelle evaluates a table, by its id, over named inputs and gives the one matching row
   */
  TabelleSemafori(BiFunction<String, Map<String, Object>, Map<String, Object>> tabelle) {
    this.tabelle = tabelle;
  }

  @Override
  public Luce indicatore(BigDecimal avanzamento, Soglie soglie) {
    var dati = new HashMap<String, Object>();
    dati.put("rilevato", avanzamento != null);
    dati.put("avanzamento", avanzamento == null ? 0.0 : avanzamento.doubleValue());
    dati.put("sogliaVerde", soglie.verde().doubleValue());
    dati.put("sogliaGialla", soglie.gialla().doubleValue());
    return luce(INDICATORE, dati);
  }

  @Override
  public Luce obiettivo(List<Semaforo> indicatori) {
    int rilevati = (int) indicatori.stream().filter(s -> s != Semaforo.GRIGIO).count();
    return luce(
        OBIETTIVO,
        Map.of(
            "rilevati",
            rilevati,
            "percentualeRossi",
            percentuale(indicatori, Semaforo.ROSSO, rilevati),
            "percentualeVerdi",
            percentuale(indicatori, Semaforo.VERDE, rilevati)));
  }

  private static double percentuale(List<Semaforo> tutti, Semaforo quale, int su) {
    return su == 0 ? 0 : 100.0 * tutti.stream().filter(s -> s == quale).count() / su;
  }

  private Luce luce(String tabella, Map<String, Object> dati) {
    var riga = tabelle.apply(tabella, dati);
    if (riga == null) {
      throw new IllegalStateException(
          "La tabella %s non ha regole per %s".formatted(tabella, dati));
    }
    return new Luce(Semaforo.valueOf((String) riga.get("semaforo")), (String) riga.get("motivo"));
  }
}
