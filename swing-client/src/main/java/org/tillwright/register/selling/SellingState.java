package org.tillwright.register.selling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.cart.CartState;
import org.tillwright.register.component.TabBar;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.FunctionKey;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.tile.Tile;

/**
 * Everything the selling screen shows, ready to draw. Amounts are already written for the operator's language.
 *
 * @param department id of the department whose tiles are shown; empty while tiles answer a search
 * @param marked which tile Enter takes; -1 for none
 * @param question asked in place of the tiles, or null
 * @param prompt what has to be keyed first, or null
 * @param choices a list to choose from, or null
 * @param functions the function keys of the first screen
 * @param more the other functions while they are shown; empty otherwise
 * @param allFunctions every function, for the keyboard's keys
 * @param entryHint what stands in the empty entry field
 * @param hasLine whether there is a line that keys can act on
 * @param canPay whether the tender keys are lit
 */
public record SellingState(
        CartState cart,
        Announcement notice,
        List<TabBar.Tab> departments,
        String department,
        List<Tile> tiles,
        int marked,
        @Nullable Question question,
        @Nullable Prompt prompt,
        @Nullable Choices choices,
        List<FunctionKey> functions,
        List<FunctionKey> more,
        List<FunctionKey> allFunctions,
        String entryHint,
        boolean hasLine,
        boolean canPay,
        String cashLabel) {

    public static final SellingState EMPTY = new SellingState(
            CartState.EMPTY,
            Announcement.NONE,
            List.of(),
            "",
            List.of(),
            -1,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            "",
            false,
            false,
            "");

    /** True while something is asked in place of the tiles. */
    public boolean asks() {
        return question != null || prompt != null || choices != null;
    }

    public SellingState {
        departments = List.copyOf(departments);
        tiles = List.copyOf(tiles);
        functions = List.copyOf(functions);
        more = List.copyOf(more);
        allFunctions = List.copyOf(allFunctions);
    }
}
