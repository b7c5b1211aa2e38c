/**
 * Italian for Camunda Forms.
 *
 * form-js 1.8 writes its own messages in English and offers no translation; this watches the page
 * and replaces them. The texts are the complete list of those the viewer can show. Only nodes inside
 * a form are touched; what the author of a form wrote and what people typed are left alone.
 */
const ESATTI = new Map(Object.entries({
  'Field is required.': 'Campo obbligatorio.',
  'Field must be a valid email.': 'Indirizzo e-mail non valido.',
  'Field must be a valid  international phone number. (e.g. +4930664040900)':
    'Numero di telefono non valido: scriverlo con il prefisso internazionale (es. +390212345678).',
  'Date and time must both be entered.': 'Indicare sia la data sia l\'ora.',
  'Value is not a number.': 'Il valore non è un numero.',
  'Value is expected to be an integer.': 'Il valore deve essere un numero intero.',
  'Select': 'Seleziona',
  'Search': 'Cerca',
  'No results': 'Nessun risultato',
  'All values selected': 'Tutti i valori sono già selezionati',
  'Skip to search': 'Vai alla ricerca',
  'Remove tag': 'Rimuovi',
  'Nothing to show.': 'Nessun dato da mostrare.',
  'No content to show.': 'Nessun contenuto da mostrare.',
  'External content couldn\'t be loaded.': 'Non è stato possibile caricare il contenuto esterno.',
  'This is an image placeholder': 'Segnaposto di un\'immagine',
  'Previous page': 'Pagina precedente',
  'Next page': 'Pagina successiva',
  'Click to remove sorting': 'Fai clic per togliere l\'ordinamento',
  'Add new': 'Aggiungi',
  'Collapse': 'Comprimi',
  'Increment': 'Aumenta',
  'Decrement': 'Diminuisci',
  'hh:mm': 'oo:mm',
  'hh:mm ?m': 'oo:mm',
  'Powered by bpmn.io': 'Realizzato con bpmn.io',
  'Month': 'Mese',
  'Year': 'Anno',
  'Hour': 'Ora',
  'Minute': 'Minuto'
}));

const VARIABILI = [
  [/^Field must match pattern .*\.$/s, () => 'Il formato non è valido.'],
  [/^Field must have minimum value of (.*)\.$/, (_, n) => `Il valore minimo è ${numero(n)}.`],
  [/^Field must have maximum value of (.*)\.$/, (_, n) => `Il valore massimo è ${numero(n)}.`],
  [/^Field must have minimum length of (.*)\.$/, (_, n) => `Scrivere almeno ${n} caratteri.`],
  [/^Field must have maximum length of (.*)\.$/, (_, n) => `Scrivere al massimo ${n} caratteri.`],
  [
    /^Value is expected to have at most (\d+) decimal digits?\.$/,
    (_, n) => (n === '1' ? 'È ammessa al massimo una cifra decimale.' : `Sono ammesse al massimo ${n} cifre decimali.`)
  ],
  [
    /^Please select a valid value, the two nearest valid values are (.*) and (.*)\.$/,
    (_, a, b) => `Il valore non è ammesso: i più vicini sono ${numero(a)} e ${numero(b)}.`
  ],
  [/^Click to sort by (.*) ascending$/, (_, colonna) => `Fai clic per ordinare per ${colonna}, crescente`],
  [/^Click to sort by (.*) descending$/, (_, colonna) => `Fai clic per ordinare per ${colonna}, decrescente`],
  [/^Expand all \((\d+)\)$/, (_, n) => `Mostra tutti (${n})`],
  [/^Remove list item (\d+)$/, (_, n) => `Rimuovi la voce ${n}`]
];

const SEGNAPOSTO_DATA = /^[dmy]+([/.-])[dmy]+\1[dmy]+\.?$/;
const ATTRIBUTI = ['placeholder', 'title', 'aria-label', 'alt'];
const MODULO = '.fjs-container';
const CONTENUTO_DEL_MODULO = '.fjs-form-field-text, .fjs-form-field-html';

