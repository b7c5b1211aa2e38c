package it.pianodizona.assemblea;

import java.util.Map;

/** What is known of the messages that carried the notices; who sends them implements it. */
public interface ConsegneDegliAvvisi {

  /**
   * The state of each message of a sitting, in words, by the name of its recipient ({@code Comune
   * di Clusone}).
   */
  Map<String, String> diSeduta(long sedutaId);
}
