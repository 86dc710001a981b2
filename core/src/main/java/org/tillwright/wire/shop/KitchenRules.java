package org.tillwright.wire.shop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.pricing.Lists;

/**
 * What is made in a kitchen or at a bar, and where.
 *
 * @param stations places that get tickets; goods of a department that no station names get none
 * @param pickupLetters what the pick-up numbers of a register begin with, by the id of its workstation; null where they follow
 *     from the ids
 */
public record KitchenRules(
        @Nullable @Limit(20) List<Station> stations, @Nullable @Limit(200) Map<String, String> pickupLetters) {

    /** A store in which nothing is made. */
    public static final KitchenRules NONE = new KitchenRules(null, null);

    /** Form of a station's id: it is part of a setting's name at registers. */
    public static final String STATION_FORM = "[a-z0-9][a-z0-9-]{0,19}";

    /**
     * One place with a printer.
     *
     * @param stationId such as kitchen; a register's setting {@code station.kitchen} says where its printer is
     * @param names by language; the store's own is always there
     * @param departmentIds whose goods are made here; a department is one station's at most
     */
    public record Station(
            @Limit(20) String stationId, Map<String, String> names, @Limit(1_000) List<String> departmentIds) {}

    /** The places that get tickets. */
    public List<Station> all() {
        return Lists.of(stations);
    }

    /** Returns where the goods of a department are made; empty for those that nobody makes. */
    public Optional<Station> ofDepartment(String departmentId) {
        return all().stream()
                .filter(station -> station.departmentIds().contains(departmentId))
                .findFirst();
    }
}
