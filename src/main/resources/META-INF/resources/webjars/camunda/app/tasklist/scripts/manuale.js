/**
 * The manual, one step away: a link in the menu, and on every task a link to the section about it.
 */
const base = document.querySelector('base').getAttribute('app-root').replace(/\/camunda\/?$/, '');

function collegamento(testo, indirizzo) {
  const creato = document.createElement('a');
  creato.textContent = testo;
  creato.href = base + indirizzo;
  creato.target = '_blank';
  creato.rel = 'noopener';
  return creato;
}

/** The task on the page: Tasklist does not tell it to this kind of plugin. */
function compitoAperto() {
  return new URLSearchParams(window.location.hash.split('?')[1] ?? '').get('task');
}

let smetti = () => {};

async function indica(nodo, api) {
  const id = compitoAperto();
  if (!id) {
    return;
  }
  const risposta = await fetch(`${api.engineApi}/task/${encodeURIComponent(id)}`, {
    headers: {Accept: 'application/json'},
    credentials: 'same-origin'
  });
  const compito = risposta.ok ? await risposta.json() : null;
  if (compito?.taskDefinitionKey && id === compitoAperto()) {
    const comeSiFa = collegamento(
      'Come si fa',
      `/manuale/compiti/${encodeURIComponent(compito.taskDefinitionKey)}`
    );
    comeSiFa.className = 'pdz-come-si-fa';
    nodo.replaceChildren(comeSiFa);
  }
}

export default [
  {
    id: 'pianodizona.manuale',
    pluginPoint: 'tasklist.navbar.action',
    priority: 2,
    render: nodo => {
      nodo.replaceChildren(collegamento('Manuale', '/manuale'));
    }
  },
  {
    id: 'pianodizona.comeSiFa',
    pluginPoint: 'tasklist.task.action',
    priority: 1,
    render: (nodo, {api}) => {
      // without the link the task can be completed all the same
      const segui = () => indica(nodo, api).catch(() => {});
      segui();
      window.addEventListener('hashchange', segui);
      smetti = () => window.removeEventListener('hashchange', segui);
    },
    unmount: () => smetti()
  }
];
