package vn.phanluong.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a delivered file.
 *
 * @param cell how a cell of this field is read
 * @param aliases headers under which provinces deliver it, besides its name
 * @param constants further fields a header decides, as {@code alias=field:value}: the header «Ngoai
 *     ngu (N1)» holds the language score and says which language
 * @param unit unit of the value read, or null
 * @param door what of a cell enters the warehouse
 * @param codes what a cell may hold, in the words a sender chooses from: texts, {@code
 *     reference.list.column}, or {@code indicators}; empty if anything
 * @param filled true if it is filled at reading and never delivered
 */
public record Field(
    String name,
    Cell cell,
    boolean required,
    boolean key,
    List<String> aliases,
    List<String> constants,
    String description,
    @Nullable String unit,
    Door door,
    List<String> codes,
    boolean filled) {

  /**
   * What becomes of a delivered cell before anything is stored. Identities go to the vault at the
   * door (Law 91/2025/QH15); only what is left enters {@code raw}.
   */
  public enum Door {
    /** Enters as delivered. */
    KEEP,
    /** Becomes a keyed pseudonym: equal texts stay equal, and nobody can read them. */
    PSEUDONYM,
    /** A day of which the year alone enters. */
    YEAR,
    /** Does not enter; its shape does. */
    WITHHOLD
  }

  /** How a delivered cell is read, and the Java and Spark type that comes out. */
  public enum Cell {
    /** Any text, trimmed; String. */
    TEXT("string"),
    /** Eight digits, a lost leading zero restored; String. */
    CANDIDATE_NUMBER("string"),
    /** Points of 0 to 10 in hundredths; Short. -1 and blank are «not taken». */
    SCORE("smallint"),
    /** A count of persons; Integer. */
    COUNT("int"),
    /** A calendar year; Short. */
    YEAR("smallint"),
    /** A day in any of the forms dd/mm/yyyy, d-m-yyyy, yyyy-mm-dd; LocalDate. */
    DATE("date"),
    /** A percentage as printed, decimal comma or point kept; String. */
    PERCENT("string");

    private final String type;

    Cell(String type) {
      this.type = type;
    }

    public String type() {
      return type;
    }
  }
}
