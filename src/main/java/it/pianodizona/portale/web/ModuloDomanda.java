package it.pianodizona.portale.web;

import it.pianodizona.comune.CodiceFiscale;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Email;
import it.pianodizona.coprogrammazione.Avviso;
import it.pianodizona.coprogrammazione.BozzaDomanda;
import it.pianodizona.coprogrammazione.CategoriaPartecipante;
import it.pianodizona.coprogrammazione.DatiDomanda;
import it.pianodizona.coprogrammazione.TipoAllegato;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The application form as it was filled in: keeps what the person typed and knows, field by field,
 * what is wrong with it.
 */
class ModuloDomanda {

  private static final Map<String, String> ETICHETTE = etichette();
  private static final int TESTO_IN_BOZZA = 4000;
  private static final int AREE_IN_BOZZA = 100;

  private static final String AREE = "aree";
  private static final String DELEGATO = "DELEGATO";

  private final Map<String, String> valori = new HashMap<>();
  private final List<String> aree = new ArrayList<>();
  private final Map<String, String> errori = new LinkedHashMap<>();
  private boolean doppia;

  /** An empty form. */
  ModuloDomanda() {}

  /** What was sent, or put aside; parameters that the form does not have are ignored. */
  ModuloDomanda(Map<String, List<String>> inviati) {
    ETICHETTE
        .keySet()
        .forEach(
            campo ->
                inviati.getOrDefault(campo, List.of()).stream()
                    .findFirst()
                    .ifPresent(valore -> valori.put(campo, valore)));
    aree.addAll(inviati.getOrDefault(AREE, List.of()));
  }

  /** What was typed, to be put aside. */
  Map<String, List<String>> campi() {
    var campi = new HashMap<String, List<String>>();
    valori.forEach((campo, valore) -> campi.put(campo, List.of(accorcia(valore))));
    campi.put(AREE, aree.stream().limit(AREE_IN_BOZZA).map(ModuloDomanda::accorcia).toList());
    return campi;
  }

  private static String accorcia(String testo) {
    return testo.length() > TESTO_IN_BOZZA ? testo.substring(0, TESTO_IN_BOZZA) : testo;
  }

  public String valore(String campo) {
    return valori.getOrDefault(campo, "");
  }

  public boolean spuntato(String campo) {
    return "true".equals(valori.get(campo));
  }

  public boolean firmaUnDelegato() {
    return DELEGATO.equals(valori.get("firmatario"));
  }

  /** Whether the only thing wrong is that the body has sent a domanda already. */
  public boolean doppia() {
    return doppia;
  }

  /** Whether the applicant knows that the body has sent another domanda, and sends this one too. */
  public boolean ancheSeDoppia() {
    return spuntato("ancheSeDoppia");
  }

  public boolean area(String codice) {
    return aree.contains(codice);
  }

  public String errore(String campo) {
    return errori.get(campo);
  }

  /** Wrong fields in the order of the page, each with its sentence. */
  public Map<String, String> errori() {
    var ordinati = new LinkedHashMap<String, String>();
    ETICHETTE
        .keySet()
        .forEach(
            campo -> {
              if (errori.containsKey(campo)) {
                ordinati.put(campo, errori.get(campo));
              }
            });
    return ordinati;
  }

  public String etichetta(String campo) {
    return ETICHETTE.get(campo);
  }

  /** A wrong file, told next to where it was chosen. */
  void rifiutaFile(TipoAllegato tipo, DatoNonValido rifiuto) {
    var campo = campo(tipo);
    errori.put(campo, senzaNome(campo, rifiuto.getMessage()));
  }

  /** Name of the field that a kind of file is chosen with. */
  static String campo(TipoAllegato tipo) {
    return switch (tipo) {
      case DOCUMENTO_IDENTITA -> "documentoIdentita";
      case DELEGA -> "delega";
      case ALTRO -> "allegati";
    };
  }

  /**
   * What is still to be filled in or put right before a draft can be sent, by name of the field.
   */
  static List<String> mancano(BozzaDomanda bozza, Avviso avviso) {
    var modulo = new ModuloDomanda(bozza.campi());
    modulo.valido(
        avviso,
        bozza.file().stream().map(BozzaDomanda.FileDiBozza::tipo).collect(Collectors.toSet()));
    return modulo.errori().keySet().stream().map(ETICHETTE::get).toList();
  }

