/**
 * Names instead of user names where Tasklist shows only these: who took a task, and who did what in
 * its history. The engine tells names only to who may read all its users.
 */
const base = document.querySelector('base').getAttribute('app-root').replace(/\/camunda\/?$/, '');
const DOVE = '[cam-tasklist-task-meta] .assignee *, .operation-user, .operation-detail .line span';
const nomi = new Map();

function mostra(elemento) {
  for (const nodo of elemento.childNodes) {
    const nome = nodo.nodeType === Node.TEXT_NODE && nomi.get(nodo.data.trim());
    if (nome) {
      nodo.data = nome;
    }
  }
}

async function impara(compito) {
  const risposta = await fetch(
    `${base}/fascicolo/compiti/${encodeURIComponent(compito)}/persone`,
    {
      headers: {Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest'},
      credentials: 'same-origin',
      redirect: 'manual',
      cache: 'no-store'
    }
  );
  if (risposta.status === 200) {
    Object.entries(await risposta.json()).forEach(([utente, nome]) => nomi.set(utente, nome));
    document.body.querySelectorAll(DOVE).forEach(mostra);
  }
}

let aperto = null;

function segui() {
  const compito = new URLSearchParams(window.location.hash.split('?')[1] ?? '').get('task');
  if (compito && compito !== aperto) {
    // without the names the user names stay
    impara(compito).catch(() => {});
  }
  aperto = compito;
}

segui();
window.addEventListener('hashchange', segui);
// Tasklist changes the address without an event when a task is chosen in the list
new MutationObserver(cambiamenti => {
  segui();
  if (nomi.size === 0) {
    return;
  }
  for (const {target, addedNodes} of cambiamenti) {
    const elemento = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
    if (elemento?.matches(DOVE)) {
      mostra(elemento);
    }
    for (const nodo of addedNodes) {
      if (nodo.nodeType === Node.ELEMENT_NODE) {
        if (nodo.matches(DOVE)) {
          mostra(nodo);
        }
        nodo.querySelectorAll(DOVE).forEach(mostra);
      }
    }
  }
}).observe(document.body, {subtree: true, childList: true, characterData: true});
