/**
 * What the engine's web applications leave out for who uses a screen reader or the keyboard alone: the
 * names of buttons that are only an icon, of fields and of dialogs, and the natural order of the login.
 */
const NOMI = {
  '.region-toggle[data-region="filters"]': 'Mostra o nascondi i filtri',
  '.region-toggle[data-region="list"]': 'Mostra o nascondi l\'elenco dei compiti',
  '.region-toggle[data-region="task"]': 'Mostra o nascondi il compito',
  '.maximize': 'Mostra solo il compito',
  '.app-switch > .dropdown-toggle': 'Applicazioni',
  '.new-sort .dropdown-toggle': 'Aggiungi un ordinamento',
  '.sort-direction': 'Verso dell\'ordinamento',
  '.stored-criteria > .btn, .btn-group > .btn.dropdown-toggle': 'Ricerche salvate',
  '[ng-click^="applyChange"]': 'Conferma',
  '[ng-click^="cancelChange"]': 'Annulla',
  '[ng-click^="removeGroup"]': 'Togli il gruppo',
  '[ng-click^="addGroup"]': 'Aggiungi il gruppo',
  '.instance-link': 'Apri il processo in Cockpit',
  '.section-toggle': 'Mostra o nascondi questa sezione',
  '.bjs-drilldown': 'Apri il sottoprocesso',
  'a[state-circle]': 'Stato: apri l\'istanza',
  '[ng-click^="confirmUpdateAuthorization"]': 'Conferma',
  '[ng-click^="cancelUpdateAuthorization"]': 'Annulla',
  '[ng-click^="toggleOpen"]': 'Apri o chiudi',
  '.selection *': 'Seleziona o deseleziona tutto',
  '.cockpit-app > .app-label-wrapper': 'Cockpit',
  '.tasklist-app > .app-label-wrapper': 'Compiti',
  '.admin-app > .app-label-wrapper': 'Amministrazione',
  '[ng-click^="changeType"]': 'Passa dal calendario al testo, o dal testo al calendario',
  '.uib-left': 'Mese precedente',
  '.uib-right': 'Mese successivo',
  '.dropdown-toggle': 'Apri il menu'
};
const NOMI_DEI_CAMPI = {
  '[name="queryParamKey"]': 'Criterio',
  '[name="queryParamValue"]': 'Valore del criterio',
  '.type-field *': 'Criterio',
  '.name-field *': 'Nome della variabile',
  '.operator-field *': 'Operatore',
  '.value-field *': 'Valore',
  '[name="newItem"]': 'ID da aggiungere',
  '[ng-keyup="search()"]': 'Cerca per nome',
  '[ng-model="variable.varType"]': 'Tipo della variabile',
  '.toggle': 'Scegli'
};
const SCORREVOLI = '.ctn-view, .section-content, .tjs-table-container';
const DIAGRAMMI = '.djs-container > svg';
const PIEGHEVOLI = '.panel-group, .panel-heading, .panel-collapse, [uib-collapse]';
const COMANDI = 'a[href], button, [role="button"]';
const CAMPI = 'input:not([type="hidden"]):not([type="submit"]), select, textarea';

function nomeFra(nomi, elemento) {
  return Object.entries(nomi).find(([dove]) => elemento.matches(dove))?.[1];
}

function haNome(elemento) {
  return elemento.hasAttribute('aria-label') || elemento.hasAttribute('aria-labelledby') ||
    (elemento.hasAttribute('title') && elemento.title.trim() !== '') ||
    // words that are there but not shown say nothing
    elemento.innerText.trim() !== '' || elemento.querySelector('img[alt]:not([alt=""])');
}

function nominaComando(comando) {
  const suggerimento = comando.getAttribute('uib-tooltip') || comando.getAttribute('tooltip');
  if (comando.dataset.pdzNome !== undefined) {
    // the tooltip of a switch says what it does now
    if (suggerimento && comando.dataset.pdzNome !== suggerimento && suggerimento.trim()) {
      comando.dataset.pdzNome = suggerimento;
      comando.setAttribute('aria-label', suggerimento);
    }
    return;
  }
  if (haNome(comando)) {
    return;
  }
  const nome = suggerimento?.trim() ||
    nomeFra(NOMI, comando);
  if (nome) {
    comando.dataset.pdzNome = nome;
    comando.setAttribute('aria-label', nome);
  }
}

function testo(elemento) {
  return elemento?.textContent.replace(/\s+/g, ' ').replace(/[*:\s]+$/, '').trim() ?? '';
}

