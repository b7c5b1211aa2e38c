/**
 * The public pages: for Third Sector bodies and for whoever wants to read. No login, no script
 * needed.
 */
package it.pianodizona.portale.web;
