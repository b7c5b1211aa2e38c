package it.pianodizona.assemblea;

/**
 * Where the approval stands after a sitting.
 *
 * @param deciso true when nothing is left to vote: every point was validly voted, or the plan was
 *     rejected, which makes the schema pointless
 * @param approvato true when every point was approved
 */
public record EsitoSeduta(boolean deciso, boolean approvato) {}
