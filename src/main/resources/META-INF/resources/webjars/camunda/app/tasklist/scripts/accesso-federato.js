/**
 * With single sign-on there is no login page here: who logs out, or has been away for too long, goes
 * to the identity provider.
 */
const FEDERATO = /(^|;\s*)PIANODIZONA-ACCESSO=federato(;|$)/;

function vaiAlFornitore() {
  window.location.replace(new URL('../../../../accesso/esci', document.baseURI));
}

function esci() {
  if (FEDERATO.test(document.cookie) && window.location.hash.startsWith('#/login')) {
    vaiAlFornitore();
  }
}

// the applications would show their login page, and leave it at once for the list when that loads late:
// whoever clicked would still be inside
document.addEventListener(
  'click',
  evento => {
    if (FEDERATO.test(document.cookie) && evento.target.closest('.logout a')) {
      evento.preventDefault();
      evento.stopPropagation();
      vaiAlFornitore();
    }
  },
  true
);
esci();
window.addEventListener('hashchange', esci);
// moves inside the application change the address without telling
setInterval(esci, 300);
