package it.pianodizona.simulazione;

import it.pianodizona.comune.Denaro;
import it.pianodizona.piano.Fase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Writes what came out of a run: {@code rapporto.html} and the CSV files behind it. Nothing in them
 * depends on how long the run took: the same seed gives the same bytes.
 */
@Component
@Simulazione
public class Rapporto {

  private static final DateTimeFormatter GIORNO = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MESE = DateTimeFormatter.ofPattern("MM/yy");
  private static final int SCOPI_NEL_GRAFICO = 6;

  private final Bilancio bilancio;
  private final Cronaca cronaca;
  private final SpringTemplateEngine modelli;

  Rapporto(Bilancio bilancio, Cronaca cronaca, SpringTemplateEngine modelli) {
    this.bilancio = bilancio;
    this.cronaca = cronaca;
    this.modelli = modelli;
  }

  /** One row of the table of the steps. */
  public record RigaPasso(
      String nome, int quanti, String mediana, String novantesimo, int inRitardo, String ritardo) {}

  /** One row of the table of the late Ambiti. */
  public record RigaRitardo(String ambito, String termine, String firma, long giorni) {}

  /** Writes the files into a folder that exists. */
  public void scrivi(Path cartella, Parametri parametri) {
    var righe = bilancio.righe(parametri);
    var pagamenti = bilancio.pagamenti(parametri);
    var posta = bilancio.posta();
    ambiti(cartella, righe);
    passi(cartella);
    mesi(cartella, pagamenti, posta);
    posta(cartella, posta);
    html(cartella, parametri, righe, pagamenti, posta);
  }

  private void ambiti(Path cartella, List<Bilancio.Riga> righe) {
    csv(
        cartella,
        "ambiti.csv",
        List.of(
            "codice",
            "ambito",
            "codice_ats",
            "comuni",
            "comuni_assegnati_per_regola",
            "fase",
            "termine",
            "firmato_il",
            "giorni_di_ritardo",
            "trasmesso_il",
            "rifiuti_di_firma",
            "accordo_precedente_prorogato",
            "domande",
            "tardive",
            "ammesse",
            "escluse",
            "ai_tavoli",
            "aderenti",
            "progetti",
            "approvati",
            "assegnata",
            "liquidata",
            "flussi_dovuti",
            "flussi_acquisiti",
            "flussi_in_ritardo"),
        righe.stream()
            .map(
                r ->
                    List.<Object>of(
                        r.ambito().codice(),
                        r.ambito().denominazione(),
                        r.ambito().codiceAts(),
                        r.comuni(),
                        r.perRegola() ? "si" : "no",
                        r.piano().fase(),
                        r.piano().scadenzaAccordo().toLocalDate(),
                        r.firma() == null ? "" : r.firma(),
                        r.ritardo(),
                        r.trasmissione() == null ? "" : r.trasmissione(),
                        r.rifiuti(),
                        r.accordoPrecedente() ? "si" : "no",
                        r.domande().presentate(),
                        r.domande().tardive(),
                        r.domande().ammesse(),
                        r.domande().escluse(),
                        r.domande().aiTavoli(),
                        r.domande().aderenti(),
                        r.progetti(),
                        r.approvati(),
                        r.assegnata().importo(),
                        r.liquidata().importo(),
                        r.flussi().dovuti(),
                        r.flussi().acquisiti(),
                        r.flussi().inRitardo()))
            .toList());
  }

  private void passi(Path cartella) {
    csv(
        cartella,
        "passi.csv",
        List.of(
            "compito",
            "quanti",
            "giorni_mediana",
            "giorni_novantesimo",
            "con_termine",
            "in_ritardo",
            "giorni_di_ritardo_mediana",
            "giorni_di_ritardo_novantesimo"),
        cronaca.passi().entrySet().stream()
            .map(
                p ->
                    List.<Object>of(
                        p.getKey(),
                        p.getValue().giorni().size(),
                        decimale(Cronaca.quantile(p.getValue().giorni(), 0.5)),
                        decimale(Cronaca.quantile(p.getValue().giorni(), 0.9)),
                        p.getValue().conTermine(),
                        p.getValue().ritardi().size(),
                        decimale(Cronaca.quantile(p.getValue().ritardi(), 0.5)),
                        decimale(Cronaca.quantile(p.getValue().ritardi(), 0.9))))
            .toList());
  }

