package it.pianodizona.simulazione;

import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.anagrafica.TipoEnte;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The territory of a run. The Comuni of an Ambito are the real ones where the anagrafica knows
 * them; elsewhere they are assigned by a stated rule: the Comuni of a province that are in no
 * Ambito, by ISTAT code, are dealt in consecutive blocks of equal number to the Ambiti of that
 * province, by code; an Ambito that is one Comune alone has that one. Addresses are invented.
 */
@Component
@Simulazione
public class Territorio {

  private static final String REGOLA = "simulazione/territorio.csv";

  /** Since when the assigned Comuni belong to their Ambito. */
  private static final LocalDate DAL = LocalDate.of(2018, 1, 1);

  private final Anagrafica anagrafica;

  public Territorio(Anagrafica anagrafica) {
    this.anagrafica = anagrafica;
  }

  /** The first Ambiti by code. */
  public List<Ambito> ambiti(int quanti) {
    return anagrafica.ambiti().stream()
        .sorted(Comparator.comparing(Ambito::codice))
        .limit(quanti)
        .toList();
  }

  /** Codes of the Ambiti whose Comuni are assigned by the rule. */
  public List<String> assegnatiPerRegola() {
    return regola().stream().map(riga -> riga.get("codice_ambito")).toList();
  }

  /** Gives the Ambiti the Comuni they lack, and everybody an address. */
  public void prepara(List<Ambito> ambiti) {
    var assegnati = assegnazione();
    for (var ambito : ambiti) {
      if (anagrafica.comuniDi(ambito.codice(), DAL).isEmpty()) {
        assegnati
            .getOrDefault(ambito.codice(), List.of())
            .forEach(c -> anagrafica.associa(c.codiceIstat(), ambito.codice(), DAL));
      }
    }
    ambiti.forEach(
        a -> {
          anagrafica.aggiornaRecapito(
              TipoEnte.AMBITO, a.codice(), "ufficiodipiano@ambito-" + a.codice() + ".example");
          anagrafica.aggiornaRecapiti(
              TipoEnte.COMUNE,
              anagrafica.comuniDi(a.codice(), DAL).stream()
                  .collect(
                      Collectors.toMap(
                          Comune::codiceIstat,
                          c -> "sindaco@comune-" + c.codiceIstat() + ".example")));
        });
    anagrafica
        .ats()
        .forEach(
            a ->
                anagrafica.aggiornaRecapito(
                    TipoEnte.ATS, a.codice(), "protocollo@ats-" + a.codice() + ".example"));
    anagrafica
        .asst()
        .forEach(
            a ->
                anagrafica.aggiornaRecapito(
                    TipoEnte.ASST, a.codice(), "protocollo@asst-" + a.codice() + ".example"));
  }

  private Map<String, List<Comune>> assegnazione() {
    var liberi =
        anagrafica.comuniSenzaAmbito(DAL).stream()
            .sorted(Comparator.comparing(Comune::codiceIstat))
            .collect(Collectors.toCollection(ArrayList::new));
    var assegnati = new LinkedHashMap<String, List<Comune>>();
    var perProvincia = new TreeMap<String, List<String>>();
    for (var riga : regola()) {
      var ambito = riga.get("codice_ambito");
      var unico = riga.get("unico_comune");
      if (unico.isEmpty()) {
        perProvincia
            .computeIfAbsent(riga.get("sigla_provincia"), p -> new ArrayList<>())
            .add(ambito);
      } else {
        liberi.stream()
            .filter(c -> c.codiceIstat().equals(unico))
            .findFirst()
            .ifPresent(c -> assegnati.put(ambito, List.of(c)));
        liberi.removeIf(c -> c.codiceIstat().equals(unico));
      }
    }
    perProvincia.forEach(
        (provincia, ambiti) -> {
          var comuni = liberi.stream().filter(c -> c.siglaProvincia().equals(provincia)).toList();
          for (int i = 0; i < ambiti.size(); i++) {
            assegnati.put(
                ambiti.get(i),
                comuni.subList(
                    comuni.size() * i / ambiti.size(), comuni.size() * (i + 1) / ambiti.size()));
          }
        });
    return assegnati;
  }

  private static List<CSVRecord> regola() {
    var formato = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var lettore =
            new InputStreamReader(
                new ClassPathResource(REGOLA).getInputStream(), StandardCharsets.UTF_8);
        var righe = formato.parse(lettore)) {
      return righe.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
