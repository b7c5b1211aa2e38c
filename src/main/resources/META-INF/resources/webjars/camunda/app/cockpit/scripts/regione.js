/**
 * The section "Regione" of Cockpit's dashboard: the view of all Ambiti, as the server writes it for
 * /monitoraggio. What one chooses stays in the address, after "#/dashboard?": links and the form of
 * the view change that, and the view follows it, the browser's back button included.
 */
const base = document.querySelector('base').getAttribute('app-root').replace(/\/camunda\/?$/, '');
const PAGINA = `${base}/monitoraggio`;
const DASHBOARD = '#/dashboard';

function elemento(nome, testo, attributi = {}) {
  const creato = document.createElement(nome);
  creato.textContent = testo;
  Object.entries(attributi).forEach(([chiave, valore]) => creato.setAttribute(chiave, valore));
  return creato;
}

/** What the address chooses; null when another page of Cockpit is open. */
function scelte() {
  const [pagina, resto = ''] = window.location.hash.split('?');
  return pagina === DASHBOARD || pagina === `${DASHBOARD}/` ? resto : null;
}

async function leggi(parametri) {
  const risposta = await fetch(`${PAGINA}/quadro?${parametri}`, {
    headers: {Accept: 'text/html', 'X-Requested-With': 'XMLHttpRequest'},
    credentials: 'same-origin',
    redirect: 'manual',
    cache: 'no-store'
  });
  return risposta.ok ? risposta.text() : null;
}

function vaiA(parametri) {
  const pieni = [...parametri].filter(([, valore]) => valore);
  window.location.hash = `${DASHBOARD}?${new URLSearchParams(pieni)}`;
}

/** Links of the view that lead to the view itself stay in the dashboard. */
function segui(evento) {
  const collegamento = evento.target.closest('a[href]');
  if (!collegamento || evento.button !== 0 || evento.ctrlKey || evento.metaKey || evento.shiftKey) {
    return;
  }
  const indirizzo = new URL(collegamento.href);
  if (indirizzo.pathname === PAGINA) {
    evento.preventDefault();
    vaiA(indirizzo.searchParams);
  }
}

function filtra(evento) {
  evento.preventDefault();
  vaiA(new FormData(evento.target));
}

let nodo = null;
let richiesta = 0;
let mostrati = null;

async function mostra() {
  const parametri = scelte();
  if (!nodo || parametri === null || parametri === mostrati) {
    return;
  }
  const prima = mostrati;
  mostrati = parametri;
  richiesta += 1;
  const mia = richiesta;
  const contenuto = nodo.querySelector('.pdzm-contenuto');
  const testo = await leggi(parametri).catch(() => null);
  if (mia !== richiesta || !nodo) {
    return;
  }
  if (testo === null) {
    contenuto.replaceChildren(
      elemento('p', 'La vista della Regione non risponde: ricaricare la pagina.', {role: 'alert'})
    );
    mostrati = null;
    return;
  }
  const vista = new DOMParser().parseFromString(testo, 'text/html').querySelector('.pdzm');
  contenuto.replaceChildren(document.importNode(vista, true));
  contenuto.querySelector('form')?.addEventListener('submit', filtra);
  if (prima !== null) {
    // who chose something with the keyboard or hears the page goes on from what it led to
    const esito = contenuto.querySelector('#pdzm-esito');
    if (esito) {
      esito.tabIndex = -1;
      esito.focus({preventScroll: true});
    }
  }
}

export default {
  id: 'pianodizona.regione',
  pluginPoint: 'cockpit.dashboard',
  priority: 2000,
  render: contenitore => {
    nodo = elemento('section', '', {class: 'pdzm-cockpit', 'aria-label': 'Regione'});
    nodo.append(
      elemento('div', 'La vista della Regione si sta aprendo…', {class: 'pdzm-contenuto'})
    );
    nodo.addEventListener('click', segui);
    contenitore.replaceChildren(nodo);
    // what the Region comes for stands before the counts of the engine; the section is put into
    // the page after this
    setTimeout(() => {
      const sezione = contenitore.closest('section.deprecate');
      sezione?.parentElement?.prepend(sezione);
    });
    mostrati = null;
    mostra();
    window.addEventListener('hashchange', mostra);
  },
  unmount: () => {
    window.removeEventListener('hashchange', mostra);
    nodo = null;
  }
};
