/**
 * The tab "Fascicolo" of every task: the documents of the plan the task is about.
 */
const base = document.querySelector('base').getAttribute('app-root').replace(/\/camunda\/?$/, '');

function elemento(nome, testo, attributi = {}) {
  const creato = document.createElement(nome);
  creato.textContent = testo;
  Object.entries(attributi).forEach(([chiave, valore]) => creato.setAttribute(chiave, valore));
  return creato;
}

function collegamento(testo, percorso) {
  return elemento('a', testo, {href: base + percorso, target: '_blank', rel: 'noopener'});
}

async function leggi(compito) {
  const risposta = await fetch(`${base}/fascicolo/compiti/${encodeURIComponent(compito)}`, {
    headers: {Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest'},
    credentials: 'same-origin',
    redirect: 'manual',
    cache: 'no-store'
  });
  return risposta.ok ? risposta.json() : null;
}

function mostra(nodo, fascicolo) {
  if (!fascicolo) {
    nodo.replaceChildren(elemento('p', 'Questo compito non riguarda un Piano di Zona.'));
    return;
  }
  const apri = elemento('p', '');
  apri.append(
    collegamento('Apri il fascicolo', `/fascicolo/${fascicolo.pianoId}`),
    ' (per aggiungere documenti o scaricarli tutti) · ',
    collegamento('Documento di Piano', `/documento/${fascicolo.pianoId}`)
  );
  if (fascicolo.documenti.length === 0) {
    nodo.replaceChildren(apri, elemento('p', 'Il fascicolo è ancora vuoto.'));
    return;
  }
  const tabella = elemento('table', '', {class: 'table'});
  const testata = tabella.createTHead().insertRow();
  ['Documento', 'Tipo', 'Protocollo', 'Inserito'].forEach(titolo =>
    testata.append(elemento('th', titolo, {scope: 'col'}))
  );
  const corpo = tabella.createTBody();
  [...fascicolo.documenti].reverse().forEach(documento => {
    const riga = corpo.insertRow();
    riga
      .insertCell()
      .append(
        collegamento(documento.titolo, `/fascicolo/documenti/${documento.id}`),
        document.createElement('br'),
        elemento('small', documento.nomeFile)
      );
    riga.insertCell().textContent = documento.tipo;
    riga.insertCell().textContent = documento.protocollo ?? '–';
    riga.insertCell().textContent = documento.inserito;
  });
  nodo.replaceChildren(apri, tabella);
}

export default {
  id: 'pianodizona.fascicolo',
  pluginPoint: 'tasklist.task.detail',
  priority: 50,
  properties: {
    label: 'Fascicolo'
  },
  render: (nodo, {taskId}) => {
    nodo.replaceChildren(elemento('p', 'Il fascicolo si sta aprendo…'));
    leggi(taskId)
      .then(fascicolo => mostra(nodo, fascicolo))
      .catch(() =>
        nodo.replaceChildren(elemento('p', 'Il fascicolo non risponde: riprovare tra poco.'))
      );
  }
};
