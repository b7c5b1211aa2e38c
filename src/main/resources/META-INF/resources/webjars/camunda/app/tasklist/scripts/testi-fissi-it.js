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
/** What one may do, as Admin lists it. */
const PERMESSI = {
  ALL: 'tutto',
  NONE: 'nulla',
  ACCESS: 'entrare',
  READ: 'leggere',
  CREATE: 'creare',
  UPDATE: 'modificare',
  DELETE: 'eliminare',
  EDIT: 'modificare i contenuti',
  SHARE: 'condividere',
  SET: 'impostare',
  SUSPEND: 'sospendere',
  READ_VARIABLE: 'leggere le variabili',
  READ_HISTORY: 'leggere lo storico',
  READ_HISTORY_VARIABLE: 'leggere le variabili dello storico',
  READ_INSTANCE: 'leggere le istanze',
  READ_INSTANCE_VARIABLE: 'leggere le variabili delle istanze',
  READ_TASK: 'leggere i compiti',
  READ_TASK_VARIABLE: 'leggere le variabili dei compiti',
  CREATE_INSTANCE: 'avviare istanze',
  UPDATE_VARIABLE: 'modificare le variabili',
  UPDATE_HISTORY: 'modificare lo storico',
  UPDATE_INSTANCE: 'modificare le istanze',
  UPDATE_INSTANCE_VARIABLE: 'modificare le variabili delle istanze',
  UPDATE_TASK: 'modificare i compiti',
  UPDATE_TASK_VARIABLE: 'modificare le variabili dei compiti',
  DELETE_HISTORY: 'eliminare lo storico',
  DELETE_INSTANCE: 'eliminare le istanze',
  MIGRATE_INSTANCE: 'migrare le istanze',
  SUSPEND_INSTANCE: 'sospendere le istanze',
  RETRY_JOB: 'ritentare i lavori',
  TASK_ASSIGN: 'assegnare i compiti',
  TASK_WORK: 'lavorare ai compiti',
  CREATE_BATCH_CORRELATE_MESSAGE: 'recapitare messaggi in massa',
  CREATE_BATCH_DELETE_DECISION_INSTANCES: 'eliminare decisioni in massa',
  CREATE_BATCH_DELETE_FINISHED_PROCESS_INSTANCES: 'eliminare istanze concluse in massa',
  CREATE_BATCH_DELETE_RUNNING_PROCESS_INSTANCES: 'eliminare istanze in corso in massa',
  CREATE_BATCH_MIGRATE_PROCESS_INSTANCES: 'migrare istanze in massa',
  CREATE_BATCH_MODIFY_PROCESS_INSTANCES: 'modificare istanze in massa',
  CREATE_BATCH_RESTART_PROCESS_INSTANCES: 'riavviare istanze in massa',
  CREATE_BATCH_SET_EXTERNAL_TASK_RETRIES: 'impostare i tentativi dei compiti esterni in massa',
  CREATE_BATCH_SET_JOB_RETRIES: 'impostare i tentativi dei lavori in massa',
  CREATE_BATCH_SET_REMOVAL_TIME: 'impostare la data di rimozione in massa',
  CREATE_BATCH_SET_VARIABLES: 'impostare variabili in massa',
  CREATE_BATCH_UPDATE_PROCESS_INSTANCES_SUSPEND: 'sospendere istanze in massa'
};
/** What the engine does by itself, as Cockpit names it. */
const TIPI_DI_LAVORO = {
  'async-continuation': 'continuazione',
  'timer-transition': 'termine',
  'timer-intermediate-transition': 'termine',
  'timer-start-event': 'avvio a tempo',
  'timer-start-event-subprocess': 'termine',
  'timer-task-listener': 'termine di un compito',
  'event': 'messaggio',
  'batch-seed-job': 'preparazione di un\'operazione massiva',
  'batch-monitor-job': 'controllo di un\'operazione massiva',
  'instance-migration': 'migrazione di istanze',
  'instance-modification': 'modifica di istanze',
  'instance-restart': 'riavvio di istanze',
  'instance-deletion': 'eliminazione di istanze',
  'instance-update-suspension-state': 'sospensione di istanze',
  'historic-instance-deletion': 'eliminazione di istanze concluse',
  'historic-decision-instance-deletion': 'eliminazione di decisioni',
  'set-job-retries': 'tentativi dei lavori',
  'set-external-task-retries': 'tentativi dei compiti esterni',
  'set-variables': 'impostazione di variabili',
  'correlate-message': 'recapito di un messaggio',
  'process-set-removal-time': 'data di rimozione delle istanze',
  'decision-set-removal-time': 'data di rimozione delle decisioni',
  'batch-set-removal-time': 'data di rimozione delle operazioni massive'
};
const PROPRIETA_DI_UN_LOTTO = {
  ...TIPI_DI_LAVORO,
  id: 'ID',
  startTime: 'Inizio',
  executionStartTime: 'Inizio dell\'esecuzione',
  endTime: 'Fine',
  type: 'Tipo',
  user: 'Utente',
  totalJobs: 'Lavori in tutto',
  completedJobs: 'Lavori conclusi',
  remainingJobs: 'Lavori da fare',
  failedJobs: 'Lavori non riusciti',
  batchJobsPerSeed: 'Lavori per preparazione',
  invocationsPerBatchJob: 'Istanze per lavoro',
  tenantId: 'Codice Ambito',
  batchJobDefinitionId: 'ID della definizione dei lavori',
  monitorJobDefinitionId: 'ID della definizione del controllo',
  seedJobDefinitionId: 'ID della definizione della preparazione'
};
const TIPI_DI_VARIABILE = {
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
};
const ELENCO_DI_PERMESSI = 'td.permissions, td.permissions *, .confirm-delete-authorization dd';

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
  ['.selection *', {'Select all': 'Seleziona tutto', 'Unselect all': 'Deseleziona tutto'}],
  ['.loading-text', {'Loading diagram': 'Il diagramma si sta aprendo…'}],
  ['td a', {Download: 'Scarica'}],
  ['.invalid', {'Invalid Date Value.': 'La data non è valida.'}],
  ['.alert .status', {Error: 'Errore'}],
  ['.alert .message', {
    'This process definition has no job definitions associated with. The job priority cannot be overridden.':
      'Questa definizione di processo non ha definizioni di lavoro: la priorità non si può cambiare.'
  }],
  ['td i', {'Message is null.': 'Nessun messaggio.'}],
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
  ['.hit-policy *', {'Hit policy:': 'Criterio:'}],
  ['th.annotation', {Annotations: 'Note'}],
  ['.batch-details td', PROPRIETA_DI_UN_LOTTO],
  ['td, td.type *', TIPI_DI_LAVORO],
  ['td.type-boolean *, .type-boolean + td *, .value-wrapper *', {true: 'sì', false: 'no'}],
  ['td.configuration', {'async-before': 'prima del passo', 'async-after': 'dopo il passo'}],
  ['option, td[class*="type-"] *', TIPI_DI_VARIABILE]
];
const PREFISSO_TECNICO = /^(?:(?:<|&lt;)\w+(?:>|&gt;) (?:<|&lt;)- )+/;
const DATA_NON_VALIDA = /^Invalid Date Value\. Supported pattern '(.*)'\.?$/;
const AVVISI = '.alert .message, .alert .status';
const DOVE = TESTI.map(([dove]) => dove).join(', ');

