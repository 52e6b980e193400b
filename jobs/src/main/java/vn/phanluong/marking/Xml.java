package vn.phanluong.marking;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.XMLStreamWriter2;
import org.jspecify.annotations.Nullable;

/** A part of a workbook as a stream of events, in and out; what nobody touches passes unchanged. */
final class Xml {
  private static final XMLInputFactory IN = in();
  private static final WstxOutputFactory OUT = new WstxOutputFactory();

  private Xml() {}

  private static XMLInputFactory in() {
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  static XMLStreamReader2 reader(InputStream bytes) throws XMLStreamException {
    return (XMLStreamReader2) IN.createXMLStreamReader(bytes);
  }

  /** A writer whose declaration is written. */
  static XMLStreamWriter2 writer(OutputStream bytes) throws XMLStreamException {
    XMLStreamWriter2 out = (XMLStreamWriter2) OUT.createXMLStreamWriter(bytes, "UTF-8");
    out.writeStartDocument("UTF-8", "1.0");
    return out;
  }

  /** Name of the outermost element; null if this is no XML. */
  static @Nullable String root(InputStream bytes) throws IOException {
    try {
      XMLStreamReader2 in = reader(bytes);
      while (in.hasNext()) {
        if (in.next() == XMLStreamConstants.START_ELEMENT) {
          return in.getLocalName();
        }
      }
      return null;
    } catch (XMLStreamException e) {
      return null;
    }
  }

  /** Passes the event the reader stands at. */
  static void pass(XMLStreamReader2 in, XMLStreamWriter2 out) throws XMLStreamException {
    int event = in.getEventType();
    if (event != XMLStreamConstants.START_DOCUMENT && event != XMLStreamConstants.END_DOCUMENT) {
      out.copyEventFromReader(in, false);
    }
  }

  static boolean isStart(XMLStreamReader2 in, String name) {
    return in.isStartElement() && in.getLocalName().equals(name);
  }

  static boolean isEnd(XMLStreamReader2 in, String name) {
    return in.isEndElement() && in.getLocalName().equals(name);
  }
}
