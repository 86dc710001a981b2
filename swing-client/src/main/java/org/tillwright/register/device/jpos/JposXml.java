package org.tillwright.register.device.jpos;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Takes the entries out of the XML of a {@code jpos.xml}. Makers' files name a DTD, which is not looked for. */
final class JposXml {

    /** Most entries; a file that a whole chain shares has some hundreds. */
    private static final int MAX_ENTRIES = 10_000;

    private JposXml() {}

    /** Returns the entries of a file. */
    static List<Element> entries(Path file, byte[] xml) throws JposFileException {
        var handler = new Handler();
        try {
            parser().parse(new ByteArrayInputStream(xml), handler);
        } catch (SAXParseException e) {
            throw new JposFileException(
                    file + " is damaged at line " + e.getLineNumber() + ", column " + e.getColumnNumber() + ": "
                            + e.getMessage(),
                    e);
        } catch (SAXException | IOException e) {
            throw new JposFileException(file + " is damaged: " + e.getMessage(), e);
        }
        if (!handler.isList) {
            throw new JposFileException(file
                    + " is no list of JavaPOS services: it must begin with <JposEntries>. Look for the right file.");
        }
        return handler.entries;
    }

    private static SAXParser parser() throws SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newSAXParser();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform has such a parser", e);
        }
    }

    /** An element with its attributes and what is in it. */
    record Element(String name, Map<String, String> attributes, List<Element> children) {

        /** The value of an attribute without surrounding blanks; empty where there is none. */
        String attribute(String attribute) {
            return attributes.getOrDefault(attribute, "").strip();
        }

        List<Element> all(String child) {
            return children.stream().filter(each -> each.name.equals(child)).toList();
        }

        /** The value of an attribute of the first child of a name. */
        String of(String child, String attribute) {
            return all(child).stream()
                    .findFirst()
                    .map(each -> each.attribute(attribute))
                    .orElse("");
        }
    }

    private static final class Handler extends DefaultHandler {

        private final List<Element> entries = new ArrayList<>();
        private boolean isList;
        private boolean begun;
        private @Nullable Element entry;

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
            if (!begun) {
                begun = true;
                isList = name.equals("JposEntries");
            }
            Element element = new Element(name, copy(attributes), new ArrayList<>());
            if (name.equals("JposEntry")) {
                if (entries.size() == MAX_ENTRIES) {
                    throw new SAXException("it has more than " + MAX_ENTRIES + " entries");
                }
                entry = element;
                entries.add(element);
            } else if (entry != null) {
                entry.children().add(element);
            }
        }

        @Override
        public void endElement(String uri, String local, String name) {
            if (name.equals("JposEntry")) {
                entry = null;
            }
        }

        private static Map<String, String> copy(Attributes attributes) {
            var copy = new LinkedHashMap<String, String>();
            for (int i = 0; i < attributes.getLength(); i++) {
                copy.put(attributes.getQName(i), attributes.getValue(i));
            }
            return copy;
        }

        /** What a file refers to outside itself is nothing. */
        @Override
        public InputSource resolveEntity(@Nullable String publicId, @Nullable String systemId) {
            return new InputSource(new ByteArrayInputStream(new byte[0]));
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
