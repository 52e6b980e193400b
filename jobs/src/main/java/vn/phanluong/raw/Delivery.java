package vn.phanluong.raw;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.reading.Declared;
import vn.phanluong.reading.FileScreener;
import vn.phanluong.reading.NameMask;
import vn.phanluong.reading.Recognition;
import vn.phanluong.reading.Scope;

/**
 * A file at the door, with what it was recognised as.
 *
 * @param scope as recognised; of a rejected file as much as was declared
 * @param submissionId digest of the bytes and the scope: the same bytes for the same scope are one
 *     submission
 */
record Delivery(
    String path,
    long bytes,
    String sha256,
    Recognition recognition,
    Scope scope,
    String submissionId)
    implements Serializable {
  private static final int ID_BYTES = 12;

  /** Looks at a file; bad content is a rejected recognition, not an exception. */
  static Delivery of(Path file, Declared declared) {
    Recognition recognition = FileScreener.recognise(file, declared);
    String sha256 = HexFormat.of().formatHex(digest(file));
    Scope scope =
        recognition instanceof Recognition.Recognised known ? known.scope() : declared.scope();
    try {
      return new Delivery(
          file.toString(),
          Files.size(file),
          sha256,
          recognition.admitted(),
          scope,
          id(sha256, dataset(recognition), scope));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The file of an earlier submission, screened again: another submission, and the same one each
   * time it is tried.
   */
  Delivery insteadOf(String earlierId) {
    byte[] digest = newSha256().digest((earlierId + "/again").getBytes(StandardCharsets.UTF_8));
    String id = HexFormat.of().formatHex(digest, 0, ID_BYTES);
    return new Delivery(path, bytes, sha256, recognition, scope, id);
  }

  /** Name of the file as the warehouse may keep it; the vault keeps it as delivered. */
  String fileName() {
    return NameMask.of(String.valueOf(Path.of(path).getFileName()));
  }

  /** Dataset it holds, or «unknown». */
  String dataset() {
    return dataset(recognition);
  }

  private static String dataset(Recognition recognition) {
    return recognition instanceof Recognition.Recognised known ? known.dataset() : "unknown";
  }

  /** Sheet a row stands on, named as the warehouse may keep it; blank in a text file. */
  String sheet(int rowNumber) {
    return recognition instanceof Recognition.Recognised known
        ? NameMask.of(known.layout().sheetOf(rowNumber))
        : "";
  }

  /** How its records are read again, as JSON. */
  String layout() {
    return recognition instanceof Recognition.Recognised known
        ? known.layout().ofSheets(NameMask::of).toJson()
        : "{}";
  }

  /** Version of the contract it was screened by, and of its text; null if it was not recognised. */
  @Nullable String rulesVersion() {
    if (!(recognition instanceof Recognition.Recognised known)) {
      return null;
    }
    Contract contract = known.contract();
    byte[] digest = newSha256().digest(contract.text().getBytes(StandardCharsets.UTF_8));
    return contract.version() + "-" + HexFormat.of().formatHex(digest, 0, 4);
  }

  private static String id(String sha256, String dataset, Scope scope) {
    String whole = "%s/%s/%s".formatted(sha256, dataset, scope.text());
    byte[] digest = newSha256().digest(whole.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, ID_BYTES);
  }

  private static byte[] digest(Path file) {
    MessageDigest digest = newSha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return digest.digest();
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
