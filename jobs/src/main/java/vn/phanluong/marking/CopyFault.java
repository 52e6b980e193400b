package vn.phanluong.marking;

import java.io.IOException;

/** A workbook cannot be copied whole; its values can. */
final class CopyFault extends IOException {
  private static final long serialVersionUID = 1L;

  CopyFault(String message) {
    super(message);
  }
}
