/**
 * The premialità: projects of a plan, their evaluation, the amounts that each triennio gives and
 * the payments to the Ente capofila. The amounts are decision tables in {@code bpmn/60-premialita}.
 */
package it.pianodizona.premialita;
