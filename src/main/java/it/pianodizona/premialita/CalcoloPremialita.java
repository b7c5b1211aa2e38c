package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import it.pianodizona.premialita.SchemaPremialita.Quota;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Divides the premialità of an Ambito among its projects, once all of them are evaluated.
 *
 * <p>The sources give amounts per Ambito; where the money must be attached to single projects the
 * order of evaluation decides, so that the total of the Ambito is exact to the cent. A project that
 * carries an amount keeps it for as long as it is valid: when another one falls, what it leaves
 * passes to the next.
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
   * @param venuteMeno why projects that were evaluated positively are not valid any more, by id
   * @return by project id
   */
  Map<Long, Determinazione> ripartisci(
      String codiceSchema,
      List<Progetto> progetti,
      Quota primoLivello,
      Optional<AttoRegionale> atto,
      Map<Long, String> venuteMeno) {
    var validi =
        progetti.stream()
            .filter(p -> p.propostaPositiva() && !venuteMeno.containsKey(p.id()))
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
    venuteMeno.forEach(
        (id, motivi) ->
            esiti.put(
                id,
                Determinazione.nulla(
                    "Dopo la valutazione sono venute meno le condizioni: " + motivi)));
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
                        "Importo per progetto stabilito dall'atto regionale " + a.numero(),
                        QuotaAssegnata.ATTO))
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
    var ordinati = new ArrayList<>(validi);
    ordinati.sort(Comparator.comparing(p -> quota(p).isEmpty()));
    for (var progetto : ordinati) {
      var obiettivo = progetto.scheda().obiettivoStrategico();
      var esito =
          schema.secondoLivello(
              primoLivello.importo(), obiettivo, riconosciuti.contains(obiettivo));
      if (esito.riconosciuta()) {
        riconosciuti.add(obiettivo);
        esito =
            new Determinazione(
                esito.importo(),
                esito.percentualeAcconto(),
                esito.motivo(),
                QuotaAssegnata.valueOf(obiettivo.name()));
      }
      esiti.put(progetto.id(), esito);
    }
    return esiti;
  }

  /** The first two valid objectives carry a quota each, the third the single premialità. */
  private Map<Long, Determinazione> sovrazonali(List<Progetto> validi) {
    var quote = schema.quoteSovrazonali(validi.size(), lettura);
    var libere =
        new ArrayList<>(
            List.of(QuotaAssegnata.PRIMA, QuotaAssegnata.SECONDA, QuotaAssegnata.UNICA)
                .subList(0, validi.size() < 2 ? 0 : Math.min(validi.size(), 3)));
    var assegnate = new HashMap<Long, QuotaAssegnata>();
    for (var progetto : validi) {
      quota(progetto).filter(libere::remove).ifPresent(q -> assegnate.put(progetto.id(), q));
    }
    for (var progetto : validi) {
      if (!assegnate.containsKey(progetto.id()) && !libere.isEmpty()) {
        assegnate.put(progetto.id(), libere.remove(0));
      }
    }
    var esiti = new LinkedHashMap<Long, Determinazione>();
    for (var progetto : validi) {
      var quota = assegnate.get(progetto.id());
      var importo =
          quota == null
              ? Denaro.ZERO
              : quota == QuotaAssegnata.UNICA ? quote.unica() : quote.perObiettivo();
      esiti.put(
          progetto.id(),
          new Determinazione(
              importo, quote.percentualeAcconto(), motivo(quota, importo, validi.size()), quota));
    }
    return esiti;
  }

  private static Optional<QuotaAssegnata> quota(Progetto progetto) {
    return progetto.cercaDeterminazione().map(Determinazione::quota);
  }

  private static String motivo(QuotaAssegnata quota, Denaro importo, int validi) {
    if (validi < 2) {
      return "Nel Piano è valido un solo obiettivo sovrazonale: ne servono almeno due";
    }
    if (quota == null) {
      return "La premialità unica dell'Ambito è già attribuita al terzo obiettivo valutato";
    }
    if (!importo.positivo()) {
      return "Con tre o più obiettivi validi spetta solo la premialità unica, attribuita al terzo";
    }
    return quota == QuotaAssegnata.UNICA
        ? "Premialità unica per gli obiettivi eccedenti i primi due"
        : "Quota per uno dei primi due obiettivi sovrazonali validi";
  }
}
