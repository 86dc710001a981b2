package org.tillwright.core.gs1;

/**
 * One thing that a label says.
 *
 * @param ai application identifier, two to four digits: what is said
 * @param value as it stands in the symbol
 */
public record Element(String ai, String value) {

    /** The standard's short title of the identifier, such as USE BY or EXPIRY; empty if there is no such identifier. */
    public String title() {
        AiEntry entry = AiTable.find(ai);
        return entry == null ? "" : entry.title();
    }
}
