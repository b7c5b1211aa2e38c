package it.pianodizona.simulazione;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws that depend only on the seed and on what is drawn, never on the order of the draws: the
 * same person makes the same choice also when something else in the run changes.
 */
public final class Sorte {

  private final long seme;

  public Sorte(long seme) {
    this.seme = seme;
  }

  /** The draws that belong to a key, e.g. an Ambito, a task and its number. */
  public Tiro di(Object... chiave) {
    long impronta = 0xcbf29ce484222325L;
    for (Object parte : chiave) {
      for (char c : (parte + "|").toCharArray()) {
        impronta = (impronta ^ c) * 0x100000001b3L;
      }
    }
    return new Tiro(new SplittableRandom(new SplittableRandom(seme).nextLong() ^ impronta));
  }

  /** A sequence of draws. */
  public static final class Tiro {

    private final SplittableRandom caso;

    private Tiro(SplittableRandom caso) {
      this.caso = caso;
    }

    /** True with this probability, from 0 to 1. */
    public boolean accade(double probabilita) {
      return caso.nextDouble() < probabilita;
    }

    /** Uniform, both ends included. */
    public int tra(int minimo, int massimo) {
      return caso.nextInt(minimo, massimo + 1);
    }

    /** Uniform from 0 to 1. */
    public double quota() {
      return caso.nextDouble();
    }

    public double triangolare(double minimo, double moda, double massimo) {
      double u = caso.nextDouble();
      double ampiezza = massimo - minimo;
      if (ampiezza <= 0) {
        return minimo;
      }
      double taglio = (moda - minimo) / ampiezza;
      return u < taglio
          ? minimo + Math.sqrt(u * ampiezza * (moda - minimo))
          : massimo - Math.sqrt((1 - u) * ampiezza * (massimo - moda));
    }

    public double esponenziale(double media) {
      return -media * Math.log(1 - caso.nextDouble());
    }

    public <T> T uno(List<T> scelte) {
      return scelte.get(caso.nextInt(scelte.size()));
    }
  }
}
