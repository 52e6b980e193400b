package vn.phanluong.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The row on which each key of a file first stood, and what it said. Keeps 64-bit digests in open
 * addressing, 40 bytes a row at most, because a national file has a million keys.
 */
final class FirstRows {
  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final int[] key;
  private final int[] person;
  private long[] keys = new long[1 << 10];
  private long[] records = new long[1 << 10];
  private int[] rows = new int[1 << 10];
  private int size;

  /**
   * An earlier row of the same key.
   *
   * @param isSameRecord true if it is the same word for word
   */
  record Earlier(int rowNumber, boolean isSameRecord) {}

  /**
   * @param key places of the key's fields in a row
   * @param person places of the fields that name its person, the first filled counts. Of a row that
   *     names nobody only the same words are a repeat: two pupils may share all but their names.
   */
  FirstRows(int[] key, int[] person) {
    this.key = key;
    this.person = person;
  }

  /** Enters a record's rows, or none of them if one has been there: then that earlier row. */
  @Nullable Earlier enter(int rowNumber, String record, List<@Nullable Object[]> read) {
    long digest = digest(SEED, record);
    for (@Nullable Object[] row : read) {
      int slot = slotOf(keys, digestOfKey(row, digest));
      if (rows[slot] != 0) {
        return new Earlier(rows[slot], records[slot] == digest);
      }
    }
    for (@Nullable Object[] row : read) {
      put(digestOfKey(row, digest), digest, rowNumber);
    }
    return null;
  }

  private void put(long keyDigest, long digest, int rowNumber) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slotOf(keys, keyDigest);
    size += rows[slot] == 0 ? 1 : 0;
    keys[slot] = keyDigest;
    records[slot] = digest;
    rows[slot] = rowNumber;
  }

  private int slotOf(long[] table, long digest) {
    int mask = table.length - 1;
    int slot = (int) (digest ^ (digest >>> 32)) & mask;
    while (rows[slot] != 0 && table[slot] != digest) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldRecords = records;
    int[] oldRows = rows;
    keys = new long[oldKeys.length * 2];
    records = new long[keys.length];
    rows = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldRows[i] != 0) {
        int slot = slotOf(keys, oldKeys[i]);
        keys[slot] = oldKeys[i];
        records[slot] = oldRecords[i];
        rows[slot] = oldRows[i];
      }
    }
  }

  private long digestOfKey(@Nullable Object[] row, long ofRecord) {
    long digest = SEED;
    if (person.length > 0) {
      Object who = null;
      for (int i = 0; i < person.length && who == null; i++) {
        who = row[person[i]];
      }
      if (who == null) {
        return ofRecord;
      }
      digest = digest(digest, who.toString());
    }
    for (int position : key) {
      Object value = row[position];
      digest = digest(digest * PRIME + 1, value == null ? "" : value.toString());
    }
    return digest;
  }

  private static long digest(long seed, String text) {
    long digest = seed;
    for (int i = 0; i < text.length(); i++) {
      digest = (digest ^ text.charAt(i)) * PRIME;
    }
    return digest;
  }
}
