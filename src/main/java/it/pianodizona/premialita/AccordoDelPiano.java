package it.pianodizona.premialita;

import java.time.LocalDate;
import java.util.Optional;

/** What the premialità needs to know about the Accordo di Programma of a plan. */
interface AccordoDelPiano {

  /** True once the ATS transmitted plan and Accordo to the Region. */
  boolean trasmesso(long pianoId);

  /** Day of the last signature; empty until all have signed. */
  Optional<LocalDate> dataUltimaFirma(long pianoId);
}
