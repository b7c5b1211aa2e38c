/**
 * Italian for the few texts that the web applications write without going through the translation
 * files: the names of the applications in the menu, the types of a variable and the arrows of the
 * date picker.
 */
const TESTI = [
  ['.app-switch .dropdown-menu a', {
    Welcome: 'Pagina iniziale',
    Admin: 'Amministrazione',
    Tasklist: 'Compiti'
  }],
  ['.sr-only', {
    previous: 'precedente',
    next: 'successivo'
  }],
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

function traduci(elemento) {
  if (elemento.childElementCount > 0) {
    return;
  }
  for (const [dove, testi] of TESTI) {
    const testo = elemento.textContent.trim();
    if (Object.hasOwn(testi, testo) && elemento.matches(dove)) {
      elemento.firstChild.data = elemento.firstChild.data.replace(testo, testi[testo]);
    }
  }
}

const TUTTI = TESTI.map(([dove]) => dove).join(', ');

new MutationObserver(cambiamenti => {
  for (const {target, addedNodes} of cambiamenti) {
    const elemento = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
    if (elemento) {
      traduci(elemento);
    }
    for (const nodo of addedNodes) {
      if (nodo.nodeType === Node.ELEMENT_NODE) {
        traduci(nodo);
        nodo.querySelectorAll(TUTTI).forEach(traduci);
      }
    }
  }
}).observe(document.body, {subtree: true, childList: true, characterData: true});
