package it.pianodizona.documento;

import static it.pianodizona.documento.ModelloObiettivi.COLONNE_FONDI;
import static it.pianodizona.documento.ModelloObiettivi.COLONNE_INDICATORI;
import static it.pianodizona.documento.ModelloObiettivi.FONDI;
import static it.pianodizona.documento.ModelloObiettivi.INDICATORI;
import static it.pianodizona.documento.ModelloObiettivi.OBIETTIVI;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import it.pianodizona.fascicolo.CellaErrata;
import it.pianodizona.fascicolo.Foglio;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the objectives of a CSV or an XLSX; every wrong cell is told, and then nothing is read. */
public final class ImportazioneObiettivi {

  private static final int OBIETTIVI_MASSIMI = 1000;
  private static final DateTimeFormatter GIORNO =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final List<CellaErrata> errori = new ArrayList<>();
  private final Map<Integer, LetturaObiettivo> letture = new TreeMap<>();
  private final Map<Integer, List<Indicatore>> indicatori = new HashMap<>();
  private final Map<String, Denaro> fondi = new LinkedHashMap<>();

  private ImportazioneObiettivi() {}

  /**
   * What was read.
   *
   * @param errori every wrong cell, in the order of the file
   * @param tabella {@code null} when there are errors
   */
  public record Esito(List<CellaErrata> errori, ObiettiviDaImportare tabella) {}

  /**
   * Reads a file.
   *
   * @param giaPresenti shared budgets of the version, which the file may name without defining them
   * @throws DatoNonValido when it is no CSV or XLSX, or has no objectives
   */
  public static Esito leggi(byte[] contenuto, Collection<FondoCondiviso> giaPresenti) {
    return new ImportazioneObiettivi()
        .leggi(Foglio.leggi("File", contenuto, OBIETTIVI), giaPresenti);
  }

  private Esito leggi(List<Foglio> fogli, Collection<FondoCondiviso> giaPresenti) {
    var principale =
        cerca(fogli, OBIETTIVI)
            .orElseThrow(
                () -> DatoNonValido.regola("File", "manca il foglio «%s».".formatted(OBIETTIVI)));
    cerca(fogli, FONDI).ifPresent(this::leggiFondi);
    leggiObiettivi(principale, giaPresenti);
    cerca(fogli, INDICATORI).ifPresent(this::leggiIndicatori);
    if (!errori.isEmpty()) {
      return new Esito(List.copyOf(errori), null);
    }
    if (letture.isEmpty()) {
      throw DatoNonValido.regola("File", "non contiene nessun obiettivo sotto l'intestazione.");
    }
    var righe =
        letture.entrySet().stream()
            .map(
                voce ->
                    new ObiettiviDaImportare.Riga(
                        voce.getValue().scheda(),
                        indicatori.getOrDefault(voce.getKey(), List.of()),
                        voce.getValue().fondi()))
            .toList();
    return new Esito(List.of(), new ObiettiviDaImportare(righe, fondi));
  }

  private static Optional<Foglio> cerca(List<Foglio> fogli, String nome) {
    return fogli.stream().filter(f -> f.nome().equalsIgnoreCase(nome)).findFirst();
  }

  private void leggiFondi(Foglio foglio) {
    var colonne = intestazione(foglio, COLONNE_FONDI, Set.copyOf(COLONNE_FONDI));
    for (int riga : righe(foglio)) {
      var nome = foglio.testo(riga, colonne.getOrDefault("Denominazione", -1)).strip();
      var importo = foglio.testo(riga, colonne.getOrDefault("Importo", -1));
      if (nome.isEmpty() || nome.length() > 300) {
        errore(foglio, riga, colonne.get("Denominazione"), nome, "un testo da 1 a 300 caratteri");
        continue;
      }
      try {
        var letto = Denaro.euro(importo);
        if (letto.negativo()) {
          errore(foglio, riga, colonne.get("Importo"), importo, "un importo non negativo");
        } else {
          fondi.put(nome, letto);
        }
      } catch (DatoNonValido e) {
        errore(foglio, riga, colonne.get("Importo"), importo, e.accettato());
      }
    }
  }

