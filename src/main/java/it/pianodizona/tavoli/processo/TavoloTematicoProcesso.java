package it.pianodizona.tavoli.processo;

import it.pianodizona.motore.compito.Variabile;
import org.camunda.spin.json.SpinJsonNode;

/** Ids and variables of the process {@code TavoloTematico}. */
public final class TavoloTematicoProcesso {

  public static final String CHIAVE = "TavoloTematico";
  public static final String CONVOCARE_INCONTRI = "UserTask_ConvocareIncontri";
  public static final String REGISTRARE_VERBALE = "UserTask_RegistrareVerbale";
  public static final String REDIGERE_SINTESI = "UserTask_RedigereSintesi";

  /** The notice the tavolo comes from. */
  public static final Variabile<Long> AVVISO_ID = Variabile.numero("avvisoId");

  /** Code of the area inside the notice. */
  public static final Variabile<String> AREA_CODICE = Variabile.testo("areaCodice");

  public static final Variabile<Long> TAVOLO_ID = Variabile.numero("tavoloId");

  /** The convened meetings with their absolute dates, as a JSON list. */
  public static final Variabile<SpinJsonNode> INCONTRI =
      new Variabile<>("incontri", SpinJsonNode.class);

  /** The meeting of one instance of the multi-instance body. */
  public static final Variabile<Long> INCONTRO_ID = Variabile.numero("incontroId");

  /** By when the verbale of the meeting is expected, ISO with offset. */
  public static final Variabile<String> SCADENZA_VERBALE = Variabile.testo("scadenzaVerbale");

  /** Days between a reminder and its meeting. */
  public static final Variabile<Integer> GIORNI_PRIMA =
      new Variabile<>("giorniPrima", Integer.class);

  private TavoloTematicoProcesso() {}
}
