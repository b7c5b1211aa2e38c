package it.pianodizona.architettura.violazione;

import it.pianodizona.piano.Piano;
import org.camunda.bpm.engine.RuntimeService;

/** Breaks the rules on purpose, so that a test can see them broken. */
record RadiceCheConosceCamunda(RuntimeService motore, Piano stanzaSuccessiva) {}
