/**
 * What the Region, the ATS and the offices see of many plans at once: the read model of the
 * dashboard, its exports and figures, the history of a plan, the totals of past cycles. It reads
 * what the other rooms wrote and changes nothing of theirs.
 */
package it.pianodizona.monitoraggio;