  /**
   * Checks every field, so that all the errors are told at once.
   *
   * @param file kinds of the files that go with the domanda
   */
  boolean valido(Avviso avviso, Set<TipoAllegato> file) {
    testo("denominazione", 300, true);
    testo("formaGiuridica", 120, true);
    testo("sede", 300, true);
    testo("rappresentanteLegale", 120, true);
    testo("runtsNumero", 40, false);
    testo("runtsSezione", 120, false);
    testo("referente", 120, true);
    testo("sostituto", 120, false);
    testo("datiOfferti", 2000, false);
    testo("risorseOfferte", 2000, false);
    forma("codiceFiscale", true, CodiceFiscale::ente, "undici cifre, per esempio 02345678904");
    indirizzo("pec", false);
    indirizzo("email", true);
    indirizzo("referenteEmail", true);
    indirizzo("sostitutoEmail", false);
    categoria();
    data("runtsData");
    aree(avviso);
    firma(file);
    spunta("impegniAccettati", "accettare gli impegni");
    spunta("liberatoriaProprieta", "concedere la liberatoria");
    spunta("consensoPubblicazione", "acconsentire alla pubblicazione");
    spunta("informativaLetta", "dichiarare di aver letto l'informativa");
    return errori.isEmpty();
  }

  /** The address that messages go to, when one was typed and it is written well. */
  Optional<String> emailValida() {
    try {
      return Optional.ofNullable(Email.facoltativa(valore("email"))).map(Email::indirizzo);
    } catch (DatoNonValido e) {
      return Optional.empty();
    }
  }

