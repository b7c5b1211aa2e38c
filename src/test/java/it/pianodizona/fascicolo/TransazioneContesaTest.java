package it.pianodizona.fascicolo;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.comune.Catena;
import it.pianodizona.comune.TransazioneContesa;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TransazioneContesaTest extends ProvaDiProcesso {

  @Autowired private Protocollo protocollo;
  @Autowired private Catene catene;
  @Autowired private PlatformTransactionManager transazioni;

  @Test
  void chiPrendeUnNumeroDiProtocolloTieneFermiGliAltriFinoAllaFine() {
    assertThat(contesa(() -> protocollo.registra("50084", Protocollo.Verso.ENTRATA, "Prova")))
        .isTrue();
  }

  @Test
  void chiAggiungeUnaProvaAUnaCatenaTieneFermiGliAltriFinoAllaFine() {
    assertThat(contesa(() -> catene.aggiungi("prova:1", Catena.riga("prova")))).isTrue();
  }

  @Test
  void leggereNonFermaNessunoENeppureLaTransazioneDopo() {
    contesa(() -> protocollo.registra("50084", Protocollo.Verso.ENTRATA, "Prova"));

    assertThat(contesa(catene::teste)).isFalse();
    assertThat(TransazioneContesa.segnata()).isFalse();
  }

  private boolean contesa(Runnable lavoro) {
    return new TransactionTemplate(transazioni)
        .execute(
            aperta -> {
              lavoro.run();
              boolean contesa = TransazioneContesa.segnata();
              aperta.setRollbackOnly();
              return contesa;
            });
  }
}
