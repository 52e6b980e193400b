package vn.phanluong.ops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Builders;

/**
 * Tells one way of making a table from another: contract, indicator definitions, reference lists
 * and the builder's code. A table whose fingerprint changed is built anew as a whole.
 */
final class Fingerprint {
  private Fingerprint() {}

  static String of(Contract contract) {
    MessageDigest digest = sha256();
    digest.update(contract.text().getBytes(StandardCharsets.UTF_8));
    SchemaFiles files = SchemaFiles.bundled();
    for (String folder : new String[] {"reference/", "indicator/", "raw/"}) {
      files
          .under(folder, "")
          .forEach(
              (path, text) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
              });
    }
    digest.update(code(Builders.className(contract)));
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private static byte[] code(String className) {
    String file = "/" + className.replace('.', '/') + ".class";
    try (InputStream code = Fingerprint.class.getResourceAsStream(file)) {
      return code == null ? new byte[0] : code.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
