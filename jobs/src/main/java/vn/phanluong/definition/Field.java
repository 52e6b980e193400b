package vn.phanluong.definition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * @param codes reference list the text is a code, name or alias of, as {@code list.column}; or null
 * @param states cell texts that are no value but say why there is none; with any, field {@code
 *     <name>_state} holds the state of every row
 * @param choices what a sender chooses from in a template, where that is no list of codes: texts,
 *     {@code reference.list.column}, or {@code indicators}; empty if anything
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
    @Nullable String codes,
    Map<String, State> states,
    List<String> choices,
    boolean filled) {

  /** Spark type of the value read; of a day whose year alone enters, a year's. */
  public String type() {
    return door == Door.YEAR ? Cell.YEAR.type() : cell.type();
  }

  /** The field that holds the state of a field with states. */
  public String stateField() {
    return name + "_state";
  }

  /** Whether there is a value, and if not why; zero is a value. */
  public enum State {
    /** A value, zero included (SDMX OBS_STATUS A). */
    REPORTED,
    /** Nothing is said; there may be a value (O). */
    MISSING,
    /** There is something to count, and nobody did (L). */
    NOT_COLLECTED,
    /** There is nothing that could be counted (M). */
    NOT_APPLICABLE;

    /** As tables store it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

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
    /**
     * Eight digits, a lost leading zero restored; or, as of 2016, three letters of a university's
     * exam cluster and six digits; String.
     */
    CANDIDATE_NUMBER("string"),
    /** Several fields, each after its label: «Toán: 6.25 Ngữ văn: 5.50»; holds no value itself. */
    LABELS("string"),
    /** Points of 0 to 10 in hundredths; Short. -1 and blank are «not taken». */
    SCORE("smallint"),
    /** A count of persons; Integer. */
    COUNT("int"),
    /** The calendar year a file is about, 2000 to 2099; Short. */
    YEAR("smallint"),
    /** A calendar year in the life of a person, 1950 to 2099; Short. */
    EARLIER_YEAR("smallint"),
    /** A day in any of the forms dd/mm/yyyy, d-m-yyyy, yyyy-mm-dd; LocalDate. */
    DATE("date"),
    /** A percentage as printed, decimal comma or point kept; String. */
    PERCENT("string"),
    /** A sum of scores, 0 to 100 points in hundredths; Integer. */
    POINTS("int"),
    /** 6 to 12, also in the name of a class: «Lớp 9», «9A1»; Short. */
    GRADE("smallint"),
    /** «2023-2024», by the year it begins in; Short. */
    SCHOOL_YEAR("smallint"),
    /** «x», «có», «không»; Boolean. Blank is not stated. */
    YES_NO("boolean"),
    /** Code of a school, an institution or an occupation: letters, digits, signs; String. */
    CODE("string"),
    /** Ten digits of the sector's database, or the twelve of the national number; String. */
    LEARNER_CODE("string"),
    /** National identity number, 12 digits, or 9 of the older card; String. */
    IDENTITY_NUMBER("string"),
    /** Decimal degrees north, within Việt Nam; Double. */
    LATITUDE("double"),
    /** Decimal degrees east, within Việt Nam; Double. */
    LONGITUDE("double");

    private final String type;

    Cell(String type) {
      this.type = type;
    }

    public String type() {
      return type;
    }
  }
}
