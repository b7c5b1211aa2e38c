/** The page on which an office puts the file of a reporting flow. */
package it.pianodizona.attuazione.web;
