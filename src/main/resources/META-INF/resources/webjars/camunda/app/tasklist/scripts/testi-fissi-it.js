/**
 * Italian for the few texts that the web applications write without going through the translation
 * files: the names of the applications in the menu, the types of a variable, the arrows of the date
 * picker, decision tables, some headings and tooltips.
 */
const TIPI = {
  boolean: 'sì/no',
  string: 'testo',
  integer: 'numero intero',
  long: 'numero intero',
  double: 'numero decimale',
  number: 'numero',
  date: 'data',
  any: 'qualsiasi'
};
const TESTI = [
  ['.app-switch .dropdown-menu a', {
    Welcome: 'Pagina iniziale',
    Admin: 'Amministrazione',
    Tasklist: 'Compiti'
  }],
  ['.sr-only', {
    previous: 'precedente',
    next: 'successivo',
    CAM_WIDGET_HEADER_TOGGLE_NAVIGATION: 'Mostra o nascondi il menu'
  }],
  ['th, td.actions', {Actions: 'Azioni'}],
  ['.null-value, .ctn-sidebar *', {null: 'nessuno'}],
  ['.clause', {When: 'Quando', And: 'E', Then: 'Allora', Annotations: 'Note'}],
  ['.hit-policy-value', {
    Unique: 'Una sola regola',
    First: 'La prima regola',
    Any: 'Una qualsiasi',
    Priority: 'Per priorità',
    'Rule order': 'Nell\'ordine delle regole',
    'Output order': 'Nell\'ordine dei risultati',
    Collect: 'Tutte',
    'Collect (Sum)': 'Somma',
    'Collect (Min)': 'Minimo',
    'Collect (Max)': 'Massimo',
    'Collect (Count)': 'Conteggio'
  }],
  ['.input-variable, .output-variable', TIPI],
  ['.hit-policy', {'Hit policy:': 'Criterio:'}],
  ['td.type-boolean *, .type-boolean + td *, .value-wrapper *', {true: 'sì', false: 'no'}],
  ['td.configuration', {'async-before': 'prima del passo', 'async-after': 'dopo il passo'}],
  ['option, td[class*="type-"] *', {
    Boolean: 'Sì/No',
    Bytes: 'Byte',
    Short: 'Intero breve',
    Integer: 'Intero',
    Long: 'Intero lungo',
    Double: 'Decimale',
    String: 'Testo',
    Date: 'Data',
    Object: 'Oggetto',
    Null: 'Nullo'
  }]
];
const DOVE = TESTI.map(([dove]) => dove).join(', ');

const SUGGERIMENTI = {
  'Toggle this section': 'Mostra o nascondi questa sezione',
  'Select all': 'Seleziona tutto',
  'Suspended Job Definition': 'Definizione di lavoro sospesa',
  'zoom in': 'ingrandisci',
  'zoom out': 'rimpicciolisci',
  'reset zoom': 'dimensione iniziale',
  Jonny: 'Nome',
  Prosciutto: 'Cognome',
  'j.prosciutto@acme.org': 'nome.cognome@ente.it'
};
const ATTRIBUTI = ['title', 'placeholder', 'aria-label', 'uib-tooltip'];

