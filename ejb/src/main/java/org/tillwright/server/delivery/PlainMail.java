package org.tillwright.server.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Sends letters of plain text that are no receipts, such as alerts, by the same way as receipts. Tries once: whoever sends
 * keeps what is to be sent, and comes again.
 */
@ApplicationScoped
public class PlainMail {

    @Inject
    Couriers couriers;

    /** How sending ended. */
    public enum Result {
        SENT,
        /** It may work another time. */
        LATER,
        /** It will never work. */
        REFUSED
    }

    /**
     * How sending ended and why.
     *
     * @param detail what the other side said, in one line of at most 300 characters, without the address
     */
    public record Answer(Result result, String detail) {}

    /**
     * A letter.
     *
     * @param noteId the same at every attempt, so that a mailbox can tell a letter that came twice
     * @param senderName the shop's
     */
    public record Note(UUID noteId, String address, String senderName, String subject, String text) {}

    /** Whether the server has been told a mail server; without one letters wait. */
    public boolean isSetUp() {
        return couriers.channels().contains(Channel.EMAIL);
    }

    /** Hands a letter over, within half a minute. No transaction should be open meanwhile. */
    public Answer send(Note note) {
        Letter letter = new Letter(
                note.noteId(),
                note.address(),
                note.senderName(),
                note.subject(),
                note.text(),
                "",
                Letter.Enclosure.NONE,
                Letter.Enclosure.NONE);
        Outcome outcome = couriers.send(Channel.EMAIL, letter).without(note.address());
        return new Answer(Result.valueOf(outcome.kind().name()), outcome.detail());
    }
}
