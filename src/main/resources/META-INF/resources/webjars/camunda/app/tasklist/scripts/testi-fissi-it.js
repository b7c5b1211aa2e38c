/**
 * Italian for the few texts that the web applications write without going through the translation
 * files: the names of the applications in the menu, the types of a variable, the arrows of the date
 * picker, some headings and tooltips.
 */
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
  ['option', {
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

// Admin composes "<resource> Autorizzazioni", the English word order
const TITOLO_AUTORIZZAZIONI = /^(\s*)(.+) Autorizzazioni(\s*)$/;

function traduciTesto(elemento) {
  if (elemento.childElementCount > 0 || !elemento.firstChild) {
    return;
  }
  const nodo = elemento.firstChild;
  const testo = elemento.textContent.trim();
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
    if (valore && Object.hasOwn(SUGGERIMENTI, valore)) {
      elemento.setAttribute(nome, SUGGERIMENTI[valore]);
    }
  }
}

function traduciAlbero(radice) {
  traduciTesto(radice);
  traduciAttributi(radice);
  radice.querySelectorAll(`${DOVE}, h3`).forEach(traduciTesto);
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
