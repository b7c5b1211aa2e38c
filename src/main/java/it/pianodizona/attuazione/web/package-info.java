/** The pages of a plan that is carried out: reporting flows, yearly monitoring, economic plans. */
package it.pianodizona.attuazione.web;
