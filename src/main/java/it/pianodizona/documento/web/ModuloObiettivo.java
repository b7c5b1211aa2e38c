package it.pianodizona.documento.web;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.CampoObiettivo;
import it.pianodizona.documento.DatiObiettivo;
import it.pianodizona.documento.FondoCondiviso;
import it.pianodizona.documento.Indicatore;
import it.pianodizona.documento.LetturaObiettivo;
import it.pianodizona.documento.Obiettivo;
import it.pianodizona.documento.Operatore;
import it.pianodizona.documento.Testi;
import it.pianodizona.documento.TipoIndicatore;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/** The form of an objective: what was typed, what is wrong with it, what it becomes. */
public final class ModuloObiettivo {

  private static final List<String> CAMPI_INDICATORE =
      List.of("tipo", "descrizione", "operatore", "valore", "unita", "entro");
  private static final String INDICATORE = "indicatore.";

  private final Map<CampoObiettivo, String> valori = new EnumMap<>(CampoObiettivo.class);
  private final List<Map<String, String>> indicatori = new ArrayList<>();
  private final Set<Long> fondi = new TreeSet<>();
  private final Map<String, String> errori = new LinkedHashMap<>();
  private final int revisione;

  private ModuloObiettivo(int revisione) {
    this.revisione = revisione;
  }

  static ModuloObiettivo nuovo() {
    return new ModuloObiettivo(0);
  }

  static ModuloObiettivo di(Obiettivo obiettivo) {
    var s = obiettivo.scheda();
    var modulo = new ModuloObiettivo(obiettivo.revisione());
    modulo.valori.put(CampoObiettivo.TITOLO, s.titolo());
    modulo.valori.put(CampoObiettivo.MACROAREA, s.macroarea().name());
    modulo.valori.put(CampoObiettivo.DESCRIZIONE, s.descrizione());
    modulo.valori.put(CampoObiettivo.TARGET, s.target());
    modulo.valori.put(
        CampoObiettivo.RISORSE, s.risorseEconomiche().importo().toPlainString().replace('.', ','));
    modulo.valori.put(CampoObiettivo.PERSONALE, s.personale());
    modulo.valori.put(CampoObiettivo.TRASVERSALE, siNo(s.trasversale()));
    modulo.valori.put(CampoObiettivo.AREE, s.areeTrasversali());
    modulo.valori.put(CampoObiettivo.SOCIOSANITARIA, siNo(s.integrazioneSociosanitaria()));
    modulo.valori.put(CampoObiettivo.CONTINUITA, siNo(s.continuita()));
    modulo.valori.put(CampoObiettivo.COPROGETTATO, siNo(s.coProgettato()));
    modulo.valori.put(CampoObiettivo.ATTORI, s.coProgettatoCon());
    modulo.valori.put(CampoObiettivo.BISOGNI, s.bisogni());
    modulo.valori.put(CampoObiettivo.MODALITA, s.modalita());
    modulo.valori.put(CampoObiettivo.RISULTATI, s.risultati());
    modulo.valori.put(CampoObiettivo.IMPATTO, s.impatto());
    modulo.valori.put(CampoObiettivo.PREMIALITA, siNo(s.candidatoPremialita()));
    obiettivo.fondi().stream().map(FondoCondiviso::id).forEach(modulo.fondi::add);
    for (var i : obiettivo.indicatori()) {
      modulo.indicatori.add(
          Map.of(
              "tipo", i.tipo().name(),
              "descrizione", i.descrizione(),
              "operatore", i.operatore().name(),
              "valore", i.valore().stripTrailingZeros().toPlainString().replace('.', ','),
              "unita", i.unita(),
              "entro", i.entro().toString()));
    }
    return modulo;
  }

