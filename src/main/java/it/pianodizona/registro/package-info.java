/** Who did what and when on which plan, and whose data are kept until when. */
package it.pianodizona.registro;
