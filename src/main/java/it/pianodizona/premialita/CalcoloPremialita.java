package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import it.pianodizona.premialita.SchemaPremialita.Quota;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Divides the premialità of an Ambito among its projects, once all of them are evaluated.
 *
 * <p>The sources give amounts per Ambito; where the money must be attached to single projects the
 * order of evaluation decides, so that the total of the Ambito is exact to the cent.
 */
final class CalcoloPremialita {

  private final SchemaPremialita schema;
  private final LetturaPremialita lettura;

  CalcoloPremialita(SchemaPremialita schema, LetturaPremialita lettura) {
    this.schema = schema;
    this.lettura = lettura;
  }

  /**
   * @param codiceSchema scheme of the triennio
   * @param progetti all the projects of the plan, evaluated
   * @param primoLivello first level of 2018-2020
   * @param atto the act that completes the amounts, for schemes that ship without
   * @return by project id
   */
  Map<Long, Determinazione> ripartisci(
      String codiceSchema,
      List<Progetto> progetti,
      Quota primoLivello,
      Optional<AttoRegionale> atto) {
    var validi =
        progetti.stream()
            .filter(Progetto::propostaPositiva)
            .sorted(Comparator.comparingLong(Progetto::ordineDiValutazione))
            .toList();
    var esiti =
        new LinkedHashMap<>(
            schema.daCompletare(codiceSchema)
                ? conAtto(codiceSchema, validi, atto)
                : codiceSchema.equals("2018-2020")
                    ? perObiettivoStrategico(validi, primoLivello)
                    : sovrazonali(validi));
    progetti.stream()
        .filter(p -> !p.propostaPositiva())
        .forEach(
            p ->
                esiti.put(
                    p.id(),
                    Determinazione.nulla(
                        "Valutazione negativa del gruppo tecnico regionale: "
                            + p.proposta().giudizio())));
    return esiti;
  }

  private static Map<Long, Determinazione> conAtto(
      String codiceSchema, List<Progetto> validi, Optional<AttoRegionale> atto) {
    var esito =
        atto.map(
                a ->
                    new Determinazione(
                        a.importoPerProgetto(),
                        a.percentualeAcconto(),
                        "Importo per progetto stabilito dall'atto regionale " + a.numero()))
            .orElseGet(
                () ->
                    Determinazione.daCompletare(
                        "Gli importi dello schema "
                            + codiceSchema
                            + " sono da completare con un atto regionale"));
    var esiti = new LinkedHashMap<Long, Determinazione>();
    validi.forEach(progetto -> esiti.put(progetto.id(), esito));
    return esiti;
  }

  private Map<Long, Determinazione> perObiettivoStrategico(
      List<Progetto> validi, Quota primoLivello) {
    var esiti = new LinkedHashMap<Long, Determinazione>();
    var riconosciuti = EnumSet.noneOf(ObiettivoStrategico.class);
    for (var progetto : validi) {
      var obiettivo = progetto.scheda().obiettivoStrategico();
      var esito =
          schema.secondoLivello(
              primoLivello.importo(), obiettivo, riconosciuti.contains(obiettivo));
      if (esito.riconosciuta()) {
        riconosciuti.add(obiettivo);
      }
      esiti.put(progetto.id(), esito);
    }
    return esiti;
  }

  /** First two valid objectives: the quota each; the third: the single premialità. */
  private Map<Long, Determinazione> sovrazonali(List<Progetto> validi) {
    var quote = schema.quoteSovrazonali(validi.size(), lettura);
    var esiti = new LinkedHashMap<Long, Determinazione>();
    for (int posto = 0; posto < validi.size(); posto++) {
      var importo = posto < 2 ? quote.perObiettivo() : posto == 2 ? quote.unica() : Denaro.ZERO;
      esiti.put(
          validi.get(posto).id(),
          new Determinazione(importo, quote.percentualeAcconto(), motivo(posto, importo, validi)));
    }
    return esiti;
  }

  private static String motivo(int posto, Denaro importo, List<Progetto> validi) {
    if (validi.size() < 2) {
      return "Nel Piano è valido un solo obiettivo sovrazonale: ne servono almeno due";
    }
    if (!importo.positivo()) {
      return posto < 2
          ? "Con tre o più obiettivi validi spetta solo la premialità unica, attribuita al terzo"
          : "La premialità unica dell'Ambito è già attribuita al terzo obiettivo valutato";
    }
    return posto < 2
        ? "Quota per uno dei primi due obiettivi sovrazonali validi"
        : "Premialità unica per gli obiettivi eccedenti i primi due";
  }
}
