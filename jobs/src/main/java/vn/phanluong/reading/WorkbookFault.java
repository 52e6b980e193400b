package vn.phanluong.reading;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.EncryptedDocumentException;
import org.jspecify.annotations.Nullable;

/** Why a workbook cannot be read, as the rejection of its file. */
final class WorkbookFault {
  private WorkbookFault() {}

  static UnreadableFile broken(Exception cause) {
    UnreadableFile fault =
        UnreadableFile.of("sổ tính bị hỏng hoặc bị cắt", "it is a workbook, but broken or cut off");
    fault.initCause(cause);
    return fault;
  }

  static UnreadableFile locked() {
    return UnreadableFile.of(
        "sổ tính có mật khẩu, hãy bỏ mật khẩu", "the workbook asks for a password; remove it");
  }

  static UnreadableFile tooMuch(String vi, String en) {
    return UnreadableFile.overLimit("sổ tính, " + vi, "a workbook, " + en);
  }

  /**
   * Does a step of reading. On damaged bytes the libraries throw whatever they stumble over, and
   * none of it is a bug of ours.
   *
   * @throws UnreadableFile whatever the step throws
   */
  static <T extends @Nullable Object> T reading(Step<T> step) {
    try {
      return step.take();
    } catch (UnreadableFile e) {
      throw e;
    } catch (EncryptedDocumentException e) {
      throw locked();
    } catch (IOException | XMLStreamException | RuntimeException e) {
      throw broken(e);
    }
  }

  /** A step of reading that may meet damage. */
  interface Step<T extends @Nullable Object> {
    T take() throws IOException, XMLStreamException;
  }
}
