package it.pianodizona.registro;

/** The copies of forms that the engine keeps in its history. */
public interface CopieDiLavoro {

  /** Deletes those of the finished procedures on domande of a plan; how many there were. */
  int eliminaDomande(String piano);
}