// names and descriptions that carry a part of their own
const COMPOSTI = [
  [/^Decision name: (.*)$/s, (_, nome) => `Decisione: ${nome}`],
  [/^Input label: (.*)$/s, (_, nome) => `Dato: ${nome}`],
  [/^Output label: (.*)$/s, (_, nome) => `Risultato: ${nome}`]
];
const DESCRIZIONI = {
  'Input label': 'Dato',
  'Input type': 'Tipo del dato',
  'Input values': 'Valori del dato',
  'Output label': 'Risultato',
  'Output name': 'Nome del risultato',
  'Output type': 'Tipo del risultato',
  'Output values': 'Valori del risultato',
  'No overlap is possible and all rules are disjoint. Only a single rule can be matched':
    'Una sola regola può essere soddisfatta',
  'Rules may overlap. The first matching rule will be chosen': 'Vale la prima regola soddisfatta',
  'Rules may overlap. The one with the highest priority will be chosen':
    'Vale la regola soddisfatta con la priorità più alta',
  'Rules may overlap. Their output have to match':
    'Più regole possono essere soddisfatte, purché diano lo stesso risultato',
  'Collects the values of all matching rules': 'Raccoglie i risultati di tutte le regole soddisfatte',
  'Collects the values of all matching rules in rule order':
    'Raccoglie i risultati di tutte le regole soddisfatte, nel loro ordine',
  'Collects the values of all matching rules in decreasing output priority order':
    'Raccoglie i risultati di tutte le regole soddisfatte, per priorità decrescente',
  'Collects the values of all matching rules and sums up to a single value':
    'Somma i risultati di tutte le regole soddisfatte',
  'Collects the values of all matching rules and counts the number of them':
    'Conta le regole soddisfatte',
  'Collects the values of all matching rules and uses the highest value':
    'Prende il risultato più alto delle regole soddisfatte',
  'Collects the values of all matching rules and uses the lowest value':
    'Prende il risultato più basso delle regole soddisfatte'
};

function componi(testo) {
  if (Object.hasOwn(DESCRIZIONI, testo)) {
    return DESCRIZIONI[testo];
  }
  for (const [forma, italiano] of COMPOSTI) {
    if (forma.test(testo)) {
      return testo.replace(forma, italiano);
    }
  }
  return testo;
}

// Admin composes "<resource> Autorizzazioni", the English word order
const TITOLO_AUTORIZZAZIONI = /^(\s*)(.+) Autorizzazioni(\s*)$/;

function traduciTesto(elemento) {
  if (elemento.childElementCount > 0 || !elemento.firstChild) {
    return;
  }
  const nodo = elemento.firstChild;
  const testo = elemento.textContent.trim();
  if (elemento.matches('.alert .message') && testo.startsWith('Error: ')) {
    nodo.data = nodo.data.replace('Error: ', '');
    return;
  }
  if (elemento.localName === 'h3' && TITOLO_AUTORIZZAZIONI.test(nodo.data)) {
    nodo.data = nodo.data.replace(TITOLO_AUTORIZZAZIONI, '$1Autorizzazioni: $2$3');
    return;
  }
  for (const [dove, testi] of TESTI) {
    if (Object.hasOwn(testi, testo) && elemento.matches(dove)) {
      nodo.data = nodo.data.replace(testo, testi[testo]);
      return;
    }
  }
}

function traduciAttributi(elemento) {
  for (const nome of ATTRIBUTI) {
    const valore = elemento.getAttribute(nome);
    if (!valore) {
      continue;
    }
    const italiano = Object.hasOwn(SUGGERIMENTI, valore)
      ? SUGGERIMENTI[valore]
      : elemento.closest('.tjs-container') ? componi(valore) : valore;
    if (italiano !== valore) {
      elemento.setAttribute(nome, italiano);
    }
  }
}

function traduciAlbero(radice) {
  traduciTesto(radice);
  traduciAttributi(radice);
  radice.querySelectorAll(`${DOVE}, h3, .alert .message`).forEach(traduciTesto);
  radice.querySelectorAll(ATTRIBUTI.map(nome => `[${nome}]`).join(', ')).forEach(traduciAttributi);
}

new MutationObserver(cambiamenti => {
  for (const {type, target, addedNodes} of cambiamenti) {
    if (type === 'attributes') {
      traduciAttributi(target);
      continue;
    }
    const elemento = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
    if (elemento) {
      traduciTesto(elemento);
    }
    for (const nodo of addedNodes) {
      if (nodo.nodeType === Node.ELEMENT_NODE) {
        traduciAlbero(nodo);
      }
    }
  }
}).observe(document.body, {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ATTRIBUTI
});
