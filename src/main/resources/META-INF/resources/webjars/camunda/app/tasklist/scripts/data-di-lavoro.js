/**
 * Makes Tasklist follow the application's working date.
 *
 * In the demonstration the engine's clock can stand in another year. Without this, every due date
 * would look years late and the date pickers would open on today. The address below does not exist
 * in production, and then nothing changes.
 *
 * The clock is replaced before the application starts (the await at the end holds it back), because
 * form-js ignores clicks dated earlier than its own start: for the same reason a later change is
 * followed only forwards, and the page is loaded again for a change backwards.
 */
const base = document.querySelector('base').getAttribute('app-root').replace(/\/camunda\/?$/, '');
const OROLOGIO = `${base}/api/demo/orologio`;
const DEMO = `${base}/demo`;
const SOGLIA_MS = 60_000;

const DataReale = window.Date;
let scarto = 0;
let attivo = false;
let assente = false;

const adesso = () => DataReale.now() + scarto;

const DataDiLavoro = new Proxy(DataReale, {
  construct(reale, argomenti, nuovo) {
    return Reflect.construct(
      reale,
      argomenti.length ? argomenti : [adesso()],
      nuovo === DataDiLavoro ? reale : nuovo
    );
  },
  apply(reale) {
    return new reale(adesso()).toString();
  },
  get(reale, nome) {
    return nome === 'now' ? adesso : Reflect.get(reale, nome);
  }
});

async function leggi() {
  const risposta = await fetch(OROLOGIO, {
    // with this header a missing login does not open the browser's own password dialog
    headers: {Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest'},
    credentials: 'same-origin',
    redirect: 'manual',
    cache: 'no-store'
  });
  if (risposta.status === 404) {
    assente = true;
    return null;
  }
  if (!risposta.ok) {
    return null;
  }
  const istante = DataReale.parse((await risposta.json()).adesso);
  return Number.isNaN(istante) ? null : istante;
}

function segui(istante) {
  const nuovo = istante - DataReale.now();
  if (!attivo) {
    scarto = nuovo;
    attivo = true;
    DataReale.prototype.constructor = DataDiLavoro;
    window.Date = DataDiLavoro;
  } else if (nuovo - scarto > SOGLIA_MS) {
    scarto = nuovo;
  } else if (scarto - nuovo > SOGLIA_MS) {
    window.location.reload();
  }
}

function mostra() {
  let etichetta = document.getElementById('data-di-lavoro');
  if (!etichetta) {
    etichetta = document.createElement('a');
    etichetta.id = 'data-di-lavoro';
    etichetta.href = DEMO;
    etichetta.title = 'Apri la pagina della dimostrazione';
    document.body.append(etichetta);
  }
  const data = new Intl.DateTimeFormat('it-IT', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Rome'
  }).format(adesso());
  const ora = new Intl.DateTimeFormat('it-IT', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Rome'
  }).format(adesso());
  const testo = `Data di lavoro: ${data}, ${ora}`;
  if (etichetta.textContent !== testo) {
    etichetta.textContent = testo;
  }
}

async function aggiorna() {
  if (assente) {
    return;
  }
  try {
    const istante = await leggi();
    if (istante !== null) {
      segui(istante);
    }
  } catch {
    // Tasklist works without the working date
  }
  if (attivo) {
    mostra();
  }
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) {
    aggiorna();
  }
});
window.addEventListener('hashchange', () => {
  if (!attivo) {
    aggiorna();
  }
});
setInterval(() => attivo && mostra(), 30_000);

await aggiorna();
