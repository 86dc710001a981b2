package org.tillwright.register.device.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.tillwright.register.device.CardSlip;
import org.tillwright.register.device.CardWatcher;

/**
 * Puts the papers together that a terminal sends: line by line with 06 D1, where the last line says that it is the last, or whole
 * with 06 D3, where the receipt type says for whom.
 */
final class Papers {

    /** Attribute of the last line of a paper. */
    private static final int LAST_LINE = 0x81;
    /** So many blank lines, as the next byte says. */
    private static final int FEED = 0xFF;

    private static final int MOST_FEED = 10;

    private final CardWatcher watcher;
    private final List<String> lines = new ArrayList<>();

    Papers(CardWatcher watcher) {
        this.watcher = watcher;
    }

    /** One line: an attribute and text. */
    void line(byte[] data) {
        if (data.length == 0) {
            return;
        }
        int attribute = data[0] & 0xFF;
        byte[] text = Arrays.copyOfRange(data, 1, data.length);
        if (attribute == FEED) {
            int feeds = text.length == 0 ? 1 : Math.min(MOST_FEED, text[0] & 0xFF);
            add(Collections.nCopies(feeds, ""));
            return;
        }
        String printable = ZvtFields.printable(text);
        if (attribute != LAST_LINE || !printable.isBlank()) {
            add(List.of(printable));
        }
        if (attribute == LAST_LINE) {
            end(CardSlip.Kind.UNNAMED);
        }
    }

    /** A whole paper. */
    void block(byte[] data) {
        end(CardSlip.Kind.UNNAMED);
        ZvtFields fields = ZvtFields.of(data, 0);
        add(fields.lines());
        end(kind(fields.receiptType()));
    }

    /** The terminal is done: what came is all of it. */
    void end() {
        end(CardSlip.Kind.UNNAMED);
    }

    private void add(List<String> more) {
        for (String line : more) {
            if (lines.size() < CardSlip.MAX_LINES) {
                lines.add(line);
            }
        }
    }

    private void end(CardSlip.Kind kind) {
        boolean isBlank = lines.stream().allMatch(String::isBlank);
        List<String> paper = List.copyOf(lines);
        lines.clear();
        if (!isBlank) {
            watcher.prints(new CardSlip(kind, paper));
        }
    }

    private static CardSlip.Kind kind(OptionalInt type) {
        return switch (type.orElse(0)) {
            case 1 -> CardSlip.Kind.MERCHANT;
            case 2 -> CardSlip.Kind.CUSTOMER;
            case 3 -> CardSlip.Kind.ADMINISTRATION;
            default -> CardSlip.Kind.UNNAMED;
        };
    }
}
