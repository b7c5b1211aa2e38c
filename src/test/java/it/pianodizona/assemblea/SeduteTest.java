package it.pianodizona.assemblea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.DatoNonValido;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The register of a sitting under the rules of the product: heads, half plus one, one vote each.
 */
class SeduteTest extends ProvaDiSeduta {

  @Test
  void ilNumeroLegaleSiRicalcolaAOgniVotoDaChiEInAula() {
    entrano(comuni.subList(0, 13));
    assertThat(sedute.quadro(seduta).quorum().raggiunto()).isTrue();
    assertThat(vota(Punto.PIANO).valida()).isTrue();
    adesso("2024-10-30T18:40");
    escono(comuni.subList(12, 13));

    var schema = vota(Punto.SCHEMA_ACCORDO);

    assertThat(schema.valida()).isFalse();
    assertThat(schema.quorum().comuniPresenti()).isEqualTo(12);
    assertThat(sedute.quadro(seduta).voti()).doesNotContainKey(schema.id());
    entrano(comuni.subList(20, 21));
    assertThat(vota(Punto.SCHEMA_ACCORDO).valida()).isTrue();
  }

  @Test
  void leOreScritteAManoContanoAlMinutoEAPariMinutoContaLOrdineDelRegistro() {
    sedute.registra(
        seduta, Movimento.Tipo.ENTRATA, comuni.subList(0, 14), LocalTime.of(18, 5), CHI);
    sedute.registra(seduta, Movimento.Tipo.USCITA, comuni.subList(0, 1), LocalTime.of(18, 20), CHI);

    var piano = sedute.vota(seduta, Punto.PIANO, null, tutti(Voto.FAVOREVOLE), CHI);
    escono(comuni.subList(1, 2));

    var quadro = sedute.quadro(seduta);
    assertThat(piano.quorum().comuniPresenti()).isEqualTo(13);
    assertThat(quadro.presentiA(piano)).contains(comuni.get(1));
    assertThat(quadro.presenti()).doesNotContain(comuni.get(1));
    assertThat(quadro.presenze().orari(comuni.get(0))).isEqualTo("18:05–18:20");
    assertThat(quadro.coerente(piano)).isTrue();
  }

  @Test
  void dopoMezzanotteLOraEDelGiornoDopo() {
    entrano(comuni);
    adesso("2024-10-31T00:20");

    sedute.registra(seduta, Movimento.Tipo.USCITA, comuni.subList(0, 1), LocalTime.of(0, 10), CHI);

    assertThat(sedute.quadro(seduta).movimenti())
        .last()
        .satisfies(m -> assertThat(m.quando()).isEqualTo(alle("2024-10-31T00:10")));
  }

  @Test
  void nonSiEntraDueVolteNonSiEsceSenzaEsserciENonSiRegistraIlFuturo() {
    entrano(comuni.subList(0, 2));

    assertThatThrownBy(() -> entrano(comuni.subList(1, 3)))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("risulta già presente");
    assertThatThrownBy(() -> escono(comuni.subList(5, 6))).hasMessageContaining("risulta assente");
    assertThatThrownBy(
            () ->
                sedute.registra(
                    seduta, Movimento.Tipo.ENTRATA, comuni.subList(5, 6), LocalTime.of(19, 0), CHI))
        .hasMessageContaining("«19:00»");
    assertThatThrownBy(() -> entrano(Set.of("015146")))
        .hasMessageContaining("un Comune dell'Ambito");
    assertThat(sedute.quadro(seduta).movimenti()).hasSize(2);
  }

  @Test
  void ilRegistroSiApreAllOraDellaSeduta() {
    adesso("2024-10-30T17:59");

    assertThatThrownBy(() -> entrano(comuni)).hasMessageContaining("30/10/2024 alle 18:00");
  }

  @Test
  void votaChiEInAulaTuttiESoloLoro() {
    entrano(comuni.subList(0, 14));
    var unoDiTroppo = tutti(Voto.FAVOREVOLE);
    unoDiTroppo.put(comuni.get(20), Voto.CONTRARIO);
    var unoDiMeno = tutti(Voto.FAVOREVOLE);
    unoDiMeno.remove(comuni.get(0));

    assertThatThrownBy(() -> sedute.vota(seduta, Punto.PIANO, null, unoDiTroppo, CHI))
        .hasMessageContaining("non risulta presente");
    assertThatThrownBy(() -> sedute.vota(seduta, Punto.PIANO, null, unoDiMeno, CHI))
        .hasMessageContaining("manca il voto di chi è presente")
        .hasMessageContaining("Ardesio");
    assertThatThrownBy(() -> vota(Punto.SCHEMA_ACCORDO))
        .hasMessageContaining("solo dopo l'approvazione del Piano");
    vota(Punto.PIANO);
    assertThatThrownBy(() -> vota(Punto.PIANO)).hasMessageContaining("già stato validamente");
  }

