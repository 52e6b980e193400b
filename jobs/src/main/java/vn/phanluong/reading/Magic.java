package vn.phanluong.reading;

/** What a file is by its first bytes, whatever its name ends with. */
final class Magic {
  /** So many bytes tell all of them apart. */
  static final int LENGTH = 8;

  private Magic() {}

  static boolean isGzip(byte[] start) {
    return starts(start, 0x1f, 0x8b);
  }

  static boolean isZip(byte[] start) {
    return starts(start, 'P', 'K', 3, 4);
  }

  /** A document of Office before 2007; a workbook with a password is one too. */
  static boolean isLegacy(byte[] start) {
    return starts(start, 0xd0, 0xcf, 0x11, 0xe0);
  }

  private static boolean starts(byte[] bytes, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
