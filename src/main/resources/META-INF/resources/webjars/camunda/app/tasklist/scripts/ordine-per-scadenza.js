/**
 * Sorts the tasks by due date, the nearest first, until the person chooses another order.
 *
 * Tasklist asks for its own default order (newest first) at every query, which beats the order that
 * the filters declare; the order in the address beats both.
 */
const PER_SCADENZA = '[{"sortBy":"dueDate","sortOrder":"asc"}]';

function ordina() {
  const [percorso, ricerca = ''] = window.location.hash.slice(1).split('?');
  const parametri = new URLSearchParams(ricerca);
  if ((percorso === '/' || percorso === '') && !parametri.has('sorting')) {
    parametri.set('sorting', PER_SCADENZA);
    window.location.replace(`#/?${parametri}`);
  }
}

ordina();
window.addEventListener('hashchange', ordina);
// moves inside the application change the address without telling
setInterval(ordina, 300);