  static ModuloObiettivo letto(MultiValueMap<String, String> inviato) {
    int revisione =
        Optional.ofNullable(inviato.getFirst("revisione"))
            .filter(testo -> testo.matches("\\d{1,9}"))
            .map(Integer::parseInt)
            .orElse(0);
    var modulo = new ModuloObiettivo(revisione);
    for (var campo : CampoObiettivo.values()) {
      if (campo != CampoObiettivo.FONDI) {
        modulo.valori.put(campo, inviato.getFirst(campo.chiave()));
      }
    }
    inviato.getOrDefault("fondi", List.of()).stream()
        .filter(testo -> testo.matches("\\d{1,18}"))
        .map(Long::parseLong)
        .forEach(modulo.fondi::add);
    for (int i = 0; i < Indicatore.MASSIMO && inviato.containsKey(INDICATORE + i + ".tipo"); i++) {
      var riga = new LinkedHashMap<String, String>();
      for (var campo : CAMPI_INDICATORE) {
        var scritto = inviato.getFirst(INDICATORE + i + "." + campo);
        riga.put(campo, Testi.pulito(scritto));
      }
      modulo.indicatori.add(riga);
    }
    return modulo;
  }

  private static String siNo(boolean risposta) {
    return risposta ? "sì" : "no";
  }

  /** The objective, or nothing when something is wrong. */
  Optional<DatiObiettivo> dati() {
    var lettura = new LetturaObiettivo(valori);
    lettura
        .errori()
        .forEach(
            (campo, ammesso) ->
                errori.put(campo.chiave(), campo.etichetta() + ": è ammesso " + ammesso + "."));
    var letti = new ArrayList<Indicatore>();
    for (int i = 0; i < indicatori.size(); i++) {
      indicatore(i).ifPresent(letti::add);
    }
    return errori.isEmpty()
        ? Optional.of(new DatiObiettivo(lettura.scheda(), letti, fondi))
        : Optional.empty();
  }

  /** A row with nothing typed in it is no indicator. */
  private Optional<Indicatore> indicatore(int numero) {
    var riga = indicatori.get(numero);
    var scritti = List.of(riga.get("descrizione"), riga.get("valore"), riga.get("unita"));
    if (scritti.stream().allMatch(String::isEmpty)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Indicatore(
              scelta(TipoIndicatore.values(), "Tipo", riga.get("tipo")),
              riga.get("descrizione"),
              scelta(Operatore.values(), "Operatore", riga.get("operatore")),
              Denaro.euro(riga.get("valore")).importo(),
              riga.get("unita"),
              LocalDate.parse(riga.get("entro"))));
    } catch (DatoNonValido e) {
      errori.put(
          INDICATORE + numero + ".descrizione",
          e.campo().equals("Importo")
              ? "Valore atteso: serve un numero con al massimo due decimali, per esempio 7,5."
              : e.getMessage());
    } catch (DateTimeParseException e) {
      errori.put(INDICATORE + numero + ".descrizione", "Entro: serve una data.");
    }
    return Optional.empty();
  }

  private static <E extends Enum<E>> E scelta(E[] voci, String campo, String nome) {
    return Arrays.stream(voci)
        .filter(voce -> voce.name().equals(nome))
        .findFirst()
        .orElseThrow(
            () ->
                new DatoNonValido(
                    campo,
                    nome,
                    Arrays.stream(voci).map(Enum::name).collect(Collectors.joining(", "))));
  }

  /** One empty indicator more. */
  void aggiungiIndicatore() {
    if (indicatori.size() < Indicatore.MASSIMO) {
      indicatori.add(
          Map.of(
              "tipo", TipoIndicatore.OUTPUT.name(),
              "descrizione", "",
              "operatore", Operatore.ALMENO.name(),
              "valore", "",
              "unita", "",
              "entro", ""));
    }
  }

  public String valore(CampoObiettivo campo) {
    var valore = valori.get(campo);
    return valore == null ? "" : valore;
  }

  public boolean si(CampoObiettivo campo) {
    return valore(campo).equals("sì");
  }

  public boolean fondo(long id) {
    return fondi.contains(id);
  }

  public List<Map<String, String>> indicatori() {
    return indicatori;
  }

  /** What is wrong, by name of the field; {@code null} when nothing is. */
  public String errore(String campo) {
    return errori.get(campo);
  }

  public Map<String, String> errori() {
    return errori;
  }

  public int revisione() {
    return revisione;
  }
}