  private void mesi(
      Path cartella, Map<YearMonth, Denaro> pagamenti, Map<YearMonth, Map<String, Integer>> posta) {
    var colonne = new ArrayList<>(List.of("mese"));
    for (Fase fase : Fase.values()) {
      colonne.add("piani_" + fase.name().toLowerCase(Locale.ROOT));
    }
    colonne.addAll(List.of("compiti", "lavori", "messaggi", "pagato"));
    csv(
        cartella,
        "mesi.csv",
        colonne,
        cronaca.fasi().entrySet().stream()
            .map(
                m -> {
                  var riga = new ArrayList<Object>(List.of(m.getKey()));
                  for (Fase fase : Fase.values()) {
                    riga.add(m.getValue().getOrDefault(fase, 0));
                  }
                  var fatti = cronaca.mesi().getOrDefault(m.getKey(), new int[2]);
                  riga.add(fatti[0]);
                  riga.add(fatti[1]);
                  riga.add(
                      posta.getOrDefault(m.getKey(), Map.of()).values().stream()
                          .mapToInt(q -> q)
                          .sum());
                  riga.add(pagamenti.getOrDefault(m.getKey(), Denaro.ZERO).importo());
                  return (List<Object>) riga;
                })
            .toList());
  }

  private void posta(Path cartella, Map<YearMonth, Map<String, Integer>> posta) {
    csv(
        cartella,
        "posta.csv",
        List.of("mese", "scopo", "messaggi"),
        posta.entrySet().stream()
            .flatMap(
                m ->
                    m.getValue().entrySet().stream()
                        .map(s -> List.<Object>of(m.getKey(), s.getKey(), s.getValue())))
            .toList());
  }

  private void html(
      Path cartella,
      Parametri parametri,
      List<Bilancio.Riga> righe,
      Map<YearMonth, Denaro> pagamenti,
      Map<YearMonth, Map<String, Integer>> posta) {
    var dati = new Context(Locale.ITALIAN);
    dati.setVariable("parametri", parametri);
    dati.setVariable("avvio", GIORNO.format(parametri.scenario().avvio()));
    dati.setVariable("termine", GIORNO.format(parametri.scenario().scadenzaAccordo()));
    dati.setVariable(
        "proroga",
        parametri
            .scenario()
            .proroga()
            .map(p -> p.atto() + ": nuovo termine " + GIORNO.format(p.nuovaScadenza()))
            .orElse(null));
    dati.setVariable("fine", GIORNO.format(parametri.fine()));
    dati.setVariable("ambiti", righe.size() == 1 ? "Un Ambito" : righe.size() + " Ambiti");
    dati.setVariable("perRegola", righe.stream().filter(Bilancio.Riga::perRegola).count());
    dati.setVariable("numeri", numeri(parametri, righe, posta));
    dati.setVariable("tempo", tempo());
    dati.setVariable("imbuto", imbuto(righe));
    dati.setVariable("passi", tabellaPassi());
    dati.setVariable("ritardi", ritardi(righe));
    dati.setVariable(
        "inTempoGrazieAllaProroga",
        righe.stream()
            .filter(
                r ->
                    r.firma() != null
                        && r.ritardo() <= 0
                        && r.firma().isAfter(parametri.scenario().scadenzaAccordo()))
            .map(r -> r.ambito().codice() + " " + r.ambito().denominazione())
            .toList());
    dati.setVariable("denaro", denaro(pagamenti));
    dati.setVariable("graficoPosta", graficoPosta(posta));
    dati.setVariable("stati", bilancio.postaPerStato());
    dati.setVariable(
        "eventi",
        cronaca.eventi().entrySet().stream()
            .collect(
                Collectors.toMap(
                    e -> inParole(e.getKey()), Map.Entry::getValue, Integer::sum, TreeMap::new)));
    scrivi(cartella.resolve("rapporto.html"), modelli.process("simulazione/rapporto", dati));
  }

