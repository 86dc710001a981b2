package org.tillwright.wire.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much a message may hold, for {@link WireReader} and for whoever is about to write: what is written within them can
 * be read again.
 */
final class Limits {

    /** Characters in a key of texts: a language, an id. */
    static final int MAX_KEY = 40;

    private Limits() {}

    /** Returns what is wrong with so long a text, or null. */
    static @Nullable String text(int length, int most) {
        return length > most ? "is longer than " + most + " characters" : null;
    }

    /** Returns what is wrong with so long a list, or null. */
    static @Nullable String list(int size, int most) {
        return size > most ? "has more than " + most + " elements" : null;
    }

    /** Returns what is wrong with so many texts by key, or null. */
    static @Nullable String texts(int size, int most) {
        return size > most ? "has more than " + most + " members" : null;
    }

    /** Returns what is wrong with the key of a text, or null. */
    static @Nullable String key(String key) {
        return key.length() > MAX_KEY ? "has a name longer than " + MAX_KEY + " characters" : null;
    }

    /** Returns all that a message holds too much of. */
    static List<Fault> faultsOf(Record message) {
        Check check = new Check(new ArrayList<>());
        check.record(message, "");
        return check.faults();
    }

    private record Check(List<Fault> faults) {

        void record(Record message, String path) {
            for (WireShape.Part part : WireShape.of(message.getClass()).parts()) {
                Object value = part.of(message);
                if (value instanceof String text) {
                    tell(text(text.length(), part.most()), part, path);
                } else if (value instanceof Record nested) {
                    record(nested, part.in(path));
                } else if (value instanceof List<?> list) {
                    tell(list(list.size(), part.most()), part, path);
                    elements(list, part.in(path));
                } else if (value instanceof Map<?, ?> texts) {
                    tell(Limits.texts(texts.size(), part.most()), part, path);
                    texts(texts, part.in(path));
                }
            }
        }

        private void elements(List<?> list, String field) {
            for (int i = 0; i < list.size(); i++) {
                Object element = list.get(i);
                if (element instanceof Record nested) {
                    record(nested, field + "[" + i + "]");
                } else if (element instanceof String text) {
                    tell(text(text.length(), WireJson.MAX_TEXT), field + "[" + i + "]");
                }
            }
        }

        private void texts(Map<?, ?> texts, String field) {
            texts.forEach((key, text) -> {
                tell(key(key.toString()), field);
                tell(text(text.toString().length(), WireJson.MAX_TEXT), field + "." + key);
            });
        }

        private void tell(@Nullable String fault, WireShape.Part part, String path) {
            if (fault != null) {
                tell(fault, part.in(path));
            }
        }

        private void tell(@Nullable String fault, String field) {
            if (fault != null) {
                faults.add(new Fault(field, fault));
            }
        }
    }
}
