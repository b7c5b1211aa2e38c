export default {
  app: {
    name: 'Compiti',
    vendor: 'Piano di Zona ·'
  },
  locales: {
    availableLocales: ['it'],
    fallbackLocale: 'it'
  },
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'DD/MM/YYYY HH:mm',
    normal: 'DD/MM/YYYY HH:mm',
    long: 'dddd D MMMM YYYY, HH:mm',
    short: 'DD/MM/YYYY'
  },
  customScripts: [
    'scripts/accesso-federato.js',
    'scripts/lingua-it.js',
    'scripts/calendario-it.js',
    'scripts/accessibilita.js',
    'scripts/testi-fissi-it.js',
    'scripts/moduli-it.js',
    'scripts/data-di-lavoro.js',
    'scripts/ordine-per-scadenza.js',
    'scripts/fascicolo.js',
    'scripts/persone.js',
    'scripts/posta.js',
    'scripts/manuale.js'
  ],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'prende in carico il compito selezionato'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'va al primo filtro'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'va al primo compito'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'va al primo campo del modulo'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'apre la finestra per avviare un processo'
    }
  }
};
