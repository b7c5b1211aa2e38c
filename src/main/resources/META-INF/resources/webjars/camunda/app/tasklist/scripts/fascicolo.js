/**
 * What a task is about: Ambito, plan and due date on its card in the list, and the tab "Fascicolo"
 * with phase, terms and their norms, documents and messages sent.
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

async function leggi(percorso) {
  const risposta = await fetch(base + percorso, {
    headers: {Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest'},
    credentials: 'same-origin',
    redirect: 'manual',
    cache: 'no-store'
  });
  return risposta.status === 200 ? risposta.json() : null;
}

const PER_VOLTA = 100;
let daChiedere = new Map();

/** The cards drawn in the same moment ask together, in one request. */
function cartellino(compito) {
  return new Promise(pronto => {
    if (daChiedere.size === 0) {
      setTimeout(chiedi, 30);
    }
    daChiedere.set(compito, pronto);
    if (daChiedere.size === PER_VOLTA) {
      chiedi();
    }
  });
}

function chiedi() {
  const chiesti = daChiedere;
  daChiedere = new Map();
  if (chiesti.size === 0) {
    return;
  }
  const ricerca = new URLSearchParams([...chiesti.keys()].map(id => ['id', id]));
  leggi(`/fascicolo/compiti?${ricerca}`)
    .catch(() => null)
    .then(cartellini => {
      chiesti.forEach((pronto, id) => pronto(cartellini?.find(c => c.id === id)));
    });
}

function intesta(nodo, scheda) {
  if (!scheda) {
    return;
  }
  const chi = [scheda.ambito ?? 'Regione', scheda.triennio && `piano ${scheda.triennio}`];
  nodo.replaceChildren(elemento('span', chi.filter(Boolean).join(', '), {class: 'pdz-piano'}));
  if (scheda.termine) {
    nodo.append(
      elemento('span', `${scheda.termine.scaduto ? 'Scaduto il' : 'Scade il'} ${scheda.termine.quando}`, {
        class: scheda.termine.scaduto ? 'pdz-scaduto' : 'pdz-scade'
      })
    );
  }
  if (scheda.inCaricoA) {
    nodo.append(elemento('span', `In carico a ${scheda.inCaricoA}`, {class: 'pdz-in-carico'}));
  }
}

function voce(elenco, nome, testo, classe) {
  elenco.append(elemento('dt', nome), elemento('dd', testo, classe ? {class: classe} : {}));
}

function dati(fascicolo) {
  const elenco = elemento('dl', '', {class: 'pdz-dati'});
  voce(elenco, 'Piano', `Ambito territoriale di ${fascicolo.ambito}, triennio ${fascicolo.triennio}`);
  voce(elenco, 'Fase', fascicolo.fase);
  if (fascicolo.termine) {
    const {quando, scaduto, perche} = fascicolo.termine;
    voce(
      elenco,
      'Termine del compito',
      `${quando}${scaduto ? ' (scaduto)' : ''}: ${perche ?? 'termine organizzativo interno, senza una norma propria'}`,
      scaduto && 'pdz-scaduto'
    );
  } else {
    voce(elenco, 'Termine del compito', 'nessuno');
  }
  const accordo = fascicolo.accordo;
  voce(
    elenco,
    'Termine del piano',
    `${accordo.quando}${accordo.scaduto ? ' (passato)' : ''}: ${accordo.perche ?? 'Accordo di Programma'}`,
    fascicolo.inRitardo && 'pdz-scaduto'
  );
  return elenco;
}

async function messaggi(compito) {
  const inviati = await leggi(`/ufficio/posta/compito/${encodeURIComponent(compito)}`);
  if (!inviati) {
    return [];
  }
  const elenco = elemento('ul', '', {class: 'pdz-posta'});
  inviati.slice(0, 10).forEach(messaggio => {
    const riga = elemento('li', '');
    riga.append(
      collegamento(messaggio.oggetto, messaggio.indirizzo),
      elemento('p', `${messaggio.destinatario} – ${messaggio.quando}`),
      elemento('p', messaggio.stato, messaggio.recapitato ? {} : {class: 'pdz-non-recapitato'})
    );
    elenco.append(riga);
  });
  return [
    elemento('h4', 'Messaggi inviati'),
    inviati.length ? elenco : elemento('p', 'Nessun messaggio inviato finora.')
  ];
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
  nodo.replaceChildren(dati(fascicolo), elemento('h4', 'Documenti'), apri);
  if (fascicolo.documenti.length === 0) {
    nodo.append(elemento('p', 'Il fascicolo è ancora vuoto.'));
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
  nodo.append(tabella);
}

export default [
  {
    id: 'pianodizona.fascicolo',
    pluginPoint: 'tasklist.task.detail',
    priority: 50,
    properties: {
      label: 'Fascicolo'
    },
    render: (nodo, {taskId}) => {
      nodo.replaceChildren(elemento('p', 'Il fascicolo si sta aprendo…'));
      leggi(`/fascicolo/compiti/${encodeURIComponent(taskId)}`)
        .then(async fascicolo => {
          mostra(nodo, fascicolo);
          if (fascicolo) {
            nodo.append(...(await messaggi(taskId).catch(() => [])));
          }
        })
        .catch(() =>
          nodo.replaceChildren(elemento('p', 'Il fascicolo non risponde: riprovare tra poco.'))
        );
    }
  },
  {
    id: 'pianodizona.cartellino',
    pluginPoint: 'tasklist.card',
    priority: 50,
    render: (nodo, {taskId}) => {
      cartellino(taskId).then(scheda => intesta(nodo, scheda));
    }
  }
];