  @Test
  void laParitaNonApprovaELeAstensioniNonContano() {
    entrano(comuni.subList(0, 20));
    var voti = tutti(Voto.ASTENUTO);
    comuni.subList(0, 3).forEach(c -> voti.put(c, Voto.FAVOREVOLE));
    comuni.subList(3, 6).forEach(c -> voti.put(c, Voto.CONTRARIO));
    assertThat(sedute.vota(seduta, Punto.PIANO, null, voti, CHI).approvata()).isFalse();

    voti.put(comuni.get(5), Voto.ASTENUTO);
    var corretta =
        sedute.correggi(
            seduta,
            sedute.quadro(seduta).votazioni().get(0).id(),
            voti,
            "Letto male il voto di un Comune",
            CHI);
    assertThat(corretta.approvata()).isTrue();
  }

  @Test
  void unaPresenzaSbagliataSiAnnullaConUnaRigaCheLaNominaEIlVotoVaCorretto() {
    entrano(comuni.subList(0, 15));
    var voto = vota(Punto.PIANO);
    var sbagliato = sedute.quadro(seduta).movimenti().get(14);

    sedute.annulla(seduta, sbagliato.id(), "Confuso con il Comune vicino", CHI);

    var quadro = sedute.quadro(seduta);
    assertThat(quadro.movimenti())
        .last()
        .satisfies(
            m -> {
              assertThat(m.corregge()).isEqualTo(sbagliato.id());
              assertThat(m.motivo()).contains("Comune vicino");
            });
    assertThat(quadro.coerente(voto)).isFalse();
    assertThatThrownBy(() -> sedute.chiudi(seduta, "P", "S", null, CHI))
        .hasMessageContaining("correggere anche il voto");
    assertThatThrownBy(() -> sedute.annulla(seduta, sbagliato.id(), "ancora", CHI))
        .hasMessageContaining("già stata annullata");

    var voti = new HashMap<String, Voto>();
    comuni.subList(0, 14).forEach(c -> voti.put(c, Voto.FAVOREVOLE));
    var corretta = sedute.correggi(seduta, voto.id(), voti, "Presenza annullata", CHI);
    assertThat(corretta.corregge()).isEqualTo(voto.id());
    assertThat(corretta.scrutinio().favorevoli()).isEqualTo(14);
    var dopo = sedute.quadro(seduta);
    assertThat(dopo.correnti()).extracting(Votazione::id).containsExactly(corretta.id());
    assertThat(dopo.voti().get(corretta.id()))
        .allSatisfy(v -> assertThat(v.corregge()).isNotNull());
    assertThatThrownBy(() -> sedute.correggi(seduta, voto.id(), voti, "di nuovo", CHI))
        .hasMessageContaining("non corretta");
  }

  @Test
  void ilDelegatoHaUnaDelegaScrittaERappresentaUnSoloComune() {
    assertThatThrownBy(() -> delegato(comuni.get(0), "Anna Riva", null))
        .hasMessageContaining("Delega scritta");
    sedute.rappresenta(seduta, delegato(comuni.get(0), "Anna Riva", "delega prot. 12"), CHI);

    assertThatThrownBy(
            () ->
                sedute.rappresenta(
                    seduta, delegato(comuni.get(1), "anna  riva", "delega prot. 13"), CHI))
        .hasMessageContaining("rappresenta già Ardesio")
        .hasMessageContaining("un Comune");
    entrano(comuni.subList(0, 13));
    var voto = vota(Punto.PIANO);
    assertThat(sedute.quadro(seduta).voto(voto, comuni.get(0)).orElseThrow().rappresentante())
        .isEqualTo("Anna Riva, assessora, per delega (delega prot. 12)");
  }

