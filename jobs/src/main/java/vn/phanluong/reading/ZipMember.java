package vn.phanluong.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The one file of a zip archive. Its name is never used as a path. */
final class ZipMember {
  /** An entry that every Office Open XML file has. */
  static final String OFFICE = "[Content_Types].xml";

  private ZipMember() {}

  /** True for a workbook, which is a zip archive too. */
  static boolean isOffice(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry(OFFICE) != null;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The bytes of the only file.
   *
   * @throws UnreadableFile if there are several or none: what belongs to which would be a guess
   * @throws IOException if the archive is damaged
   */
  static InputStream open(Path file) throws IOException {
    ZipFile zip = new ZipFile(file.toFile());
    try {
      List<? extends ZipEntry> members =
          zip.stream().filter(entry -> !entry.isDirectory() && !isLeftover(entry)).toList();
      if (members.size() != 1) {
        throw UnreadableFile.archive(
            "tệp zip có %d tệp".formatted(members.size()),
            "the zip archive holds %d files".formatted(members.size()));
      }
      ZipEntry member = members.get(0);
      // The size the directory states may be any.
      long packed = Math.min(member.getCompressedSize(), file.toFile().length());
      Expanded.check(member.getSize(), packed);
      return new OfZip(new Expanded(zip.getInputStream(member), () -> packed), zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** What operating systems leave in archives. */
  private static boolean isLeftover(ZipEntry entry) {
    return entry.getName().startsWith("__MACOSX/") || entry.getName().endsWith(".DS_Store");
  }

  /** Closes the archive with its member. */
  private static final class OfZip extends FilterInputStream {
    private final ZipFile zip;

    OfZip(InputStream member, ZipFile zip) {
      super(member);
      this.zip = zip;
    }

    @Override
    public void close() throws IOException {
      try (zip) {
        super.close();
      }
    }
  }
}
