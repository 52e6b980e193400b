package vn.phanluong.reading;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks over the elements of a part. Names are local: a workbook has no two of one name. */
final class XmlCursor implements AutoCloseable {
  private static final XMLInputFactory FACTORY = factory();

  private final InputStream bytes;
  private final XMLStreamReader reader;
  private final StringBuilder text = new StringBuilder();

  XmlCursor(InputStream bytes) throws XMLStreamException {
    this.bytes = bytes;
    this.reader = FACTORY.createXMLStreamReader(bytes);
  }

  /**
   * Woodstox by name, for it bounds what a part may make it hold: an attribute half a million
   * characters, elements 1,000 deep; text comes in pieces, comments are passed over.
   */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 1_000);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 1_000);
    return factory;
  }

  /** On to the next start or end of an element; false at the end of the part. */
  boolean next() throws XMLStreamException {
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
        return true;
      }
      checkEvent(event);
    }
    return false;
  }

  private static void checkEvent(int event) {
    // No program writes them into a workbook; entities are how little text becomes much.
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw UnreadableFile.of(
          "XML trong sổ tính có DTD hoặc thực thể", "its XML has a DTD or entities");
    }
  }

  boolean atStart(String name) {
    return reader.isStartElement() && reader.getLocalName().equals(name);
  }

  boolean atEnd(String name) {
    return reader.isEndElement() && reader.getLocalName().equals(name);
  }

  /** An attribute without namespace, or null. */
  @Nullable String attribute(String name) {
    return reader.getAttributeValue("", name);
  }

  /** An attribute with one, whichever: the strict form of the standard has another than Excel. */
  @Nullable String foreignAttribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String namespace = reader.getAttributeNamespace(i);
      if (reader.getAttributeLocalName(i).equals(name)
          && namespace != null
          && !namespace.isEmpty()) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /**
   * The text of the element begun.
   *
   * @throws UnreadableFile if it is longer than a cell's may be
   */
  String text() throws XMLStreamException {
    text.setLength(0);
    collect();
    return text.toString();
  }

  /**
   * The text of a string item begun, {@code is} or {@code si}: runs joined, phonetic ones left out.
   */
  String richText() throws XMLStreamException {
    text.setLength(0);
    int depth = 0;
    int phonetic = 0;
    while (depth >= 0 && next()) {
      boolean isPhonetic = reader.getLocalName().equals("rPh");
      if (reader.isEndElement()) {
        depth--;
        phonetic -= isPhonetic ? 1 : 0;
      } else if (phonetic == 0 && reader.getLocalName().equals("t")) {
        collect();
      } else {
        depth++;
        phonetic += isPhonetic ? 1 : 0;
      }
    }
    return XmlEscapes.resolve(text.toString());
  }

  /** Appends up to the end of the element begun. */
  private void collect() throws XMLStreamException {
    int depth = 0;
    while (depth >= 0 && reader.hasNext()) {
      int event = reader.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          RowText.checkText((long) text.length() + reader.getTextLength());
          text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
        default -> checkEvent(event);
      }
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
      bytes.close();
    } catch (IOException | XMLStreamException e) {
      throw WorkbookFault.broken(e);
    }
  }
}
