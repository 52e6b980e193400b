package vn.phanluong.reading;

import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** What the two formats of a workbook have in common. */
interface Sheets extends AutoCloseable {
  /** Names of the visible sheets, in order. */
  List<String> names();

  /**
   * The rows of a sheet as lines.
   *
   * @throws IllegalArgumentException if no visible sheet has the name
   */
  LineSource lines(String name) throws IOException, XMLStreamException;

  @Override
  void close() throws IOException;
}
