/** The pages of the premialità for offices, ATS and Region: ledger, projects, reconciliation. */
package it.pianodizona.premialita.web;
