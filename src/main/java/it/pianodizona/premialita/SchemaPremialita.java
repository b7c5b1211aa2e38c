package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import java.time.LocalDate;
import java.util.List;

/**
 * The amounts and conditions of each triennio. They are decision tables, not code: the Region
 * changes them with every triennio.
 */
public interface SchemaPremialita {

  /** With two levels and three strategic objectives (DGR X/7631). */
  String SCHEMA_2018 = "2018-2020";

  /** With conditions and quotas for objectives of several Ambiti (DGR XI/4563 §5.2). */
  String SCHEMA_2021 = "2021-2023";

  /** An amount with its reason. */
  record Quota(Denaro importo, String motivo) {}

  /**
   * What three kinds of objectives earn in 2021-2023.
   *
   * @param perObiettivo for each of the first two valid objectives
   * @param unica once, from the third valid objective on
   * @param percentualeAcconto whole percentage paid in advance
   */
  record QuoteSovrazonali(Denaro perObiettivo, Denaro unica, int percentualeAcconto) {}

  /** First level of 2018-2020, by the date of the last signature of the Accordo. */
  Quota primoLivello(LocalDate sottoscrizione);

  /**
   * Second level of 2018-2020.
   *
   * @param giaRiconosciuto another project of the plan was already paid for the same objective
   */
  Determinazione secondoLivello(
      Denaro primoLivello, ObiettivoStrategico obiettivo, boolean giaRiconosciuto);

  /** Why a project is not valid in 2021-2023; empty when it is. */
  List<String> motiviDiNonValidita(SchedaProgetto scheda);

  /** Quotas of 2021-2023. */
  QuoteSovrazonali quoteSovrazonali(int obiettiviValidi, LetturaPremialita lettura);

  /** One criterion of the gruppo tecnico: at most so many points, and no fewer than the minimum. */
  record CriterioDiValutazione(Criterio criterio, int massimo, int minimo) {}

  /** The criteria of a scheme, in their order; empty where the Region gave none. */
  List<CriterioDiValutazione> criteri(String schema);

  /** The points that a proposal needs in all; zero where there are no criteria. */
  int sogliaDiValutazione(String schema);

  /** True when the table of the scheme ships without amounts, e.g. {@code 2025-2027}. */
  boolean daCompletare(String schema);
}