  private Map<String, String> numeri(
      Parametri parametri, List<Bilancio.Riga> righe, Map<YearMonth, Map<String, Integer>> posta) {
    var numeri = new LinkedHashMap<String, String>();
    long firmati = righe.stream().filter(r -> r.firma() != null).count();
    long inTempo = righe.stream().filter(r -> r.firma() != null && r.ritardo() <= 0).count();
    numeri.put("Accordi firmati", "%d su %d".formatted(firmati, righe.size()));
    numeri.put("di cui entro il termine", String.valueOf(inTempo));
    parametri
        .scenario()
        .proroga()
        .ifPresent(
            p ->
                numeri.put(
                    "entro quello iniziale, "
                        + GIORNO.format(parametri.scenario().scadenzaAccordo()),
                    String.valueOf(
                        righe.stream()
                            .filter(
                                r ->
                                    r.firma() != null
                                        && !r.firma()
                                            .isAfter(parametri.scenario().scadenzaAccordo()))
                            .count())));
    numeri.put("Compiti svolti", intero(cronaca.compiti()));
    numeri.put("Lavori del motore", intero(cronaca.lavori()));
    numeri.put(
        "Messaggi scritti",
        intero(posta.values().stream().flatMap(m -> m.values().stream()).mapToInt(q -> q).sum()));
    numeri.put(
        "Premialità assegnata",
        Denaro.somma(righe.stream().map(Bilancio.Riga::assegnata).toList()).toString());
    numeri.put(
        "Premialità liquidata",
        Denaro.somma(righe.stream().map(Bilancio.Riga::liquidata).toList()).toString());
    numeri.put(
        "Flussi acquisiti",
        "%s su %s"
            .formatted(
                intero(Bilancio.somma(righe, r -> r.flussi().acquisiti())),
                intero(Bilancio.somma(righe, r -> r.flussi().dovuti()))));
    numeri.put(
        "Flussi arrivati in ritardo", intero(Bilancio.somma(righe, r -> r.flussi().inRitardo())));
    return numeri;
  }

  private String tempo() {
    var mesi = cronaca.fasi();
    var serie = new LinkedHashMap<String, List<Double>>();
    for (Fase fase : Fase.values()) {
      serie.put(
          fase.descrizione(),
          mesi.values().stream().map(m -> (double) m.getOrDefault(fase, 0)).toList());
    }
    return Grafici.colonne(
        "Piani per fase, a fine mese", mesi.keySet().stream().map(MESE::format).toList(), serie);
  }

  private String imbuto(List<Bilancio.Riga> righe) {
    var valori = new LinkedHashMap<String, Integer>();
    valori.put("Domande presentate", Bilancio.somma(righe, r -> r.domande().presentate()));
    valori.put("Ammesse, anche con riserva", Bilancio.somma(righe, r -> r.domande().ammesse()));
    valori.put("Enti presenti ai tavoli", Bilancio.somma(righe, r -> r.domande().aiTavoli()));
    valori.put("Enti aderenti all'Accordo", Bilancio.somma(righe, r -> r.domande().aderenti()));
    valori.put("Progetti per la premialità", Bilancio.somma(righe, Bilancio.Riga::progetti));
    valori.put("Progetti approvati", Bilancio.somma(righe, Bilancio.Riga::approvati));
    return Grafici.barre("Dalle domande all'adesione, e i progetti", valori);
  }

  /** One row for each name: the same work may be a task in more than one place of the models. */
  private List<RigaPasso> tabellaPassi() {
    var perNome = new TreeMap<String, List<Cronaca.Passo>>();
    cronaca
        .passi()
        .forEach(
            (chiave, passo) ->
                perNome.computeIfAbsent(cronaca.nome(chiave), n -> new ArrayList<>()).add(passo));
    return perNome.entrySet().stream().map(p -> rigaPasso(p.getKey(), p.getValue())).toList();
  }

