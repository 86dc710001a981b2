package org.tillwright.server;

/** The nouns that programs decide on when the server says no. Never renamed: registers in the field know them. */
public enum ProblemCode {
    /** The message is not a complete message of its type. */
    MALFORMED(400),
    /** The bearer token is absent, unknown, expired or signed with another key. */
    TOKEN_REFUSED(401),
    /** A message from outside is not signed with the secret that both sides know, or was signed too long ago. */
    SIGNATURE_REFUSED(401),
    /** The token is right but for its times: the two clocks differ. */
    CLOCK_DIFFERS(401),
    NOT_ALLOWED(403),
    NOT_FOUND(404),
    /** Another record was accepted under this workstation and sequence. */
    RECORD_CONFLICT(409),
    /** Another record already brought a transaction or till session of this id. */
    TRANSACTION_CONFLICT(409),
    /** A sealed record goes on from another journal than the one that is here. */
    CHAIN_FORKED(409),
    /** The code already finds another item. */
    CODE_TAKEN(409),
    /** Someone changed the thing after the caller looked at it. */
    CHANGED_MEANWHILE(409),
    /** Another register has the parked cart or the order, or had it. */
    TAKEN_ELSEWHERE(409),
    /** The quotation or layaway was sold or cancelled. */
    ORDER_CLOSED(409),
    TOO_LARGE(413),
    UNKNOWN_KIND(422),
    /** A record without a seal from a register that seals. */
    SEAL_MISSING(422),
    /** A seal that no key of the workstation made over these bytes. */
    SEAL_BROKEN(422),
    /** The message is complete and contradicts itself. */
    UNSOUND_SALE(422),
    UNSOUND_ITEM(422),
    /** Rules of prices or of a store contradict themselves, or refer to nothing. */
    UNSOUND_RULES(422),
    /** The bytes are no picture that registers can show. */
    UNSOUND_PICTURE(422),
    /** What a person entered about people or the shop cannot be taken. */
    UNSOUND_ENTRY(422),
    /** A quotation or layaway contradicts itself. */
    UNSOUND_ORDER(422),
    ENROLMENT_CODE_REFUSED(422),
    SIGN_ON_REFUSED(422),
    SIGN_ON_LOCKED(422),
    /** What is kept under a number cannot be paid with: it is too little, blocked or not known. */
    VALUE_REFUSED(422),
    /** A phone cannot pay here now: no gateway, no answer from it, or it says no to the request. */
    WALLET_REFUSED(422),
    /** The password is too short, too long or too simple. */
    UNSOUND_PASSWORD(422),
    /** The search would take longer than any may; a narrower one will do. */
    SEARCH_TOO_WIDE(422),
    /** A register asked for more receipts than customers can have brought it. */
    TOO_MANY_LOOK_UPS(422),
    SERVER_FAULT(500),
    /** Too many wanted the same rows, or the same dear work, at once; the same call later will do. */
    TOO_BUSY(503),
    /** The database is away; the same call later will do. */
    DATABASE_AWAY(503);

    private final int httpStatus;

    ProblemCode(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    /** Returns the HTTP status that an answer with this code has. */
    public int httpStatus() {
        return httpStatus;
    }
}
