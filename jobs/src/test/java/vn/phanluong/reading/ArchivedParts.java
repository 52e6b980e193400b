package vn.phanluong.reading;

import static vn.phanluong.reading.Damage.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook one part of which is a piece over and over, never held unpacked. */
final class ArchivedParts {
  private static final int CHUNK = 1 << 20;

  private ArchivedParts() {}

  /**
   * Zips parts.
   *
   * @param large name of the part that is a start, then pieces up to a size in bytes, without end
   */
  static byte[] zip(Map<String, String> parts, String large, String start, String piece, long size)
      throws IOException {
    byte[] chunk = TextDamages.filled("", piece, CHUNK);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      out.setLevel(1);
      for (Map.Entry<String, String> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        if (!part.getKey().equals(large)) {
          out.write(utf8(part.getValue()));
          continue;
        }
        out.write(utf8(start));
        for (long written = 0; written < size; written += chunk.length) {
          out.write(chunk);
        }
      }
    }
    return packed.toByteArray();
  }
}
