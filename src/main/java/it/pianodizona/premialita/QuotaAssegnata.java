package it.pianodizona.premialita;

/** Which of the amounts of its triennio a project carries. */
public enum QuotaAssegnata {
  /** The first two valid objectives of 2021-2023. */
  PRIMA,
  SECONDA,
  /** The single premialità of 2021-2023, from the third valid objective on. */
  UNICA,
  OS1,
  OS2,
  OS3,
  /** The amount per project of a regional act. */
  ATTO
}
