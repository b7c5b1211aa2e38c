/**
 * Shows officials the mails about the domanda or the plan of a task, and which did not arrive: a
 * warning on the task in the list, a tab next to its form, a link to all mails of the Ambito. The addresses below
 * answer only to who follows the domande; for the others nothing is shown.
 */
const base = document.querySelector('base').getAttribute('app-root').replace(/\/camunda\/?$/, '');
const POSTA = `${base}/ufficio/posta`;
const VALIDITA_MS = 15_000;

let daSistemare = null;
let lettiAlle = 0;

async function leggi(percorso) {
  // before the login the answer is a redirect: following it would disturb the login itself
  const risposta = await fetch(`${POSTA}${percorso}`, {
    headers: {Accept: 'application/json'},
    redirect: 'manual'
  });
  return risposta.status === 200 ? risposta.json() : null;
}

/** One request for all the tasks of the list. */
function compitiDaSistemare() {
  if (!daSistemare || performance.now() - lettiAlle > VALIDITA_MS) {
    lettiAlle = performance.now();
    daSistemare = leggi('/compiti-da-sistemare')
      .catch(() => null)
      .then(compiti => {
        // asked again when somebody has logged in
        daSistemare = compiti && daSistemare;
        return compiti;
      });
  }
  return daSistemare;
}

function elemento(nome, testo, attributi = {}) {
  const nuovo = document.createElement(nome);
  nuovo.textContent = testo;
  Object.entries(attributi).forEach(([chiave, valore]) => nuovo.setAttribute(chiave, valore));
  return nuovo;
}

function riga(messaggio) {
  const voce = elemento('li', '');
  voce.append(
    elemento('a', messaggio.oggetto, {href: `${base}${messaggio.indirizzo}`}),
    elemento('p', `${messaggio.destinatario} – ${messaggio.quando}`),
    messaggio.recapitato
      ? elemento('p', messaggio.stato)
      : elemento('p', `${messaggio.stato}. ${messaggio.errore}`, {class: 'pdz-non-recapitato'})
  );
  return voce;
}

async function riempi(nodo, compito) {
  const messaggi = await leggi(`/compito/${encodeURIComponent(compito)}`).catch(() => null);
  if (messaggi === null) {
    nodo.replaceChildren(elemento('p', 'Nessun messaggio da mostrare su questo compito.'));
  } else if (messaggi.length === 0) {
    nodo.replaceChildren(elemento('p', 'Nessun messaggio inviato finora.'));
  } else {
    const elenco = elemento('ul', '', {class: 'pdz-posta'});
    elenco.append(...messaggi.map(riga));
    nodo.replaceChildren(elenco);
  }
}

export default [
  {
    id: 'postaDellaDomanda',
    pluginPoint: 'tasklist.task.detail',
    priority: 1,
    properties: {label: 'Posta'},
    render: (nodo, {taskId}) => {
      riempi(nodo, taskId);
    }
  },
  {
    id: 'postaNonRecapitata',
    pluginPoint: 'tasklist.card',
    priority: 1,
    render: (nodo, {taskId}) => {
      compitiDaSistemare().then(compiti => {
        if (compiti && compiti.includes(taskId)) {
          nodo.replaceChildren(
            elemento('span', 'Posta non recapitata', {class: 'pdz-non-recapitato'})
          );
        }
      });
    }
  },
  {
    id: 'postaDellAmbito',
    pluginPoint: 'tasklist.navbar.action',
    priority: 1,
    render: nodo => {
      compitiDaSistemare().then(compiti => {
        if (compiti) {
          nodo.replaceChildren(elemento('a', 'Posta', {href: POSTA}));
        }
      });
    }
  }
];
