/** What the jar does with the totals of past cycles without serving. */
package it.pianodizona.monitoraggio.comando;
