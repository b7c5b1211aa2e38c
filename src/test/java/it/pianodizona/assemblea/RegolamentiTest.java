package it.pianodizona.assemblea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.assemblea.RegolamentoAssemblea.Deleghe;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RegolamentiTest extends ProvaDiSeduta {

  @Override
  void regole() {
    regolamenti.adotta(
        RegolamentoFixture.dellAmbito(piano.triennio())
            .ponderato(2011)
            .deleghe(new Deleghe(true, 2, 2))
            .fatto(),
        "udp");
  }

  @Test
  void valePrimaQuelloDellAmbitoPoiQuelloDellAtsPoiIlSegnaposto() {
    regolamenti.adotta(RegolamentoFixture.dellAts(piano.triennio()).giorniLiberi().fatto(), "ats");

    assertThat(regolamenti.inVigore(piano.pianoId()).codiceAmbito()).isEqualTo(AMBITO);
    var altro = piano();
    assertThat(regolamenti.inVigore(altro.pianoId()).segnaposto()).isTrue();
    regolamenti.adotta(RegolamentoFixture.dellAts(altro.triennio()).fatto(), "ats");
    assertThat(regolamenti.inVigore(altro.pianoId()).codiceAts()).isEqualTo("325");
  }

  @Test
  void unaNuovaVersioneNonToccaLaPrecedenteELaSedutaTieneLaSua() {
    var prima = regolamenti.inVigore(piano.pianoId());

    var nuova = regolamenti.adotta(RegolamentoFixture.dellAmbito(piano.triennio()).fatto(), "udp");

    assertThat(nuova.versione()).isEqualTo(prima.versione() + 1);
    assertThat(nuova.adottatoDa()).isEqualTo("udp");
    assertThat(regolamenti.regolamento(prima.id())).isEqualTo(prima);
    assertThat(regolamenti.inVigore(piano.pianoId())).isEqualTo(nuova);
    assertThat(sedute.quadro(seduta).regolamento()).isEqualTo(prima);
  }

  @Test
  void unaVersioneFuturaNonValeAncoraEIlSuoAttoNonPuoEssereDiDomani() {
    var prima = regolamenti.inVigore(piano.pianoId());
    regolamenti.adotta(
        RegolamentoFixture.dellAmbito(piano.triennio())
            .validoDal(LocalDate.of(2024, 11, 15))
            .fatto(),
        "udp");
    assertThat(regolamenti.inVigore(piano.pianoId())).isEqualTo(prima);
    adesso("2024-11-15T09:00");
    assertThat(regolamenti.inVigore(piano.pianoId())).isNotEqualTo(prima);

    adesso("2024-01-09T09:00");
    assertThatThrownBy(
            () ->
                regolamenti.adotta(RegolamentoFixture.dellAmbito(piano.triennio()).fatto(), "udp"))
        .hasMessageContaining("Data dell'atto");
  }

  @Test
  void nonEntraInVigorePrimaDelSuoAtto() {
    assertThatThrownBy(
            () ->
                regolamenti.adotta(
                    RegolamentoFixture.dellAmbito(piano.triennio())
                        .validoDal(LocalDate.of(2024, 1, 9))
                        .fatto(),
                    "udp"))
        .hasMessageContaining("In vigore dal");
  }

  @Test
  void conIlVotoPonderatoContaLaPopolazioneELoSchemaVuoleLaMaggioranzaDeiComponenti() {
    // Clusone, Rovetta, Ardesio, Castione and Parre: five heads, more than half of the inhabitants
    var grandi = java.util.List.of("016077", "016187", "016012", "016064", "016158");
    entrano(grandi);

    var piano = vota(Punto.PIANO);
    assertThat(piano.scrutinio().favorevoli()).isEqualTo(22_525);
    var voti = tutti(Voto.FAVOREVOLE);
    voti.put("016158", Voto.ASTENUTO);
    assertThat(sedute.vota(seduta, Punto.SCHEMA_ACCORDO, null, voti, CHI).approvata()).isFalse();
  }

  @Test
  void leDelegheSiFermanoAlMassimoDellaSeduta() {
    for (int i = 0; i < 2; i++) {
      sedute.rappresenta(seduta, delegato(comuni.get(i), "Anna Riva"), CHI);
    }

    assertThatThrownBy(() -> sedute.rappresenta(seduta, delegato(comuni.get(2), "Ugo Neri"), CHI))
        .hasMessageContaining("al massimo 2 deleghe");
  }

  @Test
  void seIlRegolamentoNonLeAmmetteNienteDeleghe() {
    regolamenti.adotta(
        RegolamentoFixture.dellAmbito(piano.triennio())
            .deleghe(new Deleghe(false, null, 1))
            .fatto(),
        "udp");
    adesso("2024-10-21T09:00");
    var altra =
        assemblea.convoca(
            assemblea.apriApprovazione(piano.pianoId()),
            new Convocazione(
                alle("2024-10-30T18:00"), null, "Clusone", "1. Piano di Zona", false, null));
    adesso("2024-10-30T18:30");

    assertThatThrownBy(
            () -> sedute.rappresenta(altra.id(), delegato(comuni.get(0), "Anna Riva"), CHI))
        .hasMessageContaining("non ammette deleghe");
  }

  private static Rappresentante delegato(String comune, String nome) {
    return new Rappresentante(
        comune, Rappresentante.Qualita.DELEGATO, nome, "assessora", "delega prot. 12");
  }
}
