/**
 * Declares the page Italian and has the labels ready before the application starts.
 *
 * The applications keep the labels in the browser and refresh them only for the next visit: who
 * opened a page deep inside for the first time saw raw keys, and after an upgrade of ours the old
 * words. Writing the fresh ones here (the await at the end holds the start back) cures both.
 */
document.documentElement.lang = 'it';

const base = document.querySelector('base');
const etichette = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;

async function prepara() {
  const risposta = await fetch(`${etichette}it.json`, {cache: 'no-cache'});
  if (!risposta.ok) {
    return;
  }
  const testi = JSON.stringify(await risposta.json());
  const memoria = JSON.parse(window.localStorage.getItem('camunda-web') || '{}');
  memoria[`${etichette}_locales_data_it_${window.bust}`] = testi;
  window.localStorage.setItem('camunda-web', JSON.stringify(memoria));
}

try {
  await prepara();
} catch {
  // the application loads them by itself
}
