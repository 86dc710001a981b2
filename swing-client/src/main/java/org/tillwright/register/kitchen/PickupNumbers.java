package org.tillwright.register.kitchen;

import java.time.LocalDate;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.wire.order.PickupNumber;

/**
 * Gives this register's pick-up numbers, from 1 every business day. A number is on disk before it is given, so it is given
 * once; one that a power cut took is left out.
 */
final class PickupNumbers {

    private static final String NOTE = "pickup-number";

    private final Journal journal;

    PickupNumbers(Journal journal) {
        this.journal = journal;
    }

    PickupNumber next(String letters, LocalDate day) throws JournalException {
        synchronized (journal) {
            String[] last = journal.note(NOTE).orElse(" ").split(" ", 2);
            int number = last[0].equals(day.toString()) ? Integer.parseInt(last[1]) + 1 : 1;
            journal.note(NOTE, day + " " + number);
            return new PickupNumber(letters, number);
        }
    }
}
