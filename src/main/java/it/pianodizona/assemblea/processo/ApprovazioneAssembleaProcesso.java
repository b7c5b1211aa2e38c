package it.pianodizona.assemblea.processo;

import it.pianodizona.motore.compito.Variabile;

/** Ids and variables of the process {@code ApprovazioneAssemblea}. */
public final class ApprovazioneAssembleaProcesso {

  public static final String CHIAVE = "ApprovazioneAssemblea";
  public static final String CONVOCARE_ASSEMBLEA = "UserTask_ConvocareAssemblea";
  public static final String CONVOCARE_SECONDA = "UserTask_ConvocareSecondaConvocazione";
  public static final String REGISTRARE_APPELLO_E_VOTI = "UserTask_RegistrareAppelloEVoti";
  public static final String REGISTRARE_DELIBERA = "UserTask_RegistrareDelibera";

  /** The attempt to approve the plan; set when the Assemblea is convened for the first time. */
  public static final Variabile<Long> APPROVAZIONE_ID = Variabile.numero("approvazioneId");

  /** The sitting that is convened or being recorded. */
  public static final Variabile<Long> SEDUTA_ID = Variabile.numero("sedutaId");

  /** True from the notice of the second call on. */
  public static final Variabile<Boolean> IN_SECONDA_CONVOCAZIONE =
      Variabile.siNo("inSecondaConvocazione");

  /** Start of the first call, ISO with offset. */
  public static final Variabile<String> INIZIO_SEDUTA = Variabile.testo("inizioSeduta");

  /** True when the second call is convened, together with the first or on its own. */
  public static final Variabile<Boolean> SECONDA_CONVOCATA = Variabile.siNo("secondaConvocata");

  /** Start of the second call, ISO with offset; missing until it is convened. */
  public static final Variabile<String> INIZIO_SECONDA_CONVOCAZIONE =
      Variabile.testo("inizioSecondaConvocazione");

  /** False when some point could not be voted because the quorum was missing. */
  public static final Variabile<Boolean> NUMERO_LEGALE = Variabile.siNo("numeroLegale");

  /** The outcome: true when the plan and the schema of the Accordo were both approved. */
  public static final Variabile<Boolean> PIANO_APPROVATO = Variabile.siNo("pianoApprovato");

  private ApprovazioneAssembleaProcesso() {}
}
