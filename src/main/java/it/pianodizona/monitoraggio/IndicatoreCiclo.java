package it.pianodizona.monitoraggio;

import java.util.Locale;

/** What a total of a past cycle counts. */
public enum IndicatoreCiclo {
  AMBITI_CON_ACCORDO(true),
  AMBITI_SENZA_ACCORDO(true),
  PROGETTI_PRESENTATI(false),
  PROGETTI_APPROVATI(false);

  private final boolean perAts;

  IndicatoreCiclo(boolean perAts) {
    this.perAts = perAts;
  }

  /** As it is written in files. */
  public String codice() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True when it is counted for each ATS at a date, false when for each objective. */
  public boolean perAts() {
    return perAts;
  }
}
