/**
 * Name and mail of an official are kept by who administers the system: nobody else is offered to
 * change them, since the server would refuse.
 */
const CHI_SONO =
  `${document.querySelector('base').getAttribute('app-root')}/api/admin/auth/user/default`;
const MODIFICA = '.action-links [ng-click*="profile"]';

async function amministra() {
  const risposta = await fetch(CHI_SONO, {
    headers: {Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest'},
    credentials: 'same-origin',
    cache: 'no-store'
  });
  return risposta.ok && (await risposta.json()).authorizedApps.includes('admin');
}

new MutationObserver(() => {
  const voce = document.querySelector(MODIFICA)?.closest('li');
  if (voce && voce.dataset.pdzVista === undefined) {
    voce.dataset.pdzVista = '';
    // not the attribute «hidden»: the page's own rules for its links are stronger
    voce.style.display = 'none';
    amministra()
      .then(puo => {
        voce.style.display = puo ? '' : 'none';
      })
      .catch(() => {});
  }
}).observe(document.body, {subtree: true, childList: true});
