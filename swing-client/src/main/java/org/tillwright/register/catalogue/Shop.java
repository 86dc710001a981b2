package org.tillwright.register.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.shop.KitchenRules;
import org.tillwright.wire.shop.OrderRules;
import org.tillwright.wire.shop.Reason;
import org.tillwright.wire.shop.ReceiptRules;
import org.tillwright.wire.shop.ReturnRules;
import org.tillwright.wire.shop.SellingRules;
import org.tillwright.wire.shop.ShopRules;
import org.tillwright.wire.shop.TenderRules;
import org.tillwright.wire.shop.TillRules;

/** How this shop sells, with an answer to whatever its rules leave out. */
public final class Shop {

    /** How long nobody may touch a register before it locks, where the shop says nothing. */
    public static final Duration USUAL_IDLE_LOCK = Duration.ofMinutes(10);

    private static final Map<String, Long> USUAL_LIMITS_PPM =
            Map.of("CASHIER", 100_000L, "SUPERVISOR", 300_000L, "MANAGER", 1_000_000L);

    private static final SellingRules NO_SELLING = new SellingRules(null, null, null, null);
    private static final TenderRules NO_TENDERS = new TenderRules(null, null, null);
    private static final ReturnRules NO_RETURNS = new ReturnRules(null, null, null, null);
    private static final TillRules NO_TILL = new TillRules(null, null, null, null);
    private static final ReceiptRules NO_RECEIPTS = new ReceiptRules(null, null, null, null);

    private static final OrderRules NO_ORDERS = new OrderRules(null, null, null, null, null);

    private final ShopRules rules;

    private Shop(ShopRules rules) {
        this.rules = rules;
    }

    public static Shop of(@Nullable ShopRules rules) {
        return new Shop(rules == null ? ShopRules.NONE : rules);
    }

    /** What kind of shop it is; an unknown one, of a newer server, sells as a food shop. */
    public Profile profile() {
        String name = rules.profile();
        for (Profile profile : Profile.values()) {
            if (profile.name().equals(name)) {
                return profile;
            }
        }
        return Profile.FOOD;
    }

    /** Ids of the functions that the shop chose, in the order of their keys; empty for the profile's. */
    public List<String> functions() {
        return Lists.of(rules.functions());
    }

    /** Ids of the items on the first page of tiles. */
    public List<String> favourites() {
        return Lists.of(rules.favourites());
    }

    /** How long nobody may touch the register before it locks; zero for never. */
    public Duration idleLock() {
        Long minutes = rules.idleLockMinutes();
        return minutes == null ? USUAL_IDLE_LOCK : Duration.ofMinutes(minutes);
    }

    public SellingRules selling() {
        SellingRules own = rules.selling();
        return own == null ? NO_SELLING : own;
    }

    public TenderRules tenders() {
        TenderRules own = rules.tenders();
        return own == null ? NO_TENDERS : own;
    }

    public ReturnRules returns() {
        ReturnRules own = rules.returns();
        return own == null ? NO_RETURNS : own;
    }

    public TillRules till() {
        TillRules own = rules.till();
        return own == null ? NO_TILL : own;
    }

    public ReceiptRules receipts() {
        ReceiptRules own = rules.receipts();
        return own == null ? NO_RECEIPTS : own;
    }

    public OrderRules orders() {
        OrderRules own = rules.orders();
        return own == null ? NO_ORDERS : own;
    }

    /** What is made where when it is ordered. */
    public KitchenRules kitchen() {
        KitchenRules own = rules.kitchen();
        return own == null ? KitchenRules.NONE : own;
    }

    /**
     * What a role may take off by itself. Where the shop has set no limits at all, a cashier may take off 10 %, a
     * supervisor 30 %, and a manager everything.
     */
    public SellingRules.RoleLimit limit(String role) {
        if (selling().limits() != null) {
            return selling().limitOf(role);
        }
        return new SellingRules.RoleLimit(role, USUAL_LIMITS_PPM.getOrDefault(role, 0L), null);
    }

    /** The reasons that can be given for something, such as DISCOUNT; empty when the shop named none. */
    public List<Reason> reasons(String use) {
        return Lists.of(rules.reasons()).stream()
                .filter(reason -> reason.use().equals(use))
                .toList();
    }

    /** What a reason is called; its own language, else the first there is. */
    public static String nameOf(Reason reason, String language, String storeLanguage) {
        return named(reason.names(), language, storeLanguage, reason.reasonId());
    }

    /** Returns a name by language: its own, else the store's, else any there is. */
    public static String named(Map<String, String> names, String language, String storeLanguage, String otherwise) {
        String own = names.getOrDefault(language, names.get(storeLanguage));
        return own != null ? own : names.values().stream().findFirst().orElse(otherwise);
    }

    /** A kind of shop: it decides which functions are on screen. */
    public enum Profile {
        FOOD,
        FASHION,
        CAFE
    }
}
