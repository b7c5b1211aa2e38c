/**
 * With single sign-on there is no login page here: who logs out, or has been away for too long, goes
 * to the identity provider.
 */
const FEDERATO = /(^|;\s*)PIANODIZONA-ACCESSO=federato(;|$)/;

function esci() {
  if (FEDERATO.test(document.cookie) && window.location.hash.startsWith('#/login')) {
    window.location.replace(new URL('../../../../accesso/esci', document.baseURI));
  }
}

esci();
window.addEventListener('hashchange', esci);
// moves inside the application change the address without telling
setInterval(esci, 300);
