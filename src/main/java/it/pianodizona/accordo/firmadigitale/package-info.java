/** Checks of digitally signed files (PAdES, CAdES) with EU DSS, without ever using the network. */
package it.pianodizona.accordo.firmadigitale;
