/**
 * The engine room: everything that configures Camunda and is shared by the features' {@code
 * processo} packages – user-task hooks, server-side form validation, the clock, access rules.
 */
package it.pianodizona.motore;
