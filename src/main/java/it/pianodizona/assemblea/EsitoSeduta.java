package it.pianodizona.assemblea;

/**
 * Where the approval stands after a sitting.
 *
 * @param deciso true when nothing is left to vote: both points were validly voted, or the plan was
 *     rejected, which makes the schema pointless
 * @param approvato true when the plan and the schema were both approved
 */
public record EsitoSeduta(boolean deciso, boolean approvato) {}
