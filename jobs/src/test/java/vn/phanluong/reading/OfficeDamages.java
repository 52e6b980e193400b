package vn.phanluong.reading;

import static vn.phanluong.reading.Damage.cut;
import static vn.phanluong.reading.Damage.flipped;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Damaged legacy workbooks, and workbooks that are locked or another document. */
final class OfficeDamages {
  private static final int SECTOR = 512;

  private OfficeDamages() {}

  static List<Damage> kinds() {
    return List.of(
        xls("cut-xls", "the last sector", random -> cut(legacy(random), random)),
        xls("flipped-xls", "records, sectors", random -> flipped(legacy(random), random)),
        xls("flipped-head", "the first sector", OfficeDamages::flippedHead),
        xls("truncated-sectors", "sectors that are not there", OfficeDamages::truncated),
        xls("circular-fat", "time, by a chain of sectors without end", OfficeDamages::circular),
        xls("odd-records", "lengths and kinds of records", OfficeDamages::oddRecords),
        xls("locked-xls", "a password", OfficeDamages::lockedXls),
        new Damage("locked-xlsx", "a password", ".xlsx", OfficeDamages::lockedXlsx),
        new Damage("other-document", "telling what it is", ".xlsx", OfficeDamages::other),
        new Damage("no-sheet", "sheets that are not there", ".xlsx", OfficeDamages::hidden));
  }

  private static Damage xls(String name, String attacks, Damage.Maker maker) {
    return new Damage(name, attacks, ".xls", maker);
  }

  private static void fill(Sheet sheet, Random random) {
    String[] header = {"SBD", "Toán", "Ngữ văn"};
    for (int i = 0; i < 300; i++) {
      var row = sheet.createRow(i);
      for (int j = 0; j < header.length; j++) {
        if (i == 0) {
          row.createCell(j).setCellValue(header[j]);
        } else if (j == 0) {
          row.createCell(j).setCellValue("58%06d".formatted(i));
        } else {
          row.createCell(j).setCellValue(random.nextInt(41) * 0.25);
        }
      }
    }
  }

  private static byte[] legacy(Random random) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      fill(workbook.createSheet("Điểm"), random);
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] flippedHead(Random random) throws IOException {
    byte[] bytes = legacy(random);
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      bytes[8 + random.nextInt(SECTOR - 8)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static byte[] truncated(Random random) throws IOException {
    byte[] bytes = legacy(random);
    return Arrays.copyOf(bytes, SECTOR * (1 + random.nextInt(bytes.length / SECTOR - 1)));
  }

  /** Chains of the table of sectors lead back into themselves, or anywhere. */
  private static byte[] circular(Random random) throws IOException {
    byte[] bytes = legacy(random);
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int table = (file.getInt(76) + 1) * SECTOR;
    int sectors = bytes.length / SECTOR - 1;
    for (int i = 1 + random.nextInt(sectors); i > 0; i--) {
      file.putInt(table + 4 * random.nextInt(sectors), random.nextInt(sectors));
    }
    return bytes;
  }

  /** Lengths and numbers inside the records become the largest there are. */
  private static byte[] oddRecords(Random random) throws IOException {
    byte[] bytes = legacy(random);
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      int at = SECTOR + random.nextInt(bytes.length - SECTOR - 4);
      Arrays.fill(bytes, at, at + 1 + random.nextInt(4), (byte) (random.nextBoolean() ? 0xff : 0));
    }
    return bytes;
  }

  private static byte[] lockedXls(Random random) throws IOException {
    Biff8EncryptionKey.setCurrentUserPassword("mật khẩu");
    try {
      return legacy(random);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  private static byte[] modern(Random random, boolean isHidden) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("Điểm");
      fill(sheet, random);
      if (isHidden) {
        workbook.createSheet(" ");
        workbook.setSheetHidden(0, true);
      }
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] lockedXlsx(Random random) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("mật khẩu");
      try (OutputStream out = encryptor.getDataStream(file)) {
        out.write(modern(random, false));
      }
      file.writeFilesystem(bytes);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] other(Random random) throws IOException {
    if (random.nextBoolean()) {
      return ArchiveDamages.zip(
          Damage.utf8("<x/>"), "[Content_Types].xml", "_rels/.rels", "word/document.xml");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      byte[] noise = new byte[5000];
      random.nextBytes(noise);
      String name = List.of("WordDocument", "Book", "Workbook", "workbook").get(random.nextInt(4));
      file.createDocument(new ByteArrayInputStream(noise), name);
      file.writeFilesystem(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] hidden(Random random) throws IOException {
    return modern(random, true);
  }
}