  private void leggiObiettivi(Foglio foglio, Collection<FondoCondiviso> giaPresenti) {
    if (foglio.righe().size() > OBIETTIVI_MASSIMI) {
      throw DatoNonValido.regola(
          "File", "ha più di %d righe: è troppo lungo.".formatted(OBIETTIVI_MASSIMI));
    }
    var titoli = Arrays.stream(CampoObiettivo.values()).map(CampoObiettivo::etichetta).toList();
    var obbligatori =
        Arrays.stream(CampoObiettivo.values())
            .filter(CampoObiettivo::obbligatorio)
            .map(CampoObiettivo::etichetta)
            .collect(Collectors.toSet());
    var colonne = intestazione(foglio, titoli, obbligatori);
    var noti =
        giaPresenti.stream()
            .map(fondo -> ObiettiviDaImportare.chiave(fondo.denominazione()))
            .collect(Collectors.toSet());
    fondi.keySet().forEach(nome -> noti.add(ObiettiviDaImportare.chiave(nome)));
    int dopoLUltima = foglio.righe().getOrDefault(1, List.of()).size();
    for (int riga : righe(foglio)) {
      var valori = new EnumMap<CampoObiettivo, String>(CampoObiettivo.class);
      colonne.forEach(
          (titolo, colonna) ->
              CampoObiettivo.conEtichetta(titolo)
                  .ifPresent(campo -> valori.put(campo, foglio.testo(riga, colonna))));
      var lettura = new LetturaObiettivo(valori);
      lettura
          .errori()
          .forEach(
              (campo, ammesso) ->
                  errore(
                      foglio,
                      riga,
                      colonne.getOrDefault(campo.etichetta(), dopoLUltima),
                      valori.get(campo),
                      ammesso));
      for (var nome : lettura.fondi()) {
        if (!noti.contains(ObiettiviDaImportare.chiave(nome))) {
          errore(
              foglio,
              riga,
              colonne.get(CampoObiettivo.FONDI.etichetta()),
              nome,
              "il nome di un fondo del documento o del foglio «%s»".formatted(FONDI));
        }
      }
      letture.put(riga, lettura);
    }
  }

  private void leggiIndicatori(Foglio foglio) {
    var colonne = intestazione(foglio, COLONNE_INDICATORI, Set.copyOf(COLONNE_INDICATORI));
    for (int riga : righe(foglio)) {
      int prima = errori.size();
      var obiettivo = valore(foglio, riga, colonne, "Riga dell'obiettivo");
      if (!obiettivo.matches("\\d{1,6}") || !letture.containsKey(Integer.parseInt(obiettivo))) {
        errore(
            foglio,
            riga,
            colonne.get("Riga dell'obiettivo"),
            obiettivo,
            "il numero di una riga del foglio «%s» con un obiettivo".formatted(OBIETTIVI));
      }
      var tipo =
          scelta(
              TipoIndicatore.values(),
              t -> List.of(t.name(), t.nome()),
              valore(foglio, riga, colonne, "Tipo"));
      if (tipo == null) {
        errore(
            foglio,
            riga,
            colonne.get("Tipo"),
            valore(foglio, riga, colonne, "Tipo"),
            "input, processo, output oppure outcome");
      }
      var operatore =
          scelta(
              Operatore.values(),
              o -> List.of(o.name(), o.parole(), o.segno()),
              valore(foglio, riga, colonne, "Operatore"));
      if (operatore == null) {
        errore(
            foglio,
            riga,
            colonne.get("Operatore"),
            valore(foglio, riga, colonne, "Operatore"),
            "almeno, al massimo, uguale a, più di oppure meno di");
      }
      var numero = numero(foglio, riga, colonne);
      var entro = giorno(foglio, riga, colonne);
      lunghezza(foglio, riga, colonne, "Indicatore", 500);
      lunghezza(foglio, riga, colonne, "Unità", 60);
      if (errori.size() == prima) {
        indicatori
            .computeIfAbsent(Integer.parseInt(obiettivo), r -> new ArrayList<>())
            .add(
                new Indicatore(
                    tipo,
                    valore(foglio, riga, colonne, "Indicatore"),
                    operatore,
                    numero,
                    valore(foglio, riga, colonne, "Unità"),
                    entro));
      }
    }
    indicatori.forEach(
        (riga, suoi) -> {
          if (suoi.size() > Indicatore.MASSIMO) {
            errore(
                foglio,
                1,
                0,
                suoi.size() + " indicatori per la riga " + riga,
                "al massimo %d indicatori per obiettivo".formatted(Indicatore.MASSIMO));
          }
        });
  }

