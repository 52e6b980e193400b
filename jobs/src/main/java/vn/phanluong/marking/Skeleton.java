package vn.phanluong.marking;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.XMLStreamWriter2;
import org.jspecify.annotations.Nullable;

/**
 * An xlsx without the cells of its sheets and without its shared texts: small enough for POI
 * however large the workbook is. Both stand by in the original and come back unchanged.
 */
final class Skeleton {
  /** XmlBeans holds some eight times of it in memory. */
  private static final long MOST_XML = 24_000_000;

  private final Map<String, ZipEntry> leftOut = new HashMap<>();
  private long xml;

  private Skeleton() {}

  /**
   * Writes the skeleton of a workbook.
   *
   * @throws CopyFault if it is still too large
   */
  static Skeleton write(ZipFile original, Path target) throws IOException {
    Skeleton skeleton = new Skeleton();
    try (OutputStream file = Files.newOutputStream(target);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Enumeration<? extends ZipEntry> all = original.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (!entry.isDirectory()) {
          zip.putNextEntry(new ZipEntry(entry.getName().replace('\\', '/')));
          skeleton.copy(original, entry, zip);
          zip.closeEntry();
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return skeleton;
  }

  private void copy(ZipFile original, ZipEntry entry, OutputStream out)
      throws IOException, XMLStreamException {
    String root = isXml(entry) ? root(original, entry) : "";
    boolean isSheet = "worksheet".equals(root);
    if (isSheet || "sst".equals(root)) {
      leftOut.put(key(entry.getName()), entry);
      try (InputStream in = original.getInputStream(entry)) {
        Counted counted = new Counted(out);
        without(isSheet ? "sheetData" : "sst", in, counted);
        check(counted.count);
      }
      return;
    }
    if (isXml(entry)) {
      check(Math.max(0, entry.getSize()));
    }
    try (InputStream in = original.getInputStream(entry)) {
      in.transferTo(out);
    }
  }

  private void check(long more) throws CopyFault {
    xml += more;
    if (xml > MOST_XML) {
      throw new CopyFault("More than %d bytes of XML besides the cells".formatted(MOST_XML));
    }
  }

  private static @Nullable String root(ZipFile original, ZipEntry entry) throws IOException {
    try (InputStream in = original.getInputStream(entry)) {
      return Xml.root(in);
    }
  }

  private static boolean isXml(ZipEntry entry) {
    String name = entry.getName().toLowerCase(Locale.ROOT);
    return name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
  }

  /** All but the children of one element. */
  private static void without(String name, InputStream bytes, OutputStream target)
      throws XMLStreamException {
    XMLStreamReader2 in = Xml.reader(bytes);
    XMLStreamWriter2 out = Xml.writer(target);
    int depth = 0;
    int leftOutAt = Integer.MAX_VALUE;
    while (in.hasNext()) {
      in.next();
      depth -= in.isEndElement() ? 1 : 0;
      if (in.isEndElement() && depth <= leftOutAt) {
        leftOutAt = Integer.MAX_VALUE;
      }
      if (leftOutAt == Integer.MAX_VALUE) {
        Xml.pass(in, out);
        leftOutAt = Xml.isStart(in, name) ? depth : leftOutAt;
      }
      depth += in.isStartElement() ? 1 : 0;
    }
    out.flush();
  }

  /** The entry of the original that was left out of a part; null if the part is whole. */
  @Nullable ZipEntry leftOut(String part) {
    return leftOut.get(key(part));
  }

  /** A sheet is taken away; POI gives the name of its part to the next one it makes. */
  void forget(String part) {
    leftOut.remove(key(part));
  }

  /** Names of parts know no case, and some writers part them by a backslash. */
  static String key(String part) {
    return part.replace('\\', '/').replaceFirst("^/+", "").toLowerCase(Locale.ROOT);
  }

  /** Counts what passes; closing is left to the zip around it. */
  private static final class Counted extends java.io.FilterOutputStream {
    private long count;

    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      count += length;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      count++;
    }
  }
}
