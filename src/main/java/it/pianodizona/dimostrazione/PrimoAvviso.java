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

  private PrimoAvviso() {}
}
