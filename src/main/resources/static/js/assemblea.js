/* The register of a sitting: running totals while ticking. Without it the page works all the same. */
(() => {
  "use strict";
  const numero = new Intl.NumberFormat("it-IT");
  const quorum = document.getElementById("quorum");
  const selezione = document.getElementById("selezione");
  const caselle = [...document.querySelectorAll("#modulo-presenze input[name=comuni]")];

  function raggiunto(comuni, abitanti) {
    const d = quorum.dataset;
    const teste = comuni >= Number(d.comuniRichiesti);
    const popolazione = abitanti >= Number(d.abitantiRichiesti);
    if (comuni === 0) return false;
    if (d.modo === "TESTE") return teste;
    return d.modo === "POPOLAZIONE" ? popolazione : teste && popolazione;
  }

  function aggiornaSelezione() {
    const scelte = caselle.filter((c) => c.checked);
    selezione.hidden = scelte.length === 0;
    if (selezione.hidden) return;
    const somma = (lista) => lista.reduce((totale, c) => totale + Number(c.dataset.abitanti), 0);
    const assenti = scelte.filter((c) => c.dataset.stato === "assente");
    const presenti = scelte.filter((c) => c.dataset.stato === "presente");
    const comuni = Number(quorum.dataset.comuniPresenti);
    const abitanti = Number(quorum.dataset.abitantiPresenti);
    const frasi = [`Selezionati ${scelte.length} Comuni, ${numero.format(somma(scelte))} abitanti.`];
    const prevedi = (segno, lista, verbo) => {
      const n = comuni + segno * lista.length;
      const a = abitanti + segno * somma(lista);
      const esito = raggiunto(n, a) ? "il numero legale c'è" : "il numero legale manca";
      frasi.push(`Se ${verbo}: ${n} Comuni, ${numero.format(a)} abitanti, ${esito}.`);
    };
    if (assenti.length > 0) prevedi(1, assenti, "entrano");
    if (presenti.length > 0) prevedi(-1, presenti, "escono");
    selezione.textContent = frasi.join(" ");
  }

  if (caselle.length > 0) {
    document.querySelectorAll(".pdz-solo-script").forEach((e) => { e.hidden = false; });
    document.querySelectorAll("[data-seleziona]").forEach((bottone) => {
      bottone.addEventListener("click", () => {
        caselle.forEach((c) => { c.checked = c.dataset.stato === bottone.dataset.seleziona; });
        aggiornaSelezione();
      });
    });
    caselle.forEach((c) => c.addEventListener("change", aggiornaSelezione));
    aggiornaSelezione();
  }

  document.querySelectorAll(".pdz-scheda").forEach((tabella) => {
    const spoglio = tabella.querySelector(".pdz-spoglio");
    const conta = () => {
      const voti = { FAVOREVOLE: 0, CONTRARIO: 0, ASTENUTO: 0 };
      tabella.querySelectorAll("input:checked").forEach((v) => { voti[v.value] += Number(v.dataset.peso); });
      spoglio.hidden = false;
      spoglio.textContent = `Favorevoli ${numero.format(voti.FAVOREVOLE)}, contrari ${numero.format(voti.CONTRARIO)}, astenuti ${numero.format(voti.ASTENUTO)}`;
    };
    tabella.addEventListener("change", conta);
    conta();
  });
})();
