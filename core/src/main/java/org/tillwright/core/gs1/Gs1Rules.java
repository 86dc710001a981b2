package org.tillwright.core.gs1;

/**
 * How strictly a code is judged. Each value is always judged by the dictionary; these rules are for the whole.
 *
 * @param refusesIdleFnc1 refuse an FNC1 that separates nothing: twice in a row, or at the end
 * @param checksExclusions refuse identifiers that exclude each other, and one that is repeated with another value
 * @param checksRequisites refuse an identifier without the one that it says something about
 */
public record Gs1Rules(boolean refusesIdleFnc1, boolean checksExclusions, boolean checksRequisites) {

    /** Each value must be right, and that is all. */
    public static final Gs1Rules LENIENT = new Gs1Rules(false, false, false);

    /** As {@link #LENIENT}, and no idle FNC1. */
    public static final Gs1Rules STRICT = new Gs1Rules(true, false, false);

    /** For a till: what contradicts itself is refused, what is merely incomplete is not; labels in shops often are. */
    public static final Gs1Rules CONSISTENT = new Gs1Rules(false, true, false);

    /** Everything that the standard asks of one label. */
    public static final Gs1Rules COMPLETE = new Gs1Rules(false, true, true);
}