const SUGGERIMENTI = {
  'Toggle this section': 'Mostra o nascondi questa sezione',
  'Select all': 'Seleziona tutto',
  'Suspended Job Definition': 'Definizione di lavoro sospesa',
  'zoom in': 'ingrandisci',
  'zoom out': 'rimpicciolisci',
  'reset zoom': 'dimensione iniziale',
  'task.assignee': 'Assegnatario',
  varName: 'nome della variabile',
  Jonny: 'Nome',
  Prosciutto: 'Cognome',
  'j.prosciutto@acme.org': 'nome.cognome@ente.it'
};
const ATTRIBUTI = ['title', 'placeholder', 'aria-label', 'uib-tooltip', 'label'];

// names and descriptions that carry a part of their own
const COMPOSTI = [
  [/^Decision name: (.*)$/s, (_, nome) => `Decisione: ${nome}`],
  [/^Input label: (.*)$/s, (_, nome) => `Dato: ${nome}`],
  [/^Variable value of type (.*) is not shown$/s, (_, tipo) => `Un valore di tipo ${tipo} non si mostra`],
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
const TITOLO_AUTORIZZAZIONI = /^(.+) Autorizzazioni$/;

function traduciPermessi(testo) {
  const nomi = testo.split(', ');
  return nomi.every(nome => Object.hasOwn(PERMESSI, nome))
    ? nomi.map(nome => PERMESSI[nome]).join(', ')
    : testo;
}

function traduciNodo(elemento, nodo) {
  const testo = nodo.data.trim();
  if (!testo) {
    return;
  }
  let italiano = testo;
  if (elemento.matches(AVVISI)) {
    italiano = testo
      .replace(PREFISSO_TECNICO, '')
      .replace(/^Error: /, '')
      .replace(DATA_NON_VALIDA, 'La data non è valida: va scritta come «$1».');
  } else if (elemento.localName === 'h3') {
    italiano = testo.replace(TITOLO_AUTORIZZAZIONI, 'Autorizzazioni: $1');
  } else if (elemento.matches(ELENCO_DI_PERMESSI)) {
    italiano = traduciPermessi(testo);
  } else if (elemento.matches('.tooltip-inner')) {
    italiano = SUGGERIMENTI[testo] ?? testo;
  }
  for (const [dove, testi] of TESTI) {
    if (italiano === testo && Object.hasOwn(testi, testo) && elemento.matches(dove)) {
      italiano = testi[testo];
    }
  }
  if (italiano !== testo) {
    nodo.data = nodo.data.replace(testo, () => italiano);
  }
}

/** The words of an element itself, not those of the elements in it. */
function traduciTesto(elemento) {
  for (const nodo of [...elemento.childNodes]) {
    if (nodo.nodeType === Node.TEXT_NODE) {
      traduciNodo(elemento, nodo);
    }
  }
}

function traduciAttributo(elemento, nome, valore) {
  if (nome === 'label') {
    // browsers show this one of an option, not its text
    return TIPI_DI_VARIABILE[valore] ?? valore;
  }
  if (Object.hasOwn(SUGGERIMENTI, valore)) {
    return SUGGERIMENTI[valore];
  }
  return elemento.closest('.tjs-container') ? componi(valore) : valore;
}

function traduciAttributi(elemento) {
  for (const nome of ATTRIBUTI) {
    const valore = elemento.getAttribute(nome);
    const italiano = valore && traduciAttributo(elemento, nome, valore);
    if (italiano && italiano !== valore) {
      elemento.setAttribute(nome, italiano);
    }
  }
}

function traduciAlbero(radice) {
  traduciTesto(radice);
  traduciAttributi(radice);
  radice.querySelectorAll(`${DOVE}, h3, .tooltip-inner, ${AVVISI}, ${ELENCO_DI_PERMESSI}`).forEach(traduciTesto);
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
