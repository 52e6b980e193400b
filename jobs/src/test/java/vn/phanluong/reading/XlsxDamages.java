package vn.phanluong.reading;

import static vn.phanluong.reading.Damage.cut;
import static vn.phanluong.reading.Damage.flipped;
import static vn.phanluong.reading.Damage.utf8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Damaged and hostile xlsx workbooks, part by part. */
final class XlsxDamages {
  private static final String SHEET = "xl/worksheets/s.xml";
  private static final String TEXTS = "xl/texts.xml";
  private static final String HEADER = row("SBD", "Toán", "Ngữ văn");

  private XlsxDamages() {}

  static List<Damage> kinds() {
    return List.of(
        kind("cut-xlsx", "the directory at the end", random -> cut(good(random), random)),
        kind("flipped-xlsx", "checksums", random -> flipped(good(random), random)),
        kind("billion-laughs", "memory, by entities of entities", XlsxDamages::billionLaughs),
        kind("external-entity", "files and addresses of the host", XlsxDamages::externalEntity),
        kind("shared-text-index", "texts that are not there", XlsxDamages::textIndex),
        kind("huge-row-numbers", "memory, by rows in between", XlsxDamages::rowNumbers),
        kind("huge-columns", "memory, by cells in between", XlsxDamages::columns),
        kind("missing-parts", "parts that are not there", XlsxDamages::missingParts),
        kind("endless-text", "memory, by a cell of 64 MB", XlsxDamages::endlessText).heavy(),
        kind("shared-long-text", "memory, by one text in every cell", XlsxDamages::sharedText)
            .heavy(),
        kind("sheet-bomb", "memory and time, by a sheet of 1 GB", XlsxDamages::sheetBomb).heavy(),
        kind("empty-rows", "time, by a million rows of nothing", XlsxDamages::emptyRows).heavy(),
        kind("deep-xml", "the stack", XlsxDamages::deep),
        kind("many-attributes", "memory, by an element's start", XlsxDamages::attributes),
        kind("odd-targets", "paths out of the workbook", XlsxDamages::targets),
        kind("odd-numbers", "reading of numbers and days", XlsxDamages::numbers),
        kind("odd-types", "cells of no kind, cells twice, cells astray", XlsxDamages::types),
        kind("broken-xml", "the parser", XlsxDamages::brokenXml));
  }

  private static Damage kind(String name, String attacks, Damage.Maker maker) {
    return new Damage(name, attacks, ".xlsx", maker);
  }

