/**
 * Value types shared by every feature: money, terms, codes and the error a person can act on.
 *
 * <p>Nothing here knows Spring, Camunda or the database.
 */
package it.pianodizona.comune;
