package it.pianodizona.premialita;

/** The strategic objectives of the 2018-2020 second level (DGR X/7631). */
public enum ObiettivoStrategico {
  /** Access to services and sharing of their cost. */
  OS1,
  /** Quality and appropriateness of services. */
  OS2,
  /** Social innovation. */
  OS3
}
