package it.pianodizona.assemblea.processo;

import it.pianodizona.assemblea.Deliberazione;
import it.pianodizona.assemblea.Oggetto;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.compito.ContestoProcesso;
import it.pianodizona.motore.compito.Variabile;
import it.pianodizona.piano.Piano;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

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

  /** Name of the {@link Oggetto}; missing for the plan and the schema of the Accordo. */
  public static final Variabile<String> OGGETTO = Variabile.testo("oggetto");

  /** The year that is monitored; missing for the plan and the schema of the Accordo. */
  public static final Variabile<Long> ANNO = Variabile.numero("anno");

  /** By when the Assemblea should decide, ISO with offset; missing: the term of the Accordo. */
  public static final Variabile<String> TERMINE = Variabile.testo("termine");

  /** The outcome: true when every point, such as the plan and the schema, was approved. */
  public static final Variabile<Boolean> PIANO_APPROVATO = Variabile.siNo("pianoApprovato");

  private ApprovazioneAssembleaProcesso() {}

  /** What the Assemblea is asked to decide. */
  static Deliberazione deliberazione(ContestoProcesso contesto) {
    return contesto
        .cerca(OGGETTO)
        .map(
            oggetto ->
                new Deliberazione(
                    Oggetto.valueOf(oggetto),
                    contesto.cerca(ANNO).map(Long::intValue).orElse(null)))
        .orElse(Deliberazione.PIANO_E_SCHEMA);
  }

  /** By when it should. */
  static ZonedDateTime termine(ContestoProcesso contesto, Piano piano) {
    return contesto
        .cerca(TERMINE)
        .map(termine -> OffsetDateTime.parse(termine).atZoneSameInstant(Termini.ROMA))
        .orElse(piano.scadenzaAccordo());
  }
}
