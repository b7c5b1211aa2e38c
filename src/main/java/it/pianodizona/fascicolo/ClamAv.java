package it.pianodizona.fascicolo;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Asks a ClamAV daemon over its INSTREAM command: the file travels, nothing is written to disk. */
@Component
@ConditionalOnProperty(name = "pianodizona.antivirus.attivo", havingValue = "true")
class ClamAv implements Antivirus {

  private static final int PEZZO = 64 * 1024;
  private static final int RISPOSTA_MASSIMA = 4096;
  private static final String SANO = "stream: OK";
  private static final String TROVATO = " FOUND";

  private final AntivirusProperties impostazioni;

  ClamAv(AntivirusProperties impostazioni) {
    this.impostazioni = impostazioni;
  }

  @Override
  public void controlla(byte[] contenuto) {
    var risposta = chiedi(contenuto);
    if (risposta.endsWith(TROVATO)) {
      throw new FileInfetto(risposta.replaceFirst("^stream: ", "").replace(TROVATO, ""));
    }
    if (!risposta.equals(SANO)) {
      throw new AntivirusNonDisponibile(new IOException("Risposta inattesa: " + risposta));
    }
  }

  private String chiedi(byte[] contenuto) {
    int attesa = Math.toIntExact(impostazioni.attesa().toMillis());
    try (var presa = new Socket()) {
      presa.connect(new InetSocketAddress(impostazioni.host(), impostazioni.porta()), attesa);
      presa.setSoTimeout(attesa);
      var uscita = new DataOutputStream(presa.getOutputStream());
      uscita.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
      for (int da = 0; da < contenuto.length; da += PEZZO) {
        int quanti = Math.min(PEZZO, contenuto.length - da);
        uscita.writeInt(quanti);
        uscita.write(contenuto, da, quanti);
      }
      uscita.writeInt(0);
      uscita.flush();
      var risposta = presa.getInputStream().readNBytes(RISPOSTA_MASSIMA);
      return new String(risposta, StandardCharsets.UTF_8).replace("\0", "").strip();
    } catch (IOException e) {
      throw new AntivirusNonDisponibile(e);
    }
  }
}
