package it.pianodizona.dimostrazione;

import java.util.List;
import java.util.Map;

/** What the officials had already filled in when the real notice was to be drafted. */
public final class PrimoAvviso {

  public static final Map<String, Object> AVVIO =
      Map.of("triennio", AvvisoDiClusone.TRIENNIO, "attoRegionale", AvvisoDiClusone.ATTO_REGIONALE);

  public static final Map<String, Object> TRIENNIO =
      Map.of(
          "scadenzaAccordo",
          AvvisoDiClusone.SCADENZA_ACCORDO.toString(),
          "schemaPremialita",
          AvvisoDiClusone.TRIENNIO,
          "quali",
          "SCELTI",
          "ambiti",
          List.of(AvvisoDiClusone.CODICE_AMBITO));

  public static final Map<String, Object> RUP =
      Map.of(
          "rup",
          AvvisoDiClusone.RUP,
          "numeroDetermina",
          "412/2024",
          "dataDetermina",
          "2024-09-05",
          "numeroIndirizzo",
          "7/2024",
          "dataIndirizzo",
          "2024-08-30",
          "priorita",
          "Consolidare il percorso del triennio precedente; rafforzare la trasversalità degli"
              + " interventi, la cooperazione tra Ambiti e l'integrazione sociosanitaria.");

  private PrimoAvviso() {}
}
