package vn.phanluong.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodingTest {
  private static final String TEXT = "SBD,Toán,Văn\n58000001,6.2,5.5\n58000002,7,\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void reads_utf8_and_utf16_with_their_marks_and_gzip() throws IOException {
    byte[] plain = TEXT.getBytes(StandardCharsets.UTF_8);
    assertReads("plain_2021.csv", plain);
    assertReads("mark_2021.csv", ("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8));
    assertReads("little_2021.csv", ("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16LE));
    assertReads("big_2021.csv", ("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16BE));
    assertReads("packed_2021.csv", ArchiveDamages.gzip(plain));
    assertReads("packed_2021.zip", ArchiveDamages.zip(plain, "../../58.csv", "__MACOSX/58.csv"));
  }

  @Test
  void reads_an_older_encoding_and_says_how_sure_it_is() {
    byte[] bytes = TEXT.getBytes(Charset.forName("windows-1258"));
    assertReads("old_2021.csv", bytes);
    Path file = folder.resolve("old_2021.csv");
    Recognition.Recognised recognised =
        (Recognition.Recognised) FileScreener.recognise(file, Declared.nothing());
    assertThat(recognised.layout().charset()).isEqualTo("windows-1258");
    assertThat(recognised.findings())
        .extracting(Finding::code)
        .containsExactly("file.encoding-guessed");
    assertThat(recognised.findings().get(0).vi()).contains("windows-1258, 100 %");
  }

  private void assertReads(String name, byte[] bytes) {
    Screened screened = Screened.of(Screened.write(folder, name, bytes), Declared.nothing());
    assertThat(screened.values("toan")).containsExactly((short) 620, (short) 700);
    assertThat(screened.records().get(0).record()).isEqualTo("SBD,Toán,Văn");
  }

  @Test
  void rejects_what_is_no_text_and_says_what_to_do() throws IOException {
    assertRejects("SBD,élève,façade,très\n1,2,3,4\n".getBytes(ISO_8859_1), "encoding");
    assertRejects(new byte[] {'P', 'K', 3, 4, 0, 0}, "compression");
    byte[] two = ArchiveDamages.zip(TEXT.getBytes(UTF_8), "a.csv", "b.csv");
    assertRejects(two, "file.archive", "holds 2 files");
    byte[] nested = ArchiveDamages.zip(ArchiveDamages.zip(TEXT.getBytes(UTF_8), "a.csv"), "b.zip");
    assertRejects(nested, "file.archive", "another archive");
    assertRejects(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0}, "compression");
    byte[] packed = ArchiveDamages.gzip(TEXT.repeat(1000).getBytes(StandardCharsets.UTF_8));
    assertRejects(Arrays.copyOf(packed, 30), "compression");
  }

  @Test
  void rejects_a_line_without_end_and_says_where_to_look() {
    byte[] bytes = "SBD,Toán\n1,".concat("5".repeat(10_100_000)).getBytes(UTF_8);
    Path file = Screened.write(folder, "endless_2021.csv", bytes);
    Finding finding =
        ((Recognition.Rejected) FileScreener.recognise(file, Declared.nothing())).finding();
    assertThat(finding.code()).isEqualTo("file.over-limit");
    assertThat(finding.en()).contains("ten million", "quotes left open");
    assertThat(finding.vi()).contains("10 triệu", "dấu nháy");
  }

  @Test
  void stops_unpacking_a_bomb() throws IOException {
    byte[] zeros = ArchiveDamages.gzip(new byte[101_000_000]);
    InputStream honest = new GZIPInputStream(new ByteArrayInputStream(zeros));
    assertThat(new Expanded(honest, () -> 1_000_000).transferTo(OutputStream.nullOutputStream()))
        .isEqualTo(101_000_000);
    InputStream bomb = Expanded.gzip(new ByteArrayInputStream(zeros), 1 << 16);
    assertThatThrownBy(() -> bomb.transferTo(OutputStream.nullOutputStream()))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("200 times");
  }

  private void assertRejects(byte[] bytes, String reason) {
    assertRejects(bytes, "file.unreadable", reason);
  }

  private void assertRejects(byte[] bytes, String code, String reason) {
    Path file = Screened.write(folder, "bad_2021.csv", bytes);
    Recognition recognition = FileScreener.recognise(file, Declared.nothing());
    assertThat(recognition).isInstanceOf(Recognition.Rejected.class);
    Finding finding = ((Recognition.Rejected) recognition).finding();
    assertThat(finding.code()).isEqualTo(code);
    assertThat(finding.severity()).isEqualTo(Severity.REJECT_FILE);
    assertThat(finding.en())
        .contains(reason, code.equals("file.archive") ? "Unpack it" : "CSV in UTF-8");
    assertThat(finding.vi())
        .contains(code.equals("file.archive") ? "giải nén" : "CSV mã hóa UTF-8");
  }

  @Test
  void surfaces_a_file_that_breaks_off_after_its_head() throws IOException {
    StringBuilder text = new StringBuilder("SBD,Toán,Văn\n");
    for (int i = 0; i < 200_000; i++) {
      text.append("58%06d,%d.%d,\n".formatted(i, i % 10, i * 7 % 10));
    }
    byte[] packed = ArchiveDamages.gzip(text.toString().getBytes(StandardCharsets.UTF_8));
    byte[] cut = Arrays.copyOf(packed, packed.length / 2);
    Path file = Screened.write(folder, "cut_2021.csv.gz", cut);
    Recognition recognition = FileScreener.recognise(file, new Declared(null, "58", null));
    assertThat(recognition).isInstanceOf(Recognition.Recognised.class);
    try (CloseableIterator<ScreenedRecord> records =
        FileScreener.records(file, (Recognition.Recognised) recognition)) {
      assertThatThrownBy(() -> records.forEachRemaining(record -> {}))
          .isInstanceOf(UnreadableFile.class)
          .hasMessageContaining("broken or cut off");
    }
  }
}
