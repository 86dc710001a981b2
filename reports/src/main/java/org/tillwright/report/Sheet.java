package org.tillwright.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report or one part of it that is printed as a document of its own, in words of one language and not yet laid out.
 *
 * @param alert why it must not be filed as it is; null when nothing is wrong
 * @param notice what a reader must know before the figures, such as that they are not final
 * @param blocks from top to bottom
 */
record Sheet(String title, String subtitle, @Nullable String alert, @Nullable String notice, List<Block> blocks) {

    Sheet {
        blocks = List.copyOf(blocks);
    }

    /** A piece of a sheet. */
    sealed interface Block {}

    /** A thing that is said once: a filter, a name, a time. */
    record Fact(String label, Cell value) implements Block {}

    /** A sentence under what it explains. */
    record Note(String sentence) implements Block {}

    record Figures(Table table) implements Block {}

    record Picture(HourChart chart) implements Block {}
}
