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
  '.uib-left': 'Mese precedente',
  '.uib-right': 'Mese successivo',
  '.dropdown-toggle': 'Apri il menu'
};
const COMANDI = 'a[href], button, [role="button"]';
const CAMPI = 'input:not([type="hidden"]):not([type="submit"]), select, textarea';

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
    Object.entries(NOMI).find(([dove]) => comando.matches(dove))?.[1];
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
  if (campo.labels?.length || campo.closest('label, .fjs-container') ||
      campo.hasAttribute('aria-label') || campo.hasAttribute('aria-labelledby') || campo.title) {
    return;
  }
  const gruppo = campo.closest('.form-group, .row, td, li');
  const cella = campo.closest('td');
  const colonna = cella?.closest('table')?.rows[0]?.cells[cella.cellIndex];
  const nome = testo(gruppo?.querySelector('label, .control-label')) ||
    campo.getAttribute('placeholder') || testo(colonna) || campo.getAttribute('uib-tooltip') ||
    (campo.matches('.toggle') ? 'Scegli' : '');
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
  // parts that open and close: their links say it already
  if (elemento.matches('.panel-group[role="tablist"], .panel-heading[role="tab"], .panel-collapse[role="tabpanel"]')) {
    elemento.removeAttribute('role');
    elemento.removeAttribute('aria-selected');
  }
}

let daFare = false;

function sistemaTutto() {
  daFare = false;
  document.body.querySelectorAll(
    `${COMANDI}, ${CAMPI}, [tabindex], [role="dialog"], [role="heading"], .panel-group, .panel-heading, .panel-collapse`
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
  attributes: true,
  attributeFilter: ['uib-tooltip', 'tooltip', 'placeholder', 'tabindex', 'aria-expanded']
});