const MESI = [
  'gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno',
  'luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre'
];
const GIORNI = ['domenica', 'lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato'];
const CALENDARIO = {
  weekdays: {shorthand: GIORNI.map(g => g.slice(0, 3)), longhand: GIORNI},
  months: {shorthand: MESI.map(m => m.slice(0, 3)), longhand: MESI},
  firstDayOfWeek: 1,
  rangeSeparator: ' al ',
  weekAbbreviation: 'Se',
  scrollTitle: 'Scorri per aumentare',
  toggleTitle: 'Fai clic per cambiare',
  yearAriaLabel: 'Anno',
  monthAriaLabel: 'Mese',
  hourAriaLabel: 'Ora',
  minuteAriaLabel: 'Minuto',
  time_24hr: true,
  ordinal: () => '°'
};

function numero(testo) {
  return /^-?\d+(\.\d+)?$/.test(testo) ? testo.replace('.', ',') : testo;
}

export function traduci(testo) {
  const esatto = ESATTI.get(testo);
  if (esatto) {
    return esatto;
  }
  for (const [forma, italiano] of VARIABILI) {
    if (forma.test(testo)) {
      return testo.replace(forma, italiano);
    }
  }
  return testo;
}

function traduciTesto(nodo) {
  const genitore = nodo.parentElement;
  if (!genitore || !genitore.closest(MODULO) || genitore.closest(CONTENUTO_DEL_MODULO)) {
    return;
  }
  if (nodo.data === ' of ' && genitore.classList.contains('fjs-table-nav-label')) {
    nodo.data = ' di ';
    return;
  }
  const testo = nodo.data.trim();
  const italiano = testo && traduci(testo);
  if (italiano && italiano !== testo) {
    nodo.data = nodo.data.replace(testo, () => italiano);
  }
}

function traduciAttributi(elemento) {
  if (!elemento.closest(MODULO)) {
    return;
  }
  for (const nome of ATTRIBUTI) {
    const valore = elemento.getAttribute(nome);
    if (!valore) {
      continue;
    }
    const italiano =
      nome === 'placeholder' && SEGNAPOSTO_DATA.test(valore)
        ? valore.replace(/d/g, 'g').replace(/y/g, 'a')
        : traduci(valore);
    if (italiano !== valore) {
      elemento.setAttribute(nome, italiano);
    }
  }
  if (elemento._flatpickr) {
    prepara(elemento._flatpickr);
  }
}

function prepara(calendario) {
  if (calendario.config.locale === CALENDARIO) {
    return;
  }
  calendario.set('locale', CALENDARIO);
  calendario.set('ariaDateFormat', 'l j F Y');
  // flatpickr takes today's date when the page is loaded; Tasklist may stay open for days
  calendario.config.now = calendario.now = new Date();
  if (calendario.selectedDates.length === 0) {
    calendario._initialDate = calendario.now;
    calendario.jumpToDate(calendario.now);
  }
  calendario.redraw();
}

function traduciAlbero(radice) {
  if (radice.nodeType === Node.TEXT_NODE) {
    traduciTesto(radice);
    return;
  }
  if (radice.nodeType !== Node.ELEMENT_NODE) {
    return;
  }
  traduciAttributi(radice);
  radice.querySelectorAll('*').forEach(traduciAttributi);
  const testi = document.createTreeWalker(radice, NodeFilter.SHOW_TEXT);
  while (testi.nextNode()) {
    traduciTesto(testi.currentNode);
  }
}

// form-js writes dates as the browser's language does, asking for the locale "default": a browser in
// English would show the month before the day
const italiana = locale => (locale === 'default' ? 'it-IT' : locale);
Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct: (formato, [locale, ...altri]) => new formato(italiana(locale), ...altri),
  apply: (formato, _, [locale, ...altri]) => formato(italiana(locale), ...altri)
});

new MutationObserver(cambiamenti => {
  for (const {type, target, addedNodes} of cambiamenti) {
    if (type === 'childList') {
      addedNodes.forEach(traduciAlbero);
    } else if (type === 'characterData') {
      traduciTesto(target);
    } else {
      traduciAttributi(target);
    }
  }
}).observe(document.body, {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: [...ATTRIBUTI, 'class']
});
