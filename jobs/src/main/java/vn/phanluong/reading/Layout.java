package vn.phanluong.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the records of one file become fields. Kept with the submission, so that a record can be read
 * again at any time.
 *
 * @param delimiter between the cells of a delimited record; else empty
 * @param charset label of the encoding of a text; of a workbook its byte font, or empty
 * @param sheet sheet of a workbook; empty for a text
 * @param sections parts of the file with one mapping each, in the order of the file; lines outside
 *     all of them are context
 * @param missing cell texts that mean «not taken» in this file
 * @param further sheets after the first, whose rows are numbered on as {@link StackedRows} says
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Layout(
    Kind kind,
    String delimiter,
    String charset,
    String sheet,
    List<Section> sections,
    List<String> missing,
    List<Further> further)
    implements Serializable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A layout kept before workbooks had several sheets names none. */
  public Layout {
    further = further == null ? List.of() : further;
  }

  /** How a record splits into cells, and cells into rows. */
  public enum Kind {
    /** One row a record, cells in the order of a header. */
    DELIMITED,
    /** One row a record, cells apart by blanks. */
    FIXED_WIDTH,
    /** {@code 58000001|Toán:6.20;Văn:5.50;}. */
    LABEL_VALUE,
    /** {@code 58000001,Toán,6.20,Ngữ văn,5.50}. */
    PAIRS,
    /** The table of a plan's appendix: a place a record, a row per column of values. */
    APPENDIX
  }

  /**
   * A part of the file under one mapping.
   *
   * @param firstRow line of its first record of data
   * @param lastRow line of its last record
   * @param fewest cells a record has at least
   * @param most cells after which nothing may stand
   * @param constants text of fields that hold for every record of the part
   */
  public record Section(
      int firstRow,
      int lastRow,
      int fewest,
      int most,
      List<Column> columns,
      Map<String, String> constants)
      implements Serializable {
    boolean holds(int rowNumber) {
      return firstRow <= rowNumber && rowNumber <= lastRow;
    }
  }

  /**
   * A cell that is read.
   *
   * @param cell its place in the record, from 0
   * @param constants text of further fields it decides when it holds a value
   */
  public record Column(int cell, String field, Map<String, String> constants)
      implements Serializable {}

  /**
   * A sheet after the first.
   *
   * @param charset label of its byte font, or empty
   */
  public record Further(String sheet, String charset) implements Serializable {}

  /** The same under other names of the sheets, which only a reading of the file itself asks for. */
  public Layout ofSheets(UnaryOperator<String> names) {
    return new Layout(
        kind,
        delimiter,
        charset,
        names.apply(sheet),
        sections,
        missing,
        further.stream().map(each -> new Further(names.apply(each.sheet), each.charset)).toList());
  }

  /** Names of the sheets that are read, in order; none of a text. */
  public List<String> sheets() {
    return sheet.isEmpty()
        ? List.of()
        : Stream.concat(Stream.of(sheet), further.stream().map(Further::sheet)).toList();
  }

  /** How the rows of its sheets are numbered. */
  public StackedRows rows() {
    return new StackedRows(1 + further.size());
  }

  /** Name of the sheet a row stands on; empty for a text. */
  public String sheetOf(int rowNumber) {
    int at = rows().sheet(rowNumber);
    return at == 0 ? sheet : further.get(at - 1).sheet;
  }

  /** A row as a message names it: with its sheet where there are several. */
  String said(int rowNumber) {
    int row = rows().row(rowNumber);
    return further.isEmpty() ? Integer.toString(row) : NameMask.of(sheetOf(rowNumber)) + "!" + row;
  }

  public String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The layout {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Layout fromJson(String json) {
    try {
      return JSON.readValue(json, Layout.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a layout: " + json, e);
    }
  }

  /** The section a line stands in, or null for context. */
  @Nullable Section sectionAt(int rowNumber) {
    for (Section section : sections) {
      if (section.holds(rowNumber)) {
        return section;
      }
    }
    return null;
  }
}
