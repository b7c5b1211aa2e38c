/**
 * How each year of a plan went: the indicators of each objective with their values, the lights, the
 * report that the Assemblea approves (DGR XI/4563 § 4.1 and § 8.1).
 */
package it.pianodizona.attuazione.monitoraggio;
