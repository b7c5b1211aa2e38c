/** The offices' pages of the Assemblea: the register of a sitting and the rules. */
package it.pianodizona.assemblea.web;
