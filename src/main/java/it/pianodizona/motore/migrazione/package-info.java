/**
 * Rehearses what a new release of the models does to the instances that run on the old ones: three
 * years are longer than the life of a model.
 */
package it.pianodizona.motore.migrazione;
