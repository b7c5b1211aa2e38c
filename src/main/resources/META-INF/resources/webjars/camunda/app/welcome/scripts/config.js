export default {
  app: {
    name: 'Pagina iniziale',
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
    'scripts/profilo.js'
  ],
  links: [
    {
      label: 'Manuale',
      href: '/manuale',
      description: 'Che cosa fare, compito per compito, per ogni ruolo'
    },
    {
      label: 'Avvisi pubblici',
      href: '/avvisi',
      description: 'Gli avvisi rivolti agli enti del Terzo settore'
    }
  ],
  disableWelcomeMessage: true
};
