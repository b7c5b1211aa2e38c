package it.pianodizona.coprogrammazione;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks of the office on the domande of {@link DomandaFixture}. */
public final class IstruttoriaFixture {

  private IstruttoriaFixture() {}

  /** The form of the checks, filled in for a domanda that lacks nothing. */
  public static Map<String, Object> controlliRegolari() {
    var dati = new HashMap<String, Object>();
    dati.put("canaleAmmesso", true);
    dati.put("firma", "DIGITALE");
    dati.put("documentoIdentita", true);
    dati.put("categoriaAccertata", "ETS");
    dati.put("runtsEsito", "ISCRITTO");
    dati.put("runtsNumero", "12345");
    dati.put("runtsVerificato", "2024-09-12");
    dati.put("runtsNota", "Visura del registro.");
    return dati;
  }

  /** The same form for a domanda that nobody signed. */
  public static Map<String, Object> controlliSenzaFirma() {
    var dati = controlliRegolari();
    dati.put("firma", "ASSENTE");
    return dati;
  }

  /** The same form for a body that may not take part. */
  public static Map<String, Object> controlliCategoriaNonAmmessa() {
    var dati = controlliRegolari();
    dati.put("categoriaAccertata", "NESSUNA");
    List.of("runtsEsito", "runtsNumero", "runtsVerificato").forEach(dati::remove);
    return dati;
  }

  /** Brings a domanda to the decision, as one that lacks nothing. */
  public static void favorevole(Istruttorie istruttorie, long domandaId, String chi) {
    istruttorie.istruisci(domandaId, regolare(), chi);
    istruttorie.proponi(domandaId, proposta(EsitoIstruttoria.REGOLARE, "Ha i requisiti"));
  }

  /** Brings a domanda to the end of an istruttoria against it, preavviso included. */
  public static void negativa(Istruttorie istruttorie, long domandaId, String motivo, String chi) {
    istruttorie.istruisci(domandaId, regolare(), chi);
    istruttorie.proponi(domandaId, proposta(EsitoIstruttoria.NEGATIVA, motivo));
    istruttorie.valuta(domandaId, new Valutazione(EsitoIstruttoria.NEGATIVA, null, motivo, 0), chi);
    istruttorie.inviaPreavviso(domandaId);
  }

  private static Istruttoria regolare() {
    return new Istruttoria(
        true,
        FirmaDomanda.DIGITALE,
        true,
        CategoriaPartecipante.ETS,
        VerificaRunts.ISCRITTO,
        "12345",
        LocalDate.of(2024, 9, 12),
        null,
        false,
        false);
  }

  private static PropostaIstruttoria proposta(EsitoIstruttoria esito, String motivo) {
    return new PropostaIstruttoria(List.of(new RegolaApplicata(esito, motivo, "avviso")));
  }
}
