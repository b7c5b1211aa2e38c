/**
 * What several identical nodes on one database need of each other: they start one at a time, leave
 * their work to the others when they close, and agree on what time it is. On H2, which one process
 * at a time can open, there is nobody to agree with.
 */
package it.pianodizona.motore.nodo;
