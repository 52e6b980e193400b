package vn.phanluong.reading;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Encodings in which delivered text arrives. TCVN3 (also called ABC) and VNI are no character sets
 * of Java's but byte fonts: Western text that looks Vietnamese in a font of its own.
 */
enum Encoding {
  UTF_8("UTF-8", StandardCharsets.UTF_8),
  UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE),
  UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE),
  WINDOWS_1258("windows-1258", Charset.forName("windows-1258")),
  TCVN3("TCVN3", Charset.forName("windows-1252")),
  VNI("VNI", Charset.forName("windows-1252"));

  static final int LONGEST_MARK = 3;

  private final String label;
  private final Charset charset;

  Encoding(String label, Charset charset) {
    this.label = label;
    this.charset = charset;
  }

  /** As layouts store it and messages call it. */
  String label() {
    return label;
  }

  /**
   * The encoding of a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Encoding of(String label) {
    return Arrays.stream(values())
        .filter(encoding -> encoding.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No encoding is called " + label));
  }

  /** True for encodings that nothing in the bytes proves. */
  static boolean isGuess(String label) {
    return Set.of(WINDOWS_1258.label, TCVN3.label, VNI.label).contains(label);
  }

  /** The byte font in which its letters are meant, or null. */
  @Nullable ByteFont font() {
    return switch (this) {
      case TCVN3 -> ByteFont.TCVN3;
      case VNI -> ByteFont.VNI;
      default -> null;
    };
  }

  /** Length of the byte-order mark of this encoding that some bytes begin with, or 0. */
  int mark(byte[] start) {
    byte[] mark =
        switch (this) {
          case UTF_8, UTF_16LE, UTF_16BE -> "\ufeff".getBytes(charset);
          default -> new byte[0];
        };
    boolean isThere =
        start.length >= mark.length && Arrays.mismatch(Arrays.copyOf(start, mark.length), mark) < 0;
    return isThere ? mark.length : 0;
  }

  /** Decodes; bytes that mean nothing end in a CharacterCodingException, never in a guess. */
  Reader reader(InputStream bytes) {
    Reader reader =
        new InputStreamReader(
            bytes,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    ByteFont font = font();
    return font == null ? reader : new FontReader(reader, font);
  }
}
