package it.pianodizona.tavoli.processo;

import it.pianodizona.motore.compito.Variabile;
import org.camunda.spin.json.SpinJsonNode;

/** Ids and variables of the process {@code TavoloTematico}. */
public final class TavoloTematicoProcesso {

  public static final String CHIAVE = "TavoloTematico";
  public static final String CONVOCARE_INCONTRI = "UserTask_ConvocareIncontri";
  public static final String AGGIORNARE_TAVOLO = "UserTask_AggiornareTavolo";
  public static final String REDIGERE_SINTESI = "UserTask_RedigereSintesi";

  /** The notice the tavolo comes from. */
  public static final Variabile<Long> AVVISO_ID = Variabile.numero("avvisoId");

  /** Code of the area inside the notice. */
  public static final Variabile<String> AREA_CODICE = Variabile.testo("areaCodice");

  public static final Variabile<Long> TAVOLO_ID = Variabile.numero("tavoloId");

  /** Ids of the meetings convened for the first time in the last round, as a JSON list. */
  public static final Variabile<SpinJsonNode> INCONTRI_CONVOCATI =
      new Variabile<>("incontriConvocati", SpinJsonNode.class);

  /** Whether a meeting is still to be held or its verbale to be approved. */
  public static final Variabile<Boolean> RESTANO_INCONTRI = Variabile.siNo("restanoIncontri");

  private TavoloTematicoProcesso() {}
}
