/**
 * Italian names, formats of dates and numbers for the web applications and their date pickers.
 *
 * The translation files do not reach AngularJS's own locale, so this replaces the English ngLocale
 * module before the application starts, as the official angular-i18n files do.
 */
const mesi = [
  'gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno',
  'luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre'
];
const giorni = ['domenica', 'lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato'];
const breve = nome => nome.slice(0, 3);

const formatoNumero = {
  gSize: 3,
  lgSize: 3,
  minInt: 1,
  negPre: '-',
  negSuf: '',
  posPre: '',
  posSuf: ''
};

if (window.angular) {
  window.angular.module('ngLocale', [], ['$provide', $provide => {
    $provide.value('$locale', {
      id: 'it-it',
      localeID: 'it_IT',
      DATETIME_FORMATS: {
        AMPMS: ['AM', 'PM'],
        DAY: giorni,
        SHORTDAY: giorni.map(breve),
        MONTH: mesi,
        SHORTMONTH: mesi.map(breve),
        STANDALONEMONTH: mesi,
        ERANAMES: ['avanti Cristo', 'dopo Cristo'],
        ERAS: ['a.C.', 'd.C.'],
        FIRSTDAYOFWEEK: 0,
        WEEKENDRANGE: [5, 6],
        fullDate: 'EEEE d MMMM y',
        longDate: 'd MMMM y',
        medium: 'dd MMM y HH:mm:ss',
        mediumDate: 'dd MMM y',
        mediumTime: 'HH:mm:ss',
        short: 'dd/MM/yyyy HH:mm',
        shortDate: 'dd/MM/yyyy',
        shortTime: 'HH:mm'
      },
      NUMBER_FORMATS: {
        CURRENCY_SYM: '€',
        DECIMAL_SEP: ',',
        GROUP_SEP: '.',
        PATTERNS: [
          {...formatoNumero, minFrac: 0, maxFrac: 3},
          {...formatoNumero, minFrac: 2, maxFrac: 2, posSuf: '\u00a0\u00a4', negSuf: '\u00a0\u00a4'}
        ]
      },
      pluralCat: n => (n === 1 ? 'one' : 'other')
    });
  }]);
}

// Cockpit writes dates as programs do, and asks nobody how; its module takes our formats after its own
if (document.querySelector('base').getAttribute('app-name') === 'cockpit') {
  window.angular?.module('cam.cockpit').config(['camDateFormatProvider', formati => {
    formati.setDateFormat('DD/MM/YYYY HH:mm:ss', 'normal');
    formati.setDateFormat('DD/MM/YYYY HH:mm', 'abbr');
  }]);
}
