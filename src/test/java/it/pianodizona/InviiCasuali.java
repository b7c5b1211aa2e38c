package it.pianodizona;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a program that knows nothing of forms sends: any value of any kind, anywhere. */
final class InviiCasuali {

  private static final List<String> FRASI =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "true",
          "null",
          "[]",
          "{}",
          "${pianoId}",
          "${execution.setVariable('pianoId', 1)}",
          "#{1+1}",
          "=1+1",
          "' or '1'='1",
          "1; drop table piano",
          "<img src=x onerror=alert(1)>",
          "{{pianoId}}",
          "../../etc/passwd",
          "2024-10-02",
          "2024-10-02T16:00+02:00",
          "16:00",
          "SI",
          "AMMESSA",
          "50084",
          "\u202etesto al contrario",
          "😀".repeat(50),
          "a\u0300".repeat(500));

  private final Random caso;

  InviiCasuali(Random caso) {
    this.caso = caso;
  }

  /** Some of the right values, some others in their place, some keys that nobody asked for. */
  Map<String, Object> sporca(Map<String, ?> giusti, List<String> chiavi) {
    var invio = new HashMap<String, Object>();
    giusti.forEach(
        (chiave, valore) -> {
          if (caso.nextInt(4) > 0) {
            invio.put(chiave, valore);
          }
        });
    for (int i = caso.nextInt(4); i > 0; i--) {
      invio.put(chiavi.get(caso.nextInt(chiavi.size())), valore(0));
    }
    if (caso.nextInt(5) == 0) {
      invio.put(chiave(), valore(0));
    }
    return invio;
  }

  /** A text such as a field of a page may get. */
  String testo() {
    return caso.nextBoolean()
        ? FRASI.get(caso.nextInt(FRASI.size()))
        : rumore(caso.nextInt(20) == 0 ? 5_000 : 40);
  }

  private Object valore(int profondita) {
    return switch (caso.nextInt(profondita > 3 ? 7 : 9)) {
      case 0 -> null;
      case 1 -> caso.nextBoolean();
      case 2 -> caso.nextInt();
      case 3 -> caso.nextLong();
      case 4 -> caso.nextGaussian() * Math.pow(10, caso.nextInt(300));
      case 5 -> FRASI.get(caso.nextInt(FRASI.size()));
      case 6 -> rumore(caso.nextInt(20) == 0 ? 5_000 : 40);
      case 7 -> {
        var elenco = new ArrayList<Object>();
        for (int i = caso.nextInt(4); i > 0; i--) {
          elenco.add(valore(profondita + 1));
        }
        yield elenco;
      }
      default -> {
        var mappa = new HashMap<String, Object>();
        for (int i = caso.nextInt(4); i > 0; i--) {
          mappa.put(chiave(), valore(profondita + 1));
        }
        yield mappa;
      }
    };
  }

  private String chiave() {
    return caso.nextBoolean() ? "x" + caso.nextInt(1_000) : "k" + rumore(12);
  }

  /** Any characters of the basic plane, halves of characters and controls among them. */
  private String rumore(int quanti) {
    var testo = new StringBuilder();
    for (int i = caso.nextInt(quanti + 1); i > 0; i--) {
      testo.append((char) caso.nextInt(caso.nextBoolean() ? 128 : 0x10000));
    }
    return testo.toString();
  }
}
