package it.pianodizona.monitoraggio.web;

import it.pianodizona.anagrafica.Asst;
import it.pianodizona.anagrafica.Ats;
import it.pianodizona.comune.Denaro;
import it.pianodizona.monitoraggio.CicloConcluso;
import it.pianodizona.monitoraggio.Filtro;
import it.pianodizona.monitoraggio.Quadro;
import it.pianodizona.monitoraggio.RigaAmbito;
import it.pianodizona.piano.Triennio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the template shows: the rows, the choices made and the addresses that lead to others. Every
 * choice is in the address, so that who gets it sees the same.
 *
 * @param tutto all the rows of who looks
 * @param quadro those that the filter lets through
 * @param regione whether links to Cockpit and to the import are shown
 */
public record Vista(
    Tipo tipo,
    Colore colore,
    List<Triennio> trienni,
    Filtro filtro,
    Quadro tutto,
    Quadro quadro,
    Settimane settimane,
    List<CicloConcluso> cicli,
    List<Ats> ats,
    List<Asst> asst,
    boolean regione) {

  /** The ways to look at the rows. */
  public enum Tipo {
    ambiti("Ambiti"),
    mappa("Mappa"),
    scadenze("Scadenze"),
    grafici("Grafici"),
    cicli("Cicli conclusi");

    private final String nome;

    Tipo(String nome) {
      this.nome = nome;
    }

    public String nome() {
      return nome;
    }

    static Tipo di(String testo) {
      return Stream.of(values()).filter(t -> t.name().equals(testo)).findFirst().orElse(ambiti);
    }
  }

  /** What the colours of the map say. */
  public enum Colore {
    stato("Rispetto al termine"),
    fase("Fase");

    private final String nome;

    Colore(String nome) {
      this.nome = nome;
    }

    public String nome() {
      return nome;
    }

    static Colore di(String testo) {
      return Stream.of(values()).filter(c -> c.name().equals(testo)).findFirst().orElse(stato);
    }
  }

  public String triennio() {
    return quadro.triennio();
  }

  /** The address of this view with another value for one choice; empty text takes it away. */
  public String con(String scelta, String valore) {
    var scelte = scelte();
    scelte.put(scelta, valore);
    return indirizzo("/monitoraggio", scelte);
  }

  /** The table with one Ambito alone. */
  public String soloAmbito(String codice) {
    return indirizzo(
        "/monitoraggio", Map.of("triennio", triennio(), "vista", "ambiti", "cerca", codice));
  }

  /** The address without filters. */
  public String senzaFiltri() {
    return indirizzo(
        "/monitoraggio", new LinkedHashMap<>(Map.of("triennio", triennio(), "vista", tipo.name())));
  }

  /** A file with these rows. */
  public String file(String percorso) {
    return indirizzo(percorso, scelte());
  }

  private Map<String, String> scelte() {
    var scelte = new LinkedHashMap<String, String>();
    scelte.put("triennio", triennio());
    scelte.put("vista", tipo.name());
    scelte.put("colore", tipo == Tipo.mappa ? colore.name() : "");
    scelte.put("ats", filtro.ats());
    scelte.put("asst", filtro.asst());
    scelte.put("fase", filtro.fase());
    scelte.put("situazione", filtro.situazione());
    scelte.put("cerca", filtro.cerca());
    return scelte;
  }

  private static String indirizzo(String percorso, Map<String, String> scelte) {
    var indirizzo = UriComponentsBuilder.fromPath(percorso);
    new TreeMap<>(scelte)
        .forEach(
            (nome, valore) -> {
              if (!valore.isEmpty()) {
                indirizzo.queryParam(nome, "{" + nome + "}");
              }
            });
    return indirizzo.encode().buildAndExpand(scelte).toUriString();
  }

  /** Class of a tile of the map. */
  public String tessera(RigaAmbito riga) {
    return colore == Colore.stato || riga.piano() == null
        ? "pdzm-stato-" + riga.stato().name()
        : "pdzm-fase-" + riga.piano().fase().name();
  }

  /** The sign on a tile, where colour alone would not do. */
  public String sigla(RigaAmbito riga) {
    return colore == Colore.stato || riga.piano() == null
        ? riga.stato().sigla()
        : String.valueOf(riga.piano().fase().ordinal() + 1);
  }

  /** What became of the domande, ATS by ATS. */
  public Grafico partecipazione() {
    List<ToIntFunction<RigaAmbito>> misure =
        List.of(
            r -> r.partecipazione().ammessi(),
            r -> r.partecipazione().conRiserva(),
            r -> r.partecipazione().esclusi(),
            r -> r.partecipazione().ritirate(),
            Vista::inEsame);
    var dati = new ArrayList<Grafico.Dato>();
    quadro
        .perAts()
        .forEach(
            (nome, righe) -> {
              var valori = misure.stream().map(m -> righe.stream().mapToInt(m).sum()).toList();
              int domande = righe.stream().mapToInt(r -> r.partecipazione().domande()).sum();
              int adesioni = righe.stream().mapToInt(r -> r.partecipazione().adesioni()).sum();
              dati.add(
                  new Grafico.Dato(
                      nome,
                      valori.stream().map(Integer::doubleValue).toList(),
                      valori.stream().map(String::valueOf).toList(),
                      "%s; %s"
                          .formatted(
                              quanti(domande, "domanda", "domande"),
                              quanti(adesioni, "adesione all'Accordo", "adesioni all'Accordo"))));
            });
    return Grafico.di(
        List.of("Ammesse", "Ammesse con riserva", "Escluse", "Ritirate o assorbite", "In esame"),
        dati);
  }

  /** Premialità paid and still to be paid, ATS by ATS. */
  public Grafico premialita() {
    var dati = new ArrayList<Grafico.Dato>();
    quadro
        .perAts()
        .forEach(
            (nome, righe) -> {
              var parte = new Quadro(triennio(), quadro.alle(), righe);
              var importi = List.of(parte.pagata(), parte.residua());
              dati.add(
                  new Grafico.Dato(
                      nome,
                      importi.stream().map(i -> i.importo().doubleValue()).toList(),
                      importi.stream().map(Denaro::toString).toList(),
                      parte.assegnata() + " assegnati"));
            });
    return Grafico.di(List.of("Pagata", "Da pagare"), dati);
  }

  /** Objectives of the plans, by macroarea. */
  public Grafico obiettivi() {
    var perMacroarea = new TreeMap<String, Integer>();
    quadro
        .righe()
        .forEach(
            r ->
                r.obiettivi()
                    .perMacroarea()
                    .forEach((area, quanti) -> perMacroarea.merge(area, quanti, Integer::sum)));
    var dati = new ArrayList<Grafico.Dato>();
    perMacroarea.forEach(
        (area, quanti) ->
            dati.add(
                new Grafico.Dato(
                    "Macroarea " + area,
                    List.of(quanti.doubleValue()),
                    List.of(String.valueOf(quanti)),
                    quanti(quanti, "obiettivo", "obiettivi"))));
    return Grafico.di(List.of("Obiettivi"), dati);
  }

  public int numeroObiettivi() {
    return quadro.somma(r -> r.obiettivi().totale());
  }

  public int coProgettati() {
    return quadro.somma(r -> r.obiettivi().coProgettati());
  }

  public int sociosanitari() {
    return quadro.somma(r -> r.obiettivi().sociosanitari());
  }

  private static int inEsame(RigaAmbito riga) {
    var p = riga.partecipazione();
    return p.domande() - p.ammessi() - p.conRiserva() - p.esclusi() - p.ritirate();
  }

  private static String quanti(int numero, String uno, String molti) {
    return numero + " " + (numero == 1 ? uno : molti);
  }
}
