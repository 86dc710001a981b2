package org.tillwright.system.engine;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import org.tillwright.browser.Door;

/** One call of the door of core for browsers. */
record Question(Kind kind, List<String> texts) {

    private static final int FIRST_DEPOSIT = 1000;

    /** The methods of the door. */
    enum Kind {
        price,
        deposits,
        giveBack,
        scan,
        readPaymentCode,
        writePaymentCode
    }

    static Question of(Kind kind, String... texts) {
        return new Question(kind, List.of(texts));
    }

    /** Returns what the virtual machine answers. */
    String answer() {
        return switch (kind) {
            case price -> Door.price(texts.get(0), texts.get(1));
            case deposits -> Door.deposits(texts.get(0), texts.get(1), FIRST_DEPOSIT);
            case giveBack -> Door.giveBack(texts.get(0), texts.get(1), texts.get(2));
            case scan -> Door.scan(texts.get(0), texts.get(1));
            case readPaymentCode -> Door.readPaymentCode(texts.get(0));
            case writePaymentCode -> Door.writePaymentCode(texts.get(0));
        };
    }

    /** Returns one line of JSON: the method and what it is given, every letter beyond ASCII escaped. */
    String line() {
        JsonArrayBuilder array = Json.createArrayBuilder().add(kind.name());
        texts.forEach(array::add);
        if (kind == Kind.deposits) {
            array.add(FIRST_DEPOSIT);
        }
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
