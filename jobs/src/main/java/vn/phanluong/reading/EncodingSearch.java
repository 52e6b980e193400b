package vn.phanluong.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding of text from its first bytes. Marks and valid UTF-8 decide; else the encoding
 * under which most words with marks are syllables a Vietnamese mouth can say.
 */
final class EncodingSearch {
  /** Bytes looked at. */
  static final int SAMPLE = 1 << 20;

  /** Below this share of good words no encoding explains the bytes. */
  private static final double LEAST = 0.6;

  /** Longest UTF-8 character; the sample may end inside one. */
  private static final int LONGEST = 4;

  private EncodingSearch() {}

  /**
   * An encoding and how sure it is.
   *
   * @param mark bytes of the byte-order mark, to be passed over
   * @param confidence share of words with marks that are Vietnamese; 1 where the bytes prove it
   */
  record Found(Encoding encoding, int mark, double confidence) {}

  /** The encoding of a sample; empty if none fits. */
  static Optional<Found> of(byte[] sample) {
    for (Encoding each : new Encoding[] {Encoding.UTF_8, Encoding.UTF_16LE, Encoding.UTF_16BE}) {
      int mark = each.mark(sample);
      if (mark > 0) {
        return Optional.of(new Found(each, mark, 1));
      }
    }
    if (hasZeros(sample)) {
      return zeros(sample);
    }
    if (isUtf8(sample)) {
      return Optional.of(new Found(Encoding.UTF_8, 0, 1));
    }
    return byLetters(sample);
  }

  private static Optional<Found> byLetters(byte[] sample) {
    Found best = null;
    for (Encoding each : new Encoding[] {Encoding.WINDOWS_1258, Encoding.TCVN3, Encoding.VNI}) {
      String text = decoded(each, sample, sample.length);
      double share = text == null ? 0 : Syllables.share(text);
      if (share >= LEAST && (best == null || share > best.confidence())) {
        best = new Found(each, 0, share);
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The byte font of text out of a workbook, which knows letters but not the font they are shown
   * in; empty if the text is what it says.
   */
  static Optional<Found> fontOf(String text) {
    if (text.chars().allMatch(c -> c < 128)) {
      return Optional.empty();
    }
    if (Syllables.share(text) >= LEAST) {
      return Optional.empty();
    }
    Found best = null;
    for (Encoding each : new Encoding[] {Encoding.TCVN3, Encoding.VNI}) {
      ByteFont font = Objects.requireNonNull(each.font());
      double share = Syllables.share(font.read(text));
      if (share >= Math.max(LEAST, best == null ? 0 : best.confidence())) {
        best = new Found(each, 0, share);
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean hasZeros(byte[] sample) {
    for (byte each : sample) {
      if (each == 0) {
        return true;
      }
    }
    return false;
  }

  /** Digits and delimiters have a zero byte in UTF-16, on the side of the greater end. */
  private static Optional<Found> zeros(byte[] sample) {
    int[] zeros = new int[2];
    for (int i = 0; i < sample.length; i++) {
      zeros[i % 2] += sample[i] == 0 ? 1 : 0;
    }
    int some = Math.max(1, sample.length / 8);
    if (zeros[1] >= some && zeros[0] == 0) {
      return Optional.of(new Found(Encoding.UTF_16LE, 0, 1));
    }
    return zeros[0] >= some && zeros[1] == 0
        ? Optional.of(new Found(Encoding.UTF_16BE, 0, 1))
        : Optional.empty();
  }

  private static boolean isUtf8(byte[] sample) {
    boolean isCut = sample.length == SAMPLE;
    for (int less = 0; less < (isCut ? LONGEST : 1); less++) {
      if (decoded(Encoding.UTF_8, sample, sample.length - less) != null) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String decoded(Encoding encoding, byte[] sample, int length) {
    try (Reader reader = encoding.reader(new ByteArrayInputStream(Arrays.copyOf(sample, length)))) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    } catch (IOException e) {
      return null;
    }
  }
}
