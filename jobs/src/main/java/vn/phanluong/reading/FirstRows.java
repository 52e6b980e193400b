package vn.phanluong.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The row on which each key of a file first stood, and what it said. Keeps digests in open
 * addressing, 32 bytes a row at most, because a national file has a million keys. What belongs to a
 * key stands side by side: a look-up goes to one place of memory.
 */
final class FirstRows {
  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final int[] key;
  private final int[] person;

  /**
   * By slot two numbers: the key's digest; row number and the upper half of the record's digest. A
   * free slot has row 0.
   */
  private long[] table = new long[1 << 11];

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
      long first = table[slotOf(digestOfKey(row, digest)) + 1];
      if (first != 0) {
        return new Earlier((int) (first >>> 32), (int) first == (int) (digest >>> 32));
      }
    }
    for (@Nullable Object[] row : read) {
      put(digestOfKey(row, digest), ((long) rowNumber << 32) | (digest >>> 32));
    }
    return null;
  }

  private void put(long key, long first) {
    if (size * 4 >= table.length) {
      grow();
    }
    int slot = slotOf(key);
    size += table[slot + 1] == 0 ? 1 : 0;
    table[slot] = key;
    table[slot + 1] = first;
  }

  /** Place of a key in the table, or of the free slot it would take. */
  private int slotOf(long key) {
    int mask = table.length - 2;
    int slot = (int) (key ^ (key >>> 32)) << 1 & mask;
    while (table[slot + 1] != 0 && table[slot] != key) {
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] != 0) {
        int slot = slotOf(old[i]);
        table[slot] = old[i];
        table[slot + 1] = old[i + 1];
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
