package org.tillwright.register.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.tillwright.register.catalogue.Shop;

/** What each function does here. A function that nobody put in does not exist: it has no key, and its barcode says so. */
public final class Functions {

    /** Function keys beside those for quantity, price, void line, card and cash: twelve in all, the last one leads to the others. */
    public static final int ON_FIRST_SCREEN = 6;

    private final Map<FunctionId, Consumer<String>> handlers = new EnumMap<>(FunctionId.class);
    private final Map<FunctionId, BooleanSupplier> needs = new EnumMap<>(FunctionId.class);
    private final Map<String, Consumer<String>> codes = new LinkedHashMap<>();
    private String last = "";

    /** Says what a function does; it is given what was keyed before it. */
    public void put(FunctionId id, Consumer<String> handler) {
        handlers.put(id, handler);
    }

    /**
     * The same for a function that needs a device.
     *
     * @param isThere whether the register has that at the moment; without it the function does not exist
     */
    public void put(FunctionId id, BooleanSupplier isThere, Consumer<String> handler) {
        put(id, handler);
        needs.put(id, isThere);
    }

    private boolean isThere(FunctionId id) {
        BooleanSupplier needed = needs.get(id);
        return handlers.containsKey(id) && (needed == null || needed.getAsBoolean());
    }

    /** Says what scanning one of the shop's own papers does, whose codes begin so; it is given the whole code. */
    public void putCode(String prefix, Consumer<String> handler) {
        codes.put(prefix, handler);
    }

    /** What scanning this code does; empty when it is none of the shop's own papers. */
    public Optional<Consumer<String>> ofCode(String scanned) {
        return codes.entrySet().stream()
                .filter(code -> scanned.startsWith(code.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The function that was used last, for the help about what it asks; empty once that is over. */
    public String last() {
        return last;
    }

    /** What the last function asked is over. */
    public void forgetLast() {
        last = "";
    }

    /** True if the shop has this function. */
    public boolean has(FunctionId id, Shop shop) {
        return all(shop).contains(id);
    }

    /** Does it; whoever calls has seen that the shop has it. */
    public void run(FunctionId id, String keyed) {
        last = id.name();
        Objects.requireNonNull(handlers.get(id), id.name()).accept(keyed);
    }

    /** The functions on the first screen, without the key that leads to the others. */
    public List<FunctionId> first(Shop shop) {
        List<FunctionId> all = all(shop);
        return all.subList(0, Math.min(ON_FIRST_SCREEN, all.size()));
    }

    /** The functions behind the key that leads to the others. */
    public List<FunctionId> more(Shop shop) {
        List<FunctionId> all = all(shop);
        return all.subList(Math.min(ON_FIRST_SCREEN, all.size()), all.size());
    }

    /**
     * Every function that the shop has: those it named, or its kind's and then whatever else its kind has use for. Who forgot
     * to name the end of the day gets it all the same: a till that nobody can close would stay open for ever.
     */
    public List<FunctionId> all(Shop shop) {
        List<FunctionId> wanted = new ArrayList<>();
        if (shop.functions().isEmpty()) {
            wanted.addAll(FunctionId.usual(shop.profile()));
            Arrays.stream(FunctionId.values())
                    .filter(id -> FunctionId.hasUse(id, shop))
                    .forEach(wanted::add);
        } else {
            shop.functions().stream()
                    .map(FunctionId::find)
                    .filter(Objects::nonNull)
                    .forEach(wanted::add);
            wanted.addAll(List.of(FunctionId.CLOSE_TILL, FunctionId.SIGN_OFF));
        }
        return wanted.stream()
                .filter(id -> id != FunctionId.MORE && isThere(id))
                .distinct()
                .toList();
    }
}
