package it.pianodizona.assemblea;

import it.pianodizona.assemblea.RegolamentoAssemblea.Deleghe;
import java.time.LocalDate;

/** Rules for tests: those of the product, changed where the test says so. */
final class RegolamentoFixture {

  private final String triennio;
  private final String codiceAts;
  private final String codiceAmbito;
  private boolean giorniLiberi;
  private ModoQuorum modoQuorum = ModoQuorum.TESTE;
  private ModoVoto modoVoto = ModoVoto.CAPITARIO;
  private Maggioranza maggioranzaSchema = Maggioranza.VOTANTI;
  private Astensioni astensioni = Astensioni.ESCLUSE_DAI_VOTANTI;
  private Deleghe deleghe = new Deleghe(true, null, 1);
  private int annoPopolazione = 2011;
  private LocalDate validoDal = LocalDate.of(2024, 1, 10);

  private RegolamentoFixture(String triennio, String codiceAts, String codiceAmbito) {
    this.triennio = triennio;
    this.codiceAts = codiceAts;
    this.codiceAmbito = codiceAmbito;
  }

  static RegolamentoFixture dellAts(String triennio) {
    return new RegolamentoFixture(triennio, "325", RegolamentoAssemblea.QUALSIASI);
  }

  static RegolamentoFixture dellAmbito(String triennio) {
    return new RegolamentoFixture(triennio, "325", "50084");
  }

  RegolamentoFixture giorniLiberi() {
    giorniLiberi = true;
    return this;
  }

  /** By population, with an absolute majority for the schema and abstentions as votes. */
  RegolamentoFixture ponderato(int anno) {
    modoQuorum = ModoQuorum.POPOLAZIONE;
    modoVoto = ModoVoto.PONDERATO;
    maggioranzaSchema = Maggioranza.COMPONENTI;
    astensioni = Astensioni.CONTATE_TRA_I_VOTANTI;
    annoPopolazione = anno;
    return this;
  }

  RegolamentoFixture deleghe(Deleghe regole) {
    deleghe = regole;
    return this;
  }

  RegolamentoFixture validoDal(LocalDate giorno) {
    validoDal = giorno;
    return this;
  }

  RegolamentoAssemblea fatto() {
    return new RegolamentoAssemblea(
        0,
        triennio,
        codiceAts,
        codiceAmbito,
        0,
        validoDal,
        "Regolamento dell'Assemblea, delibera 3/2024",
        LocalDate.of(2024, 1, 10),
        false,
        5,
        giorniLiberi,
        24,
        modoQuorum,
        Soglia.META_PIU_UNO,
        Soglia.UN_TERZO,
        modoVoto,
        Maggioranza.VOTANTI,
        maggioranzaSchema,
        Maggioranza.VOTANTI,
        astensioni,
        deleghe,
        "ISTAT, censimento della popolazione",
        annoPopolazione,
        null);
  }
}
