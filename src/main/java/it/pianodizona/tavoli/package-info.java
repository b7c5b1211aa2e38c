/**
 * The tavoli tematici of the co-programmazione: who sits there, when they meet, what was said, and
 * the synthesis that flows into the Documento di Piano.
 */
package it.pianodizona.tavoli;