  private static RigaPasso rigaPasso(String nome, List<Cronaca.Passo> passi) {
    var giorni = passi.stream().flatMap(p -> p.giorni().stream()).toList();
    var ritardi = passi.stream().flatMap(p -> p.ritardi().stream()).toList();
    return new RigaPasso(
        nome,
        giorni.size(),
        decimale(Cronaca.quantile(giorni, 0.5)),
        decimale(Cronaca.quantile(giorni, 0.9)),
        ritardi.size(),
        ritardi.isEmpty() ? "–" : decimale(Cronaca.quantile(ritardi, 0.5)));
  }

  /** {@code PremialitaLiquidata} becomes {@code Premialità liquidata}. */
  private static String inParole(String evento) {
    var parole = evento.replaceAll("(?<=.)(?=[A-Z])", " ");
    return (parole.charAt(0) + parole.substring(1).toLowerCase(Locale.ITALIAN))
        .replace("Co programmazione", "Co-programmazione")
        .replace("Premialita ", "Premialità ")
        .replace("Evento debito", "Passaggio di un debito informativo")
        .replace("Evento monitoraggio", "Passaggio del monitoraggio");
  }

  private static List<RigaRitardo> ritardi(List<Bilancio.Riga> righe) {
    return righe.stream()
        .filter(r -> r.ritardo() > 0)
        .sorted(Comparator.comparingLong(Bilancio.Riga::ritardo).reversed())
        .map(
            r ->
                new RigaRitardo(
                    r.ambito().codice() + " " + r.ambito().denominazione(),
                    GIORNO.format(r.piano().scadenzaAccordo()),
                    r.firma() == null ? "non firmato" : GIORNO.format(r.firma()),
                    r.ritardo()))
        .toList();
  }

  private String denaro(Map<YearMonth, Denaro> pagamenti) {
    var mesi = cronaca.fasi().keySet().stream().toList();
    return Grafici.colonne(
        "Premialità liquidata per mese, in euro",
        mesi.stream().map(MESE::format).toList(),
        Map.of(
            "Liquidata nel mese",
            mesi.stream()
                .map(m -> pagamenti.getOrDefault(m, Denaro.ZERO).importo().doubleValue())
                .toList()));
  }

  private String graficoPosta(Map<YearMonth, Map<String, Integer>> posta) {
    var totali = new TreeMap<String, Integer>();
    posta.values().forEach(m -> m.forEach((s, q) -> totali.merge(s, q, Integer::sum)));
    var principali =
        totali.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(SCOPI_NEL_GRAFICO)
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var mesi = cronaca.fasi().keySet().stream().toList();
    var serie = new LinkedHashMap<String, List<Double>>();
    for (var scopo : principali) {
      serie.put(
          parole(scopo),
          mesi.stream()
              .map(m -> (double) posta.getOrDefault(m, Map.of()).getOrDefault(scopo, 0))
              .toList());
    }
    serie.put(
        "Altro",
        mesi.stream()
            .map(
                m ->
                    posta.getOrDefault(m, Map.of()).entrySet().stream()
                        .filter(s -> !principali.contains(s.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum())
            .toList());
    return Grafici.colonne(
        "Messaggi scritti per mese", mesi.stream().map(MESE::format).toList(), serie);
  }

  private static String parole(String scopo) {
    return scopo.charAt(0) + scopo.substring(1).toLowerCase(Locale.ITALIAN).replace('_', ' ');
  }

  private static String decimale(double valore) {
    return String.format(Locale.ITALY, "%.1f", valore);
  }

  private static String intero(int valore) {
    return String.format(Locale.ITALY, "%,d", valore);
  }

  private static void csv(
      Path cartella, String nome, List<String> colonne, List<List<Object>> righe) {
    var testo = new StringBuilder();
    try (var stampante = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get().print(testo)) {
      stampante.printRecord(colonne);
      stampante.printRecords(righe);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    scrivi(cartella.resolve(nome), testo.toString());
  }

  private static void scrivi(Path file, String testo) {
    try {
      Files.writeString(file, testo, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Non si può scrivere " + file, e);
    }
  }
}
