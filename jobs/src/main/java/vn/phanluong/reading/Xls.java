package vn.phanluong.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A workbook in the format of Excel 97 to 2003. */
final class Xls implements Sheets {
  /** A full sheet is some 100 MB; what is read of one sheet at a time is held in memory. */
  private static final long MOST_BYTES = 256L << 20;

  private final POIFSFileSystem file;
  private final long mostCharacters;
  private final List<Sheet> sheets;

  /**
   * A visible sheet.
   *
   * @param place which of the parts after the workbook's own part is it, from 0
   */
  private record Sheet(String name, int place) {}

  private Xls(POIFSFileSystem file, long mostCharacters) throws IOException {
    this.file = file;
    this.mostCharacters = mostCharacters;
    this.sheets = readSheets();
  }

  /**
   * Opens a legacy document of Office.
   *
   * @throws UnreadableFile if it is no workbook that can be read
   */
  static Xls open(Path path) throws IOException {
    if (path.toFile().length() > MOST_BYTES) {
      throw WorkbookFault.tooMuch("tệp xls hơn 256 MB", "an xls file of more than 256 MB");
    }
    return open(new POIFSFileSystem(path.toFile(), true), path.toFile().length());
  }

  /** The same of one that is held in memory. */
  static Xls open(byte[] bytes) throws IOException {
    return open(new POIFSFileSystem(new ByteArrayInputStream(bytes)), bytes.length);
  }

  private static Xls open(POIFSFileSystem file, long bytes) throws IOException {
    try {
      checkKind(file.getRoot());
      return new Xls(file, Workbook.mostCharacters(bytes));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static void checkKind(DirectoryNode root) {
    // A workbook of Excel 2007 with a password is a legacy document around the encrypted zip.
    if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
      throw WorkbookFault.locked();
    }
    if (root.hasEntryCaseInsensitive("Workbook")) {
      return;
    }
    if (root.hasEntryCaseInsensitive("Book")) {
      throw UnreadableFile.of(
          "sổ tính Excel 95 trở về trước, hãy lưu lại thành xlsx",
          "it is a workbook of Excel 95 or before; save it as xlsx");
    }
    throw UnreadableFile.of("là tài liệu Office khác", "it is another document of Office");
  }

  private InputStream stream() throws IOException {
    for (String name : file.getRoot().getEntryNames()) {
      if (name.toLowerCase(Locale.ROOT).equals("workbook")) {
        return file.getRoot().createDocumentInputStream(name);
      }
    }
    throw new IOException("No stream of the workbook");
  }

  private List<Sheet> readSheets() throws IOException {
    try (InputStream bytes = stream()) {
      XlsGuard.check(bytes);
    }
    List<BoundSheetRecord> all = new ArrayList<>();
    try (InputStream bytes = stream()) {
      RecordFactoryInputStream records = new RecordFactoryInputStream(bytes, false);
      Record record = records.nextRecord();
      while (!(record instanceof EOFRecord)) {
        if (record == null) {
          throw new IOException("The workbook breaks off");
        }
        if (record instanceof BoundSheetRecord sheet) {
          all.add(sheet);
        }
        record = records.nextRecord();
      }
    }
    // The parts of the sheets may follow in another order than their tabs.
    List<BoundSheetRecord> places = new ArrayList<>(all);
    places.sort(Comparator.comparingInt(BoundSheetRecord::getPositionOfBof));
    return all.stream()
        .filter(sheet -> !sheet.isHidden() && !sheet.isVeryHidden())
        .map(sheet -> new Sheet(sheet.getSheetname(), places.indexOf(sheet)))
        .toList();
  }

  @Override
  public List<String> names() {
    return sheets.stream().map(Sheet::name).toList();
  }

  @Override
  public LineSource lines(String name) throws IOException {
    for (Sheet sheet : sheets) {
      if (sheet.name.equals(name)) {
        try (InputStream bytes = stream()) {
          return new XlsLines(XlsCells.read(bytes, sheet.place), mostCharacters);
        }
      }
    }
    throw new IOException("No sheet " + name);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
