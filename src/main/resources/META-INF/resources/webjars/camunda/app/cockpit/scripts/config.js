export default {
  app: {
    name: 'Cockpit',
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
    '../tasklist/scripts/accesso-federato.js',
    '../tasklist/scripts/lingua-it.js',
    '../tasklist/scripts/calendario-it.js',
    '../tasklist/scripts/accessibilita.js',
    '../tasklist/scripts/testi-fissi-it.js',
    '../tasklist/scripts/moduli-it.js',
    'scripts/regione.js'
  ],
  disableWelcomeMessage: true
};
