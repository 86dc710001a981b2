package org.tillwright.core.paymentqr;

/**
 * One thing that is wrong with a payload.
 *
 * @param field where: the ids of EMVCo's data objects from the outside in, such as {@code 62.05}, or the number of the line
 *     of a credit transfer; empty for the whole
 * @param sentence what is wrong, for IT people; programs look at the code
 */
public record PayloadFault(Code code, String field, String sentence) {

    /** The kinds of fault there are. */
    public enum Code {
        /** It cannot be taken apart. */
        BROKEN,
        MISSING,
        TWICE,
        TOO_LONG,
        TOO_SHORT,
        /** A letter that may not stand there, or that the payload's encoding has not. */
        LETTERS,
        /** A value that its list does not have. */
        UNKNOWN,
        /** An amount, fee or percentage that cannot be. */
        RANGE,
        /** A check digit or checksum says that something was misread or mistyped. */
        CHECK,
        /** Two things that exclude each other, or one that needs another. */
        TOGETHER
    }
}
