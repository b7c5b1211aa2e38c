package it.pianodizona.accordo.processo;

import it.pianodizona.motore.compito.Variabile;

/** Ids and variables of the process {@code SottoscrizioneEnte}. */
public final class SottoscrizioneEnteProcesso {

  public static final String CHIAVE = "SottoscrizioneEnte";
  public static final String FIRMARE_ACCORDO = "UserTask_FirmareAccordo";

  /** The body left the Ambito: it no longer signs. */
  public static final String ENTE_USCITO = "Msg_EnteUscito";

  /** The place of the body among the signatures. */
  public static final Variabile<Long> FIRMA_ID = Variabile.numero("firmaId");

  /** True when it signed, false when it refused. */
  public static final Variabile<Boolean> HA_FIRMATO = Variabile.siNo("haFirmato");

  private SottoscrizioneEnteProcesso() {}
}
