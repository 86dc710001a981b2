package org.tillwright.server.delivery;

/**
 * How one attempt ended.
 *
 * @param detail what the other side said, in one line, without the address
 */
record Outcome(Kind kind, String detail) {

    private static final int MAX_DETAIL = 300;

    enum Kind {
        SENT,
        /** It may work another time. */
        LATER,
        /** It will never work. */
        REFUSED
    }

    Outcome {
        String line = detail.replaceAll("\\p{Cntrl}+", " ").strip();
        detail = line.length() <= MAX_DETAIL ? line : line.substring(0, MAX_DETAIL);
    }

    static Outcome sent(String detail) {
        return new Outcome(Kind.SENT, detail);
    }

    static Outcome later(String detail) {
        return new Outcome(Kind.LATER, detail);
    }

    static Outcome refused(String detail) {
        return new Outcome(Kind.REFUSED, detail);
    }

    /** The same without an address that the other side repeated. */
    Outcome without(String address) {
        return new Outcome(kind, detail.replace(address, "(address)"));
    }
}
