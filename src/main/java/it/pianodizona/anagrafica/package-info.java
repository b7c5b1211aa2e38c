/**
 * Who takes part: Ambiti, Comuni with their memberships in time, ATS, ASST and Third Sector bodies.
 *
 * <p>{@link it.pianodizona.anagrafica.Anagrafica} is the only way in; the data of the Region are
 * imported once, at the first start.
 */
package it.pianodizona.anagrafica;
