package it.pianodizona.giro;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/**
 * Makes the picture of a page small: its commonest colours only, each pixel in the nearest of them.
 * A page has few colours; the rest are edges of letters.
 */
final class Tavolozza {

  private static final int COLORI = 64;

  private Tavolozza() {}

  static byte[] riduci(byte[] png) {
    try {
      var intera = ImageIO.read(new ByteArrayInputStream(png));
      int larghezza = intera.getWidth();
      int altezza = intera.getHeight();
      int[] punti = intera.getRGB(0, 0, larghezza, altezza, null, 0, larghezza);
      int[] colori = piuFrequenti(punti);
      var ridotta =
          new BufferedImage(larghezza, altezza, BufferedImage.TYPE_BYTE_INDEXED, modello(colori));
      var vicini = new HashMap<Integer, Integer>();
      int[] indici = new int[punti.length];
      for (int i = 0; i < punti.length; i++) {
        indici[i] = vicini.computeIfAbsent(punti[i], punto -> vicino(punto, colori));
      }
      ridotta.getRaster().setPixels(0, 0, larghezza, altezza, indici);
      return scrivi(ridotta);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] piuFrequenti(int[] punti) {
    var volte = new HashMap<Integer, Integer>();
    for (int punto : punti) {
      volte.merge(punto, 1, Integer::sum);
    }
    return volte.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(COLORI)
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }

  private static IndexColorModel modello(int[] colori) {
    return new IndexColorModel(8, colori.length, colori, 0, false, -1, 0);
  }

  private static int vicino(int punto, int[] colori) {
    int migliore = 0;
    int minima = Integer.MAX_VALUE;
    for (int i = 0; i < colori.length; i++) {
      int rosso = (punto >> 16 & 0xff) - (colori[i] >> 16 & 0xff);
      int verde = (punto >> 8 & 0xff) - (colori[i] >> 8 & 0xff);
      int blu = (punto & 0xff) - (colori[i] & 0xff);
      int distanza = rosso * rosso + verde * verde + blu * blu;
      if (distanza < minima) {
        minima = distanza;
        migliore = i;
      }
    }
    return migliore;
  }

  private static byte[] scrivi(BufferedImage immagine) throws IOException {
    var scrittore = ImageIO.getImageWritersByFormatName("png").next();
    var parametri = scrittore.getDefaultWriteParam();
    parametri.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parametri.setCompressionQuality(0);
    var uscita = new ByteArrayOutputStream();
    try (var flusso = ImageIO.createImageOutputStream(uscita)) {
      scrittore.setOutput(flusso);
      scrittore.write(null, new IIOImage(immagine, null, null), parametri);
    } finally {
      scrittore.dispose();
    }
    return uscita.toByteArray();
  }
}
