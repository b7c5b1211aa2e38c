package it.pianodizona.coprogrammazione.processo;

import it.pianodizona.motore.compito.Variabile;
import org.camunda.spin.json.SpinJsonNode;

/** Ids and variables of the process {@code CoProgrammazione}. */
public final class CoProgrammazioneProcesso {

  public static final String CHIAVE = "CoProgrammazione";
  public static final String NOMINARE_RUP = "UserTask_NominareRup";
  public static final String REDIGERE_AVVISO = "UserTask_RedigereAvviso";
  public static final String APPROVARE_AVVISO = "UserTask_ApprovareAvviso";
  public static final String RIAPRIRE_AVVISO = "UserTask_RiaprireAvviso";
  public static final String APPROVARE_ELENCO = "UserTask_ApprovareElencoAmmessi";
  public static final String REDIGERE_RELAZIONE = "UserTask_RedigereRelazioneConclusiva";

  public static final Variabile<Long> AVVISO_ID = Variabile.numero("avvisoId");
  public static final Variabile<Boolean> AVVISO_APPROVATO = Variabile.siNo("avvisoApprovato");

  /** First instant on line, ISO with offset. */
  public static final Variabile<String> PUBBLICAZIONE = Variabile.testo("pubblicazione");

  /** First instant after the deadline for domande, ISO with offset. */
  public static final Variabile<String> CHIUSURA_DOMANDE = Variabile.testo("chiusuraDomande");

  /** When the office is reminded of the deadline, ISO with offset. */
  public static final Variabile<String> PROMEMORIA_DOMANDE = Variabile.testo("promemoriaDomande");

  /** Whether a domanda arrived on time and was not withdrawn. */
  public static final Variabile<Boolean> DOMANDE_PERVENUTE = Variabile.siNo("domandePervenute");

  /** Codes of the areas, as a JSON list: one tavolo each. */
  public static final Variabile<SpinJsonNode> AREE = new Variabile<>("aree", SpinJsonNode.class);

  private CoProgrammazioneProcesso() {}
}
