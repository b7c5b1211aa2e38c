package it.pianodizona.premialita.processo;

import it.pianodizona.comune.Denaro;
import it.pianodizona.premialita.Criterio;
import it.pianodizona.premialita.Determinazione;
import it.pianodizona.premialita.LetturaPremialita;
import it.pianodizona.premialita.ObiettivoStrategico;
import it.pianodizona.premialita.Requisito;
import it.pianodizona.premialita.SchedaProgetto;
import it.pianodizona.premialita.SchemaPremialita;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads the premialità schemes from the deployed decision tables. Amounts are whole euro in the
 * tables and become exact money here.
 */
@Component
class TabellePremialita implements SchemaPremialita {

  static final String PRIMO_LIVELLO_2018 = "PremialitaLivello1-2018-2020";
  static final String SECONDO_LIVELLO_2018 = "PremialitaObiettivo-2018-2020";
  static final String VALIDITA_2021 = "ValiditaObiettivo-2021-2023";
  static final String QUOTE_2021 = "Premialita-2021-2023";

  static final String CRITERI = "CriteriValutazione";
  static final String SOGLIA = "SogliaValutazione";

  /** Decision table of each scheme that ships without amounts. */
  private static final Map<String, String> SENZA_IMPORTI =
      Map.of("2025-2027", "Premialita-2025-2027");

  private static final Set<String> CON_IMPORTI = Set.of("2018-2020", "2021-2023");

  private static final Map<Requisito, String> NOMI_DEI_REQUISITI =
      Map.of(
          Requisito.AMBITO_COINCIDENTE_CON_DISTRETTO, "ambitoCoincideConDistretto",
          Requisito.AMBITO_FORMATO_DGR_7631, "ambitoFormatoDgr7631",
          Requisito.COPROGETTATO_CON_ASST, "coprogettatoConAsst",
          Requisito.COPROGETTATO_CON_ATTORI, "coprogettatoConAttori",
          Requisito.COORDINAMENTO_ATS, "coordinamentoAts",
          Requisito.INNOVATIVO, "innovativo",
          Requisito.TRASVERSALE, "trasversale",
          Requisito.VALUTAZIONE_EX_POST, "valutazioneExPost");

  private final BiFunction<String, Map<String, Object>, List<Map<String, Object>>> tabelle;

  @Autowired
  TabellePremialita(DecisionService decisioni, IdentityService identita) {
    this(
        (id, dati) ->
            senzaUtente(
                identita, () -> decisioni.evaluateDecisionTableByKey(id, dati).getResultList()));
  }

  /**
   * @param tabelle evaluates a table, by its id, over named inputs and gives the matching rows
   */
  TabellePremialita(BiFunction<String, Map<String, Object>, List<Map<String, Object>>> tabelle) {
    this.tabelle = tabelle;
  }

  @Override
  public Quota primoLivello(LocalDate sottoscrizione) {
    var riga = unica(PRIMO_LIVELLO_2018, Map.of("dataSottoscrizione", sottoscrizione.toString()));
    return new Quota(euro(riga, "importo"), testo(riga, "motivo"));
  }

  @Override
  public Determinazione secondoLivello(
      Denaro primoLivello, ObiettivoStrategico obiettivo, boolean giaRiconosciuto) {
    var riga =
        unica(
            SECONDO_LIVELLO_2018,
            Map.of(
                "premialitaLivello1",
                primoLivello.importo().intValueExact(),
                "obiettivoStrategico",
                obiettivo.name(),
                "giaRiconosciuto",
                giaRiconosciuto));
    return new Determinazione(
        euro(riga, "importo"), intero(riga, "percentualeAcconto"), testo(riga, "motivo"));
  }

  @Override
  public List<String> motiviDiNonValidita(SchedaProgetto scheda) {
    var dati = new HashMap<String, Object>();
    dati.put("numeroAmbiti", scheda.partner().size() + 1);
    dati.put("macroarea", scheda.macroarea().name());
    dati.put("continuita", scheda.continuita().name());
    dati.put("evoluzioneMotivata", scheda.spiegazioneContinuita() != null);
    NOMI_DEI_REQUISITI.forEach(
        (requisito, nome) -> dati.put(nome, scheda.requisiti().contains(requisito)));
    return tabelle.apply(VALIDITA_2021, dati).stream().map(riga -> testo(riga, "motivo")).toList();
  }

  @Override
  public QuoteSovrazonali quoteSovrazonali(int obiettiviValidi, LetturaPremialita lettura) {
    var riga =
        unica(
            QUOTE_2021,
            Map.of("numeroObiettiviValidi", obiettiviValidi, "letturaPremialita", lettura.name()));
    return new QuoteSovrazonali(
        euro(riga, "quotaPerObiettivo"),
        euro(riga, "premialitaUnica"),
        intero(riga, "percentualeAcconto"));
  }

  @Override
  public List<CriterioDiValutazione> criteri(String schema) {
    return tabelle.apply(CRITERI, Map.of("schemaPremialita", schema)).stream()
        .map(
            riga ->
                new CriterioDiValutazione(
                    Criterio.valueOf(testo(riga, "criterio")),
                    intero(riga, "massimo"),
                    intero(riga, "minimo")))
        .toList();
  }

  @Override
  public int sogliaDiValutazione(String schema) {
    return intero(unica(SOGLIA, Map.of("schemaPremialita", schema)), "soglia");
  }

  @Override
  public boolean daCompletare(String schema) {
    if (CON_IMPORTI.contains(schema)) {
      return false;
    }
    var tabella = SENZA_IMPORTI.get(schema);
    if (tabella == null) {
      throw new IllegalArgumentException("Schema di premialità senza tabella: " + schema);
    }
    return testo(unica(tabella, Map.of("numeroObiettiviValidi", 0)), "stato")
        .equals("DA_COMPLETARE");
  }

  /** The amounts do not depend on who asks, and no official needs a permission on the tables. */
  private static <T> T senzaUtente(IdentityService identita, Supplier<T> lettura) {
    var utente = identita.getCurrentAuthentication();
    identita.clearAuthentication();
    try {
      return lettura.get();
    } finally {
      identita.setAuthentication(utente);
    }
  }

  private Map<String, Object> unica(String tabella, Map<String, Object> dati) {
    var righe = tabelle.apply(tabella, dati);
    if (righe.size() != 1) {
      throw new IllegalStateException(
          "La tabella %s ha %d regole per %s".formatted(tabella, righe.size(), dati));
    }
    return righe.get(0);
  }

  private static Denaro euro(Map<String, Object> riga, String colonna) {
    return Denaro.euro(((Number) riga.get(colonna)).longValue());
  }

  private static int intero(Map<String, Object> riga, String colonna) {
    return ((Number) riga.get(colonna)).intValue();
  }

  private static String testo(Map<String, Object> riga, String colonna) {
    return (String) riga.get(colonna);
  }
}
