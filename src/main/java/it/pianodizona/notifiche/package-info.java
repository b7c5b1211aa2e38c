/**
 * Mail: the outbox written in the transaction that causes a message, the letters and calendar
 * invitations, and the worker that delivers them.
 */
package it.pianodizona.notifiche;