  @Test
  void unCommissarioOUnNuovoSindacoPrendonoIlPostoDiChiCEra() {
    sedute.rappresenta(seduta, delegato(comuni.get(0), "Anna Riva", "delega prot. 12"), CHI);
    sedute.rappresenta(
        seduta,
        new Rappresentante(
            comuni.get(0),
            Rappresentante.Qualita.COMMISSARIO,
            "Piero Gotti",
            null,
            "decreto prefettizio 44/2024"),
        CHI);

    assertThat(sedute.quadro(seduta).rappresentanti().get(comuni.get(0)).descrizione())
        .isEqualTo("Piero Gotti, commissario straordinario (decreto prefettizio 44/2024)");
    // the delegate is free again
    sedute.rappresenta(seduta, delegato(comuni.get(1), "Anna Riva", "delega prot. 15"), CHI);
  }

  @Test
  void chiusoIlRegistroNonSiScrivePiu() {
    assertThat(sedute.chiudi(seduta, "Carla Fornoni", "Ugo Neri", null, CHI).deciso()).isFalse();

    assertThat(sedute.quadro(seduta).chiusura().esito()).isEqualTo(Chiusura.Esito.DESERTA);
    assertThatThrownBy(() -> entrano(comuni)).hasMessageContaining("il registro è chiuso");
    assertThatThrownBy(() -> sedute.chiudi(seduta, "P", "S", null, CHI))
        .hasMessageContaining("il registro è chiuso");
  }

  @Test
  void senzaNumeroLegaleLaChiusuraLoAttesta() {
    entrano(comuni.subList(0, 5));

    var esito = sedute.chiudi(seduta, "Carla Fornoni", "Ugo Neri", null, CHI);

    assertThat(esito).isEqualTo(new EsitoSeduta(false, false));
    assertThat(sedute.quadro(seduta).votazioni())
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.valida()).isFalse();
              assertThat(v.quorum().comuniPresenti()).isEqualTo(5);
            });
    assertThat(sedute.quadro(seduta).chiusura().esito())
        .isEqualTo(Chiusura.Esito.SENZA_NUMERO_LEGALE);
  }

  @Test
  void iMembriRestanoQuelliDelMomentoInCuiIlRegistroSiApre() {
    entrano(comuni.subList(0, 13));
    jdbc.sql("update comune set denominazione = 'Ardesio Nuova' where codice_istat = '016012'")
        .update();
    try {
      assertThat(sedute.quadro(seduta).componenti())
          .extracting(Componente::denominazione)
          .contains("Ardesio");
    } finally {
      jdbc.sql("update comune set denominazione = 'Ardesio' where codice_istat = '016012'")
          .update();
    }
  }

  @Test
  void leRicevuteDegliAvvisiSiRegistranoESiVedonoAccantoAllInvio() {
    assemblea.inviaConvocazione(seduta);
    esegui();
    assemblea.registraRicevuta(
        seduta,
        comuni.get(0),
        new AvvisoDiSeduta.Ricevuta(
            AvvisoDiSeduta.Mezzo.PEC, alle("2024-10-21T09:12"), "ricevuta di consegna 7781"),
        "udp");

    var avvisi = assemblea.avvisi(seduta);
    assertThat(avvisi).hasSize(24).allSatisfy(a -> assertThat(a.consegna()).isNotBlank());
    assertThat(avvisi.get(0).ricevute())
        .singleElement()
        .satisfies(r -> assertThat(r.estremi()).isEqualTo("ricevuta di consegna 7781"));
    assertThatThrownBy(
            () ->
                assemblea.registraRicevuta(
                    seduta,
                    "015146",
                    new AvvisoDiSeduta.Ricevuta(
                        AvvisoDiSeduta.Mezzo.PEC, alle("2024-10-21T09:12"), "x"),
                    "udp"))
        .hasMessageContaining("convocato a questa seduta");
    assertThatThrownBy(
            () ->
                assemblea.registraRicevuta(
                    seduta,
                    comuni.get(0),
                    new AvvisoDiSeduta.Ricevuta(
                        AvvisoDiSeduta.Mezzo.PEC, alle("2024-11-21T09:12"), "x"),
                    "udp"))
        .hasMessageContaining("un momento passato");
  }

  private static Rappresentante delegato(String comune, String nome, String atto) {
    return new Rappresentante(comune, Rappresentante.Qualita.DELEGATO, nome, "assessora", atto);
  }
}
