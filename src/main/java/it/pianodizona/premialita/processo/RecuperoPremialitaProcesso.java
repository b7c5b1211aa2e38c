package it.pianodizona.premialita.processo;

/** Ids of the process {@code RecuperoPremialita}. */
public final class RecuperoPremialitaProcesso {

  public static final String CHIAVE = "RecuperoPremialita";

  public static final String DISPORRE_RECUPERO = "UserTask_DisporreRecupero";

  private RecuperoPremialitaProcesso() {}
}