/** The words beside the field: its label, the head of its column, else what stands in it. */
function nominaCampo(campo) {
  if ([...campo.labels ?? []].some(testo) || campo.closest('.fjs-container') ||
      campo.hasAttribute('aria-label') || campo.hasAttribute('aria-labelledby') || campo.title) {
    return;
  }
  const gruppo = campo.closest('.form-group, .row, td, li');
  const cella = campo.closest('td');
  const colonna = cella?.closest('table')?.rows[0]?.cells[cella.cellIndex];
  const nome = testo(gruppo?.querySelector('label, .control-label')) ||
    (campo.type === 'checkbox' && cella && `Scegli ${testo(cella.closest('tr'))}`) ||
    (campo.type === 'checkbox' && campo.closest('th') && 'Scegli tutti') ||
    campo.getAttribute('placeholder') || testo(colonna) || campo.getAttribute('uib-tooltip') ||
    nomeFra(NOMI_DEI_CAMPI, campo);
  if (nome) {
    campo.setAttribute('aria-label', nome);
  }
}

function sistema(elemento) {
  if (elemento.matches(COMANDI)) {
    nominaComando(elemento);
  }
  if (elemento.matches(CAMPI)) {
    nominaCampo(elemento);
  }
  // the fields come one after the other by themselves
  if (elemento.tabIndex > 0) {
    elemento.removeAttribute('tabindex');
  }
  // a list of suggestions opens below it
  if (elemento.matches('input[uib-typeahead], input[typeahead]') && elemento.hasAttribute('aria-expanded')) {
    elemento.setAttribute('role', 'combobox');
    if (elemento.getAttribute('aria-owns')) {
      elemento.setAttribute('aria-controls', elemento.getAttribute('aria-owns'));
    }
  }
  // a suggestion is chosen as a whole: what is in it is not one more command
  if (elemento.matches('[role="option"] > a')) {
    elemento.removeAttribute('href');
    elemento.removeAttribute('tabindex');
  }
  if (elemento.matches('.modal[role="dialog"]') && !elemento.hasAttribute('aria-label')) {
    const titolo = testo(elemento.querySelector('.modal-title, .modal-header h3, .modal-header h4, h3'));
    if (titolo) {
      elemento.setAttribute('aria-label', titolo);
    }
  }
  if (elemento.matches('[role="heading"]:not([aria-level])')) {
    elemento.setAttribute('aria-level', '3');
  }
  // who uses the keyboard must be able to scroll what has nothing to stop at
  if (elemento.matches(SCORREVOLI)) {
    const daFermarsi = [...elemento.querySelectorAll('a[href], button, input, select, textarea')]
      .some(fermata => fermata.checkVisibility());
    if (daFermarsi) {
      elemento.removeAttribute('tabindex');
    } else {
      elemento.tabIndex = 0;
    }
  }
  if (elemento.matches(DIAGRAMMI) && !elemento.hasAttribute('aria-label')) {
    elemento.setAttribute('role', 'img');
    elemento.setAttribute('aria-label', 'Diagramma: il manuale spiega gli stessi passi a parole');
  }
  // menus of links are lists of links
  if (elemento.matches('ul[role="menu"]') && !elemento.querySelector(':scope > [role="menuitem"]')) {
    elemento.removeAttribute('role');
  }
  if (elemento.matches('ul > .selection')) {
    elemento.setAttribute('role', 'listitem');
  }
  // parts that open and close: their links say it already
  if (elemento.matches(PIEGHEVOLI)) {
    ['role', 'aria-selected', 'aria-expanded'].forEach(nome => elemento.removeAttribute(nome));
  }
}

let daFare = false;

function sistemaTutto() {
  daFare = false;
  document.body.querySelectorAll(
    `${COMANDI}, ${CAMPI}, ${SCORREVOLI}, ${PIEGHEVOLI}, ${DIAGRAMMI}, [tabindex], [role="dialog"], [role="heading"],
     [role="option"] > a, ul[role="menu"], ul > .selection`
  ).forEach(sistema);
}

function traPoco() {
  if (!daFare) {
    daFare = true;
    requestAnimationFrame(sistemaTutto);
  }
}

sistemaTutto();
new MutationObserver(traPoco).observe(document.body, {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['uib-tooltip', 'tooltip', 'placeholder', 'tabindex', 'aria-expanded', 'aria-owns', 'aria-selected']
});
