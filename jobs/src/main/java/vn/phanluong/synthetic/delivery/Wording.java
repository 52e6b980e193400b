package vn.phanluong.synthetic.delivery;

import vn.phanluong.definition.Field;

/**
 * How a reporter writes values.
 *
 * @param label which word of a list it uses: 0 names, 1 codes, further ones aliases
 * @param day 0 as 05/09/2024, 1 as 5/9/2024, 2 as 2024-09-05
 * @param hasComma true if decimals stand after a comma
 * @param hasCross true if yes is a cross and no is blank
 * @param year 0 as 2023-2024, 1 as 2023 - 2024, 2 as Năm học 2023-2024
 * @param hasLop true if grades are written «Lớp 9»
 * @param hasGivenApart true if the given name stands in a column of its own
 */
record Wording(
    int label,
    int day,
    boolean hasComma,
    boolean hasCross,
    int year,
    boolean hasLop,
    boolean hasGivenApart) {
  private static final int HUNDRED = 100;

  /** The text of a value; codes, ISO days and hundredths become what people write. */
  String text(Field field, String value) {
    if (value.isEmpty()) {
      return value;
    }
    return switch (field.cell()) {
      case DATE -> day(value);
      case SCHOOL_YEAR -> schoolYear(value);
      case SCORE, POINTS -> decimal(points(value));
      case LATITUDE, LONGITUDE -> decimal(value);
      case YES_NO -> yesNo(value);
      case GRADE -> hasLop ? "Lớp " + value : value;
      default -> coded(field, value);
    };
  }

  private String coded(Field field, String value) {
    CodeWords words = CodeWords.of(field);
    return words == null ? value : words.word(value, label);
  }

  private String day(String value) {
    if (day == 2 || value.length() != 10) {
      return value;
    }
    String year = value.substring(0, 4);
    if (day == 0) {
      return value.substring(8) + "/" + value.substring(5, 7) + "/" + year;
    }
    return bare(value.substring(8)) + "/" + bare(value.substring(5, 7)) + "/" + year;
  }

  private static String bare(String twoDigits) {
    return twoDigits.charAt(0) == '0' ? twoDigits.substring(1) : twoDigits;
  }

  private String schoolYear(String value) {
    if (value.length() != 4) {
      return value;
    }
    int first = Integer.parseInt(value);
    return switch (year) {
      case 0 -> first + "-" + (first + 1);
      case 1 -> first + " - " + (first + 1);
      default -> "Năm học " + first + "-" + (first + 1);
    };
  }

  /** Hundredths as points: 825 is 8.25; a value with a point is points already. */
  private static String points(String value) {
    if (value.indexOf('.') >= 0 || value.indexOf('-') >= 0) {
      return value;
    }
    int hundredths = Integer.parseInt(value);
    int rest = hundredths % HUNDRED;
    String whole = Integer.toString(hundredths / HUNDRED);
    if (rest == 0) {
      return whole;
    }
    return whole + "." + (rest % 10 == 0 ? rest / 10 : (rest < 10 ? "0" : "") + rest);
  }

  private String decimal(String value) {
    return hasComma ? value.replace('.', ',') : value;
  }

  private String yesNo(String value) {
    boolean isYes = value.equals("true");
    if (hasCross) {
      return isYes ? "x" : "";
    }
    return isYes ? "có" : "không";
  }
}
