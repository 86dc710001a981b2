package org.tillwright.system.engine;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import org.tillwright.browser.Door;

/** One call of the door of core for browsers. */
record Question(Kind kind, List<String> texts) {

    /** The methods of the door. */
    enum Kind {
        price,
        scan,
        readPaymentCode,
        writePaymentCode
    }

    static Question price(String cart, String book) {
        return new Question(Kind.price, List.of(cart, book));
    }

    static Question of(Kind kind, String text) {
        return new Question(kind, List.of(text));
    }

    /** Returns what the virtual machine answers. */
    String answer() {
        return switch (kind) {
            case price -> Door.price(texts.get(0), texts.get(1));
            case scan -> Door.scan(texts.get(0));
            case readPaymentCode -> Door.readPaymentCode(texts.get(0));
            case writePaymentCode -> Door.writePaymentCode(texts.get(0));
        };
    }

    /** Returns one line of JSON: the method and what it is given, every letter beyond ASCII escaped. */
    String line() {
        JsonArrayBuilder array = Json.createArrayBuilder().add(kind.name());
        texts.forEach(array::add);
        StringBuilder line = new StringBuilder();
        for (char letter : array.build().toString().toCharArray()) {
            if (letter <= '~') {
                line.append(letter);
            } else {
                line.append(String.format("\\u%04x", (int) letter));
            }
        }
        return line.toString();
    }
}
