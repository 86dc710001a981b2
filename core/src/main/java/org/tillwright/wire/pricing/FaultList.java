package org.tillwright.wire.pricing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Rate;
import org.tillwright.core.tax.Tax;
import org.tillwright.wire.json.Fault;

/** Collects what is wrong with a document, and knows the questions that its parts have in common. */
public final class FaultList {

    /** Far beyond any price, and far enough from a long's end that what is worked out of it is exact. */
    public static final long MAX_AMOUNT = 1_000_000_000_000_000L;

    private final List<Fault> faults = new ArrayList<>();

    public List<Fault> all() {
        return List.copyOf(faults);
    }

    public int count() {
        return faults.size();
    }

    public void add(String field, String message) {
        faults.add(new Fault(field, message));
    }

    public void require(boolean holds, String field, String message) {
        if (!holds) {
            add(field, message);
        }
    }

    /** A word that programs decide on. */
    public void oneOf(@Nullable String word, Enum<?>[] known, String field) {
        if (word != null && Arrays.stream(known).noneMatch(value -> value.name().equals(word))) {
            add(field, "is " + word + ", which is none of " + Arrays.toString(known));
        }
    }

    public void amount(@Nullable Long amount, String field) {
        if (amount != null) {
            require(amount >= 0, field, "is negative: " + amount);
            require(amount <= MAX_AMOUNT, field, "is beyond any amount: " + amount);
        }
    }

    /** A percentage from 0 to 1,000. */
    public void percent(@Nullable Long ppm, String field) {
        if (ppm != null) {
            require(ppm >= 0, field, "is a percentage below 0");
            require(ppm <= Tax.MOST, field, "is a percentage above 1,000");
        }
    }

    /** A percentage from 0 to 100: a part of a whole. */
    public void share(@Nullable Long ppm, String field) {
        if (ppm != null) {
            require(ppm >= 0, field, "is a percentage below 0");
            require(ppm <= Rate.WHOLE, field, "is a percentage above 100");
        }
    }

    public void days(@Nullable LocalDate from, @Nullable LocalDate until, String field) {
        require(from == null || until == null || !until.isBefore(from), field + ".until", "is before from: " + until);
    }

    /** Ids must be there, and each once. */
    public void unique(Set<String> before, String id, String field) {
        require(!id.isBlank(), field, "is empty");
        require(before.add(id), field, "names " + id + " a second time");
    }

    /** Each of a list of names must be something that is there. */
    public void names(@Nullable List<String> ids, Predicate<String> isKnown, String what, String field) {
        Set<String> before = new HashSet<>();
        List<String> told = Lists.of(ids);
        for (int i = 0; i < told.size(); i++) {
            String id = told.get(i);
            name(id, isKnown, what, field + "[" + i + "]");
            require(before.add(id), field + "[" + i + "]", "names " + what + " " + id + " a second time");
        }
    }

    public void name(@Nullable String id, Predicate<String> isKnown, String what, String field) {
        if (id != null) {
            require(isKnown.test(id), field, "names " + what + " " + id + ", which does not exist");
        }
    }

    /** True if two spans of days have a day in common; null is without end. */
    public static boolean overlap(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate otherFrom,
            @Nullable LocalDate otherUntil) {
        boolean beginsInTime = from == null || otherUntil == null || !from.isAfter(otherUntil);
        boolean endsLateEnough = until == null || otherFrom == null || !until.isBefore(otherFrom);
        return beginsInTime && endsLateEnough;
    }
}
