package org.tillwright.register.kitchen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tillwright.register.kitchen.KitchenTicket.Change;

/**
 * What stations have to be told so that they know what is wanted. Goods are compared by what they are, not by their lines: two
 * lines of one coffee each are two coffees, and another wish is another dish.
 */
public final class KitchenDelta {

    private KitchenDelta() {}

    /**
     * Returns the changes for each station, in the order in which the stations come; what is called off first.
     *
     * @param told what they know
     * @param wanted what they are to know
     */
    public static Map<String, List<Change>> between(List<KitchenLine> told, List<KitchenLine> wanted) {
        Map<KitchenLine, Long> sums = new LinkedHashMap<>();
        wanted.forEach(line -> sums.merge(line.of(0), line.quantityMilli(), Math::addExact));
        told.forEach(line -> sums.merge(line.of(0), -line.quantityMilli(), Math::addExact));
        Map<String, List<Change>> changes = new LinkedHashMap<>();
        for (boolean calledOff : new boolean[] {true, false}) {
            sums.forEach((line, milli) -> {
                if (milli != 0 && milli < 0 == calledOff) {
                    changes.computeIfAbsent(line.stationId(), station -> new ArrayList<>())
                            .add(new Change(calledOff, line.of(Math.abs(milli))));
                }
            });
        }
        return changes;
    }
}