  private BigDecimal numero(Foglio foglio, int riga, Map<String, Integer> colonne) {
    var testo = valore(foglio, riga, colonne, "Valore");
    try {
      // the same ways of writing decimals as an amount
      return Denaro.euro(testo).importo();
    } catch (DatoNonValido e) {
      errore(
          foglio,
          riga,
          colonne.get("Valore"),
          testo,
          "un numero con al massimo due decimali, per esempio 120 o 7,5");
      return null;
    }
  }

  private LocalDate giorno(Foglio foglio, int riga, Map<String, Integer> colonne) {
    var testo = valore(foglio, riga, colonne, "Entro");
    try {
      // a date cell of a workbook arrives as aaaa-mm-gg
      return testo.contains("-") ? LocalDate.parse(testo) : LocalDate.parse(testo, GIORNO);
    } catch (DateTimeParseException e) {
      errore(foglio, riga, colonne.get("Entro"), testo, "una data nella forma gg/mm/aaaa");
      return null;
    }
  }

  private void lunghezza(
      Foglio foglio, int riga, Map<String, Integer> colonne, String titolo, int massimo) {
    var testo = valore(foglio, riga, colonne, titolo);
    if (testo.isEmpty() || testo.length() > massimo) {
      errore(
          foglio,
          riga,
          colonne.get(titolo),
          testo,
          "un testo da 1 a %d caratteri".formatted(massimo));
    }
  }

  private static String valore(
      Foglio foglio, int riga, Map<String, Integer> colonne, String titolo) {
    return foglio.testo(riga, colonne.getOrDefault(titolo, -1)).strip();
  }

  private static <E> E scelta(E[] voci, Function<E, List<String>> nomi, String testo) {
    return Arrays.stream(voci)
        .filter(voce -> nomi.apply(voce).stream().anyMatch(testo::equalsIgnoreCase))
        .findFirst()
        .orElse(null);
  }

  /** Columns by heading, in any order; headings that are not ours are told. */
  private Map<String, Integer> intestazione(
      Foglio foglio, List<String> attesi, Set<String> obbligatori) {
    var colonne = new LinkedHashMap<String, Integer>();
    var celle = foglio.righe().getOrDefault(1, List.of());
    for (int c = 0; c < celle.size(); c++) {
      var titolo = celle.get(c);
      var noto =
          attesi.stream()
              .filter(
                  atteso ->
                      ObiettiviDaImportare.chiave(atteso)
                          .equals(ObiettiviDaImportare.chiave(titolo)))
              .findFirst();
      if (noto.isEmpty() && !titolo.isBlank()) {
        errore(foglio, 1, c, titolo, "una delle intestazioni del modello");
      } else if (noto.isPresent() && colonne.putIfAbsent(noto.get(), c) != null) {
        errore(foglio, 1, c, titolo, "ogni intestazione una volta sola");
      }
    }
    for (var titolo : attesi) {
      if (obbligatori.contains(titolo) && !colonne.containsKey(titolo)) {
        errore(foglio, 1, celle.size(), "", "l'intestazione «%s»".formatted(titolo));
      }
    }
    return colonne;
  }

  private static List<Integer> righe(Foglio foglio) {
    return foglio.righe().keySet().stream().filter(riga -> riga > 1).toList();
  }

  private void errore(Foglio foglio, int riga, Integer colonna, String trovato, String ammesso) {
    if (colonna != null) {
      errori.add(
          new CellaErrata(
              foglio.nome() + "!" + Foglio.cella(riga, colonna),
              riga > 1 ? foglio.testo(1, colonna) : "",
              trovato,
              ammesso));
    }
  }
}