  /** Puts a refusal of the domain next to its field, or at the top when no field has that name. */
  void rifiuta(DatoNonValido rifiuto) {
    var campo =
        ETICHETTE.entrySet().stream()
            .filter(e -> e.getValue().equals(rifiuto.campo()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("denominazione");
    doppia = campo.equals("codiceFiscale");
    errori.put(campo, senzaNome(campo, rifiuto.getMessage()));
  }

  /** The page already writes the field's name before the sentence. */
  private static String senzaNome(String campo, String messaggio) {
    var prefisso = ETICHETTE.get(campo) + ": ";
    if (!messaggio.startsWith(prefisso)) {
      return messaggio;
    }
    var frase = messaggio.substring(prefisso.length());
    return Character.toUpperCase(frase.charAt(0)) + frase.substring(1);
  }

  /** Who signs in the legal representative's place; {@code null} when nobody does. */
  String delegato() {
    return firmaUnDelegato() ? valore("delegato") : null;
  }

  DatiDomanda dati() {
    return new DatiDomanda(
        valore("denominazione"),
        valore("formaGiuridica"),
        valore("codiceFiscale"),
        valore("sede"),
        valore("pec"),
        valore("email"),
        valore("rappresentanteLegale"),
        CategoriaPartecipante.valueOf(valore("categoria")),
        valore("runtsNumero"),
        valore("runtsSezione"),
        vuoto("runtsData") ? null : LocalDate.parse(valore("runtsData")),
        aree,
        valore("referente"),
        valore("referenteEmail"),
        valore("sostituto"),
        valore("sostitutoEmail"),
        valore("datiOfferti"),
        valore("risorseOfferte"),
        spuntato("impegniAccettati"),
        spuntato("liberatoriaProprieta"),
        spuntato("consensoPubblicazione"),
        spuntato("informativaLetta"));
  }

  private boolean vuoto(String campo) {
    return valore(campo).isBlank();
  }

  private void errore(String campo, String problema) {
    errori.putIfAbsent(campo, problema);
  }

  private void testo(String campo, int massimo, boolean obbligatorio) {
    var testo = valore(campo).strip();
    if (testo.isEmpty()) {
      if (obbligatorio) {
        errore(campo, "Manca: è un campo obbligatorio.");
      }
    } else if (testo.length() > massimo) {
      errore(
          campo,
          "Ha %d caratteri: se ne accettano al massimo %d.".formatted(testo.length(), massimo));
    } else if (testo.contains("<") || testo.contains(">")) {
      errore(campo, "Contiene i segni < o >: si accetta solo testo semplice.");
    }
  }

  private void forma(
      String campo, boolean obbligatorio, Consumer<String> controllo, String accettato) {
    if (vuoto(campo)) {
      if (obbligatorio) {
        errore(campo, "Manca: si accetta %s.".formatted(accettato));
      }
      return;
    }
    try {
      controllo.accept(valore(campo));
    } catch (DatoNonValido e) {
      errore(
          campo,
          e.accettato() == null
              ? e.getMessage()
              : "Non è valido: si accetta %s.".formatted(e.accettato()));
    }
  }

  private void indirizzo(String campo, boolean obbligatorio) {
    forma(campo, obbligatorio, Email::new, "un indirizzo come nome@ente.it");
  }

  private void categoria() {
    if (java.util.Arrays.stream(CategoriaPartecipante.values())
        .noneMatch(c -> c.name().equals(valore("categoria")))) {
      errore("categoria", "Manca: scegliere una delle voci.");
    }
  }

  private void data(String campo) {
    if (!vuoto(campo)) {
      try {
        int anno = LocalDate.parse(valore(campo)).getYear();
        if (anno < 1900 || anno > 2199) {
          errore(campo, "Non è valida: l'anno è fuori dall'intervallo 1900-2199.");
        }
      } catch (DateTimeParseException e) {
        errore(campo, "Non è valida: si accetta una data come 2022-11-07 (anno-mese-giorno).");
      }
    }
  }

  private void aree(Avviso avviso) {
    var ammesse = avviso.contenuto().codiciAree();
    if (aree.isEmpty()) {
      errore("aree", "Manca: scegliere almeno un'area.");
    } else if (!ammesse.containsAll(aree)) {
      errore("aree", "Contiene un'area che non è di questo avviso.");
    }
  }

  private void firma(Set<TipoAllegato> file) {
    if (!file.contains(TipoAllegato.DOCUMENTO_IDENTITA)) {
      errore("documentoIdentita", "Manca: scegliere il file.");
    }
    if (firmaUnDelegato()) {
      testo("delegato", 120, true);
      if (!file.contains(TipoAllegato.DELEGA)) {
        errore("delega", "Manca: serve quando non firma il legale rappresentante.");
      }
    }
  }

  private void spunta(String campo, String cosa) {
    if (!spuntato(campo)) {
      errore(campo, "Per partecipare occorre %s.".formatted(cosa));
    }
  }

  private static Map<String, String> etichette() {
    var etichette = new LinkedHashMap<String, String>();
    etichette.put("denominazione", "Denominazione");
    etichette.put("formaGiuridica", "Forma giuridica");
    etichette.put("codiceFiscale", "Codice fiscale");
    etichette.put("ancheSeDoppia", "Altra domanda dello stesso ente");
    etichette.put("sede", "Sede");
    etichette.put("rappresentanteLegale", "Legale rappresentante");
    etichette.put("pec", "PEC");
    etichette.put("email", "E-mail");
    etichette.put("categoria", "Categoria");
    etichette.put("runtsNumero", "Numero RUNTS");
    etichette.put("runtsSezione", "Sezione RUNTS");
    etichette.put("runtsData", "Data di iscrizione al RUNTS");
    etichette.put("aree", "Aree");
    etichette.put("referente", "Referente");
    etichette.put("referenteEmail", "E-mail del referente");
    etichette.put("sostituto", "Sostituto");
    etichette.put("sostitutoEmail", "E-mail del sostituto");
    etichette.put("datiOfferti", "Dati offerti");
    etichette.put("risorseOfferte", "Risorse offerte");
    etichette.put("firmatario", "Chi firma la domanda");
    etichette.put("delegato", "Delegato");
    etichette.put("documentoIdentita", "Documento d'identità di chi firma");
    etichette.put("delega", "Delega o autorizzazione alla firma");
    etichette.put("allegati", "Altri allegati");
    etichette.put("impegniAccettati", "Impegni dei partecipanti");
    etichette.put("liberatoriaProprieta", "Liberatoria sulla proprietà intellettuale");
    etichette.put("consensoPubblicazione", "Consenso alla pubblicazione");
    etichette.put("informativaLetta", "Informativa sulla privacy");
    return etichette;
  }
}
