package vn.phanluong.marking;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.phanluong.reading.OwnSheets;

/**
 * An xlsx with its marks. POI adds styles, comments and sheets to a skeleton without cells; the
 * cells come from the original as a stream. So memory does not grow with the rows, and what POI
 * does not know of a sheet is not lost.
 */
final class XlsxCopy {
  private static final int ROWS_IN_MEMORY = 100;

  private final Job job;
  private final Path source;
  private boolean hasMacros;

  /**
   * @param source the delivered file, or what it was packed around
   */
  XlsxCopy(Job job, Path source) {
    this.job = job;
    this.source = source;
  }

  /**
   * Writes the copy.
   *
   * @throws CopyFault if too much of it is not in its cells
   */
  void write(OutputStream out) throws IOException {
    Path bones = job.scratch().resolve("skeleton");
    Path body = job.scratch().resolve("body");
    List<String> own = OwnSheets.of(source);
    try (ZipFile original = new ZipFile(source.toFile())) {
      Skeleton skeleton = Skeleton.write(original, bones);
      try (XSSFWorkbook workbook = open(bones)) {
        hasMacros = workbook.isMacroEnabled();
        for (String name : own) {
          skeleton.forget(partOf(workbook.getSheet(name)));
          workbook.removeSheetAt(workbook.getSheetIndex(name));
        }
        Map<String, SheetCopier> copiers = new HashMap<>();
        for (int i = 0; i < job.sheets().size(); i++) {
          XSSFSheet sheet = workbook.getSheet(job.sheets().get(i));
          if (sheet != null) {
            copiers.put(partOf(sheet), copier(sheet, job.found().marks(i), original, skeleton));
          }
        }
        // Not before: it would go on writing the sheets taken away into parts of the same name.
        try (SXSSFWorkbook streamed = new SXSSFWorkbook(workbook, ROWS_IN_MEMORY);
            OutputStream file = Files.newOutputStream(body)) {
          Reports.add(job, streamed, job.sheets());
          streamed.write(file);
        }
        assemble(original, skeleton, body, copiers, out);
      }
    } catch (XMLStreamException | InvalidFormatException e) {
      throw new IOException(e);
    }
  }

  /** A package open for reading alone cannot be written elsewhere either. */
  private static XSSFWorkbook open(Path file) throws IOException, InvalidFormatException {
    OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ_WRITE);
    try {
      return new XSSFWorkbook(parts);
    } catch (IOException | RuntimeException e) {
      parts.revert();
      throw e;
    }
  }

  /** True if it holds macros, which Excel opens under another name only. */
  boolean hasMacros() {
    return hasMacros;
  }

  /** Copies the cells of a marked sheet. */
  private interface SheetCopier {
    void copy(InputStream from, OutputStream to) throws XMLStreamException;
  }

  private static SheetCopier copier(
      XSSFSheet sheet, Marks marks, ZipFile original, Skeleton skeleton)
      throws IOException, XMLStreamException {
    Notes.removeOwn(sheet, marks);
    Notes.add(sheet, marks);
    MarkedStyles styles = new MarkedStyles(sheet);
    SheetCopy.Drawings drawings = drawingsOf(sheet);
    long[] cells = marks.cells();
    // Once to nowhere: the styles must be there before POI writes them.
    ZipEntry entry = skeleton.leftOut(partOf(sheet));
    if (entry == null) {
      throw new IOException("No cells of " + partOf(sheet));
    }
    try (InputStream in = original.getInputStream(entry)) {
      new SheetCopy(cells, styles, drawings).copy(in, OutputStream.nullOutputStream());
    }
    return (from, to) -> new SheetCopy(cells, styles, drawings).copy(from, to);
  }

  private static String partOf(XSSFSheet sheet) {
    return Skeleton.key(sheet.getPackagePart().getPartName().getName());
  }

  private static SheetCopy.Drawings drawingsOf(XSSFSheet sheet) {
    var xml = sheet.getCTWorksheet();
    return new SheetCopy.Drawings(
        xml.isSetDrawing() ? xml.getDrawing().getId() : null,
        xml.isSetLegacyDrawing() ? xml.getLegacyDrawing().getId() : null);
  }

  private static void assemble(
      ZipFile original,
      Skeleton skeleton,
      Path body,
      Map<String, SheetCopier> copiers,
      OutputStream out)
      throws IOException, XMLStreamException {
    try (ZipFile made = new ZipFile(body.toFile())) {
      ZipOutputStream zip = new ZipOutputStream(out);
      for (Enumeration<? extends ZipEntry> all = made.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        ZipEntry whole = skeleton.leftOut(entry.getName());
        zip.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream in =
            whole == null ? made.getInputStream(entry) : original.getInputStream(whole)) {
          SheetCopier copier = copiers.get(Skeleton.key(entry.getName()));
          if (copier == null) {
            in.transferTo(zip);
          } else {
            copier.copy(in, zip);
          }
        }
        zip.closeEntry();
      }
      zip.finish();
    }
  }
}
