package it.pianodizona.premialita.processo;

/** Ids of the process {@code RecuperoPremialita}. */
public final class RecuperoPremialitaProcesso {

  public static final String CHIAVE = "RecuperoPremialita";

  public static final String DISPORRE_RECUPERO = "UserTask_DisporreRecupero";

  /** Closes a recovery that is still to be ordered: the payment was reversed instead. */
  public static final String RECUPERO_NON_DOVUTO = "Msg_RecuperoNonDovuto";

  private RecuperoPremialitaProcesso() {}
}