  private static String row(String... cells) {
    StringBuilder row = new StringBuilder("<row>");
    for (String cell : cells) {
      row.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  private static String rows(Random random) {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 1; i <= 100; i++) {
      rows.append(row("58%06d".formatted(i), Integer.toString(random.nextInt(11)), "5"));
    }
    return rows.toString();
  }

  /** With the part by which a workbook is told from other archives. */
  private static Map<String, String> parts(String rows) {
    Map<String, String> parts = Workbooks.parts(rows);
    parts.put("[Content_Types].xml", "<Types/>");
    return parts;
  }

  private static byte[] good(Random random) {
    return Workbooks.zip(parts(rows(random)));
  }

  private static byte[] sheet(String rows) {
    return Workbooks.zip(parts(HEADER + rows));
  }

  /** A part of a good workbook as another text. */
  private static byte[] with(
      Random random, String part, java.util.function.UnaryOperator<String> to) {
    Map<String, String> parts = parts(rows(random));
    parts.computeIfPresent(part, (name, text) -> to.apply(text));
    return Workbooks.zip(parts);
  }

  private static String anyPart(Random random) {
    List<String> names = new ArrayList<>(Workbooks.parts("").keySet());
    return names.get(random.nextInt(names.size()));
  }

  private static byte[] billionLaughs(Random random) {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      dtd.append("<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
    }
    dtd.append("]>");
    return with(random, anyPart(random), text -> dtd + text.replaceFirst(">", ">&l29;"));
  }

  private static byte[] externalEntity(Random random) {
    String address =
        List.of("file:///etc/hostname", "http://127.0.0.1:9/x", "/dev/zero", "jar:file:///x!/y")
            .get(random.nextInt(4));
    String dtd =
        random.nextBoolean()
            ? "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]>".formatted(address)
            : "<!DOCTYPE x SYSTEM \"%s\">".formatted(address);
    return with(random, anyPart(random), text -> dtd + text.replaceFirst(">", ">&e;"));
  }

  private static byte[] textIndex(Random random) {
    String index =
        List.of("1", "-1", "99999999", "2147483648", "99999999999999999999", "x", "0.5", "")
            .get(random.nextInt(8));
    return sheet("<row><c t=\"s\"><v>" + index + "</v></c></row>");
  }

  private static byte[] rowNumbers(Random random) {
    String number =
        List.of("1048576", "1048577", "2147483647", "4294967297", "-5", "0", "1", "x")
            .get(random.nextInt(8));
    return sheet("<row r=\"" + number + "\"><c><v>58000001</v></c></row>" + row("58000002", "5"));
  }

  private static byte[] columns(Random random) {
    String place =
        List.of("XFD2", "XFE2", "ZZZZZZZZ2", "2", "a2", "Ă2", "A", "").get(random.nextInt(8));
    String row = "<row><c r=\"%s\"><v>58000001</v></c></row>".formatted(place);
    return sheet(row.repeat(1 + random.nextInt(3000)));
  }

  private static byte[] missingParts(Random random) {
    Map<String, String> parts = parts(rows(random));
    for (int i = random.nextInt(3); i >= 0; i--) {
      parts.remove(anyPart(random));
    }
    return Workbooks.zip(parts);
  }

  private static byte[] endlessText(Random random) throws IOException {
    Map<String, String> parts = parts(HEADER);
    String cell = "<c t=\"%s\"><%s>".formatted(random.nextBoolean() ? "str" : "n", "v");
    String start =
        random.nextBoolean()
            ? "<worksheet><sheetData>" + HEADER + "<row>" + cell
            : "<worksheet><sheetData>" + HEADER + "<row><c t=\"inlineStr\"><is><t>";
    return ArchivedParts.zip(parts, SHEET, start, "5", 64 << 20);
  }

  private static byte[] sharedText(Random random) throws IOException {
    Map<String, String> parts = parts(HEADER);
    parts.put(
        TEXTS, "<sst><si><t>" + "x".repeat(100_000 + random.nextInt(800_000)) + "</t></si></sst>");
    String row = "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(1 + random.nextInt(9)) + "</row>";
    return ArchivedParts.zip(parts, SHEET, "<worksheet><sheetData>" + HEADER, row, 8 << 20);
  }

  private static byte[] sheetBomb(Random random) throws IOException {
    String row =
        List.of("<row/>", "<row><c/></row>", row("58000001", "5", "5"), " ", "<!-- -->")
            .get(random.nextInt(5));
    return ArchivedParts.zip(
        parts(HEADER), SHEET, "<worksheet><sheetData>" + HEADER, row, 256 << 20);
  }

  private static byte[] emptyRows(Random random) {
    return sheet("<row r=\"" + (1_000_000 + random.nextInt(40_000)) + "\"><c><v>5</v></c></row>");
  }

  private static byte[] deep(Random random) {
    String name = List.of("row", "c", "is", "x", "si").get(random.nextInt(5));
    return sheet("<row><c><is>" + ("<" + name + ">").repeat(2 + random.nextInt(300_000)));
  }

  private static byte[] attributes(Random random) {
    StringBuilder element = new StringBuilder("<row");
    if (random.nextBoolean()) {
      for (int i = random.nextInt(100_000); i >= 0; i--) {
        element.append(" a").append(i).append("=\"1\"");
      }
    } else {
      element.append(" r=\"").append("1".repeat(random.nextInt(8_000_000))).append('"');
    }
    return sheet(element.append("><c><v>5</v></c></row>").toString());
  }

  private static byte[] targets(Random random) {
    String target =
        List.of(
                "../../../../../../etc/passwd",
                "file:///etc/passwd",
                "http://127.0.0.1/x",
                "/xl/workbook.xml",
                "..\\..\\x",
                "%00%zz",
                "{x}|^",
                "")
            .get(random.nextInt(8));
    String part = random.nextBoolean() ? "xl/_rels/workbook.xml.rels" : "_rels/.rels";
    return with(
        random, part, text -> text.replaceFirst("Target=\"[^\"]*\"", "Target=\"" + target + "\""));
  }

  private static byte[] numbers(Random random) {
    List<String> odd =
        List.of(
            "NaN",
            "1e999",
            "-1e999",
            "1e-999",
            "0x1p3",
            "1d",
            "9".repeat(400),
            "--5",
            ".",
            "",
            "58000001.5",
            "5.8E7",
            "-0",
            "00005",
            " 5 ",
            "1e308");
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      String type = List.of("n", "d", "b", "e", "str").get(random.nextInt(5));
      rows.append(
          "<row><c><v>58%06d</v></c><c s=\"%d\" t=\"%s\"><v>%s</v></c></row>"
              .formatted(i, random.nextInt(3) - 1, type, odd.get(random.nextInt(odd.size()))));
    }
    return sheet(rows.toString());
  }

  private static byte[] types(Random random) {
    List<String> odd =
        List.of(
            "<c r=\"A2\" t=\"zzz\"><v>1</v></c>",
            "<c r=\"B2\"><f>1/0</f></c>",
            "<c r=\"B2\" t=\"e\"><v>#REF!</v></c>",
            "<c r=\"C2\"/><c r=\"A2\"/>",
            "<c><v>1</v><v>2</v></c>",
            "<v>5</v>",
            "text",
            "<row/>",
            "<c t=\"inlineStr\"/>",
            "<c s=\"99999999999\"><v>5</v></c>",
            "<c s=\"x\"><v>5</v></c>",
            "<c t=\"inlineStr\"><is><t>_x0000__xD800__x000A_</t></is></c>");
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      rows.append("<row>");
      for (int j = random.nextInt(6); j >= 0; j--) {
        rows.append(odd.get(random.nextInt(odd.size())));
      }
      rows.append("</row>");
    }
    return sheet(rows.toString());
  }

  private static byte[] brokenXml(Random random) {
    return with(
        random,
        anyPart(random),
        text -> {
          byte[] bytes =
              random.nextBoolean() ? flipped(utf8(text), random) : cut(utf8(text), random);
          return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        });
  }
}
