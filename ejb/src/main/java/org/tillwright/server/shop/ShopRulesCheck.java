package org.tillwright.server.shop;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Rate;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.server.security.Role;
import org.tillwright.server.stores.StoreDetail;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.pricing.FaultList;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.receipt.ReceiptTemplate;
import org.tillwright.wire.shop.KitchenRules;
import org.tillwright.wire.shop.OrderRules;
import org.tillwright.wire.shop.Reason;
import org.tillwright.wire.shop.ReceiptRules;
import org.tillwright.wire.shop.ReturnRules;
import org.tillwright.wire.shop.SellingRules;
import org.tillwright.wire.shop.ShopRules;
import org.tillwright.wire.shop.TenderRules;
import org.tillwright.wire.shop.TillRules;

/** Finds everything that is wrong with a store's rules, so that whoever wrote them can put all of it right at once. */
final class ShopRulesCheck {

    /** What a reason can be given for; an instruction's are the quick words that a line can be given. */
    static final Set<String> USES = Set.of(
            "DISCOUNT",
            "PRICE",
            "RETURN",
            "PAID_IN",
            "PAID_OUT",
            "NO_SALE",
            "VOID",
            "POST_VOID",
            "OVER_SHORT",
            "TENDER",
            "INSTRUCTION");

    private static final long MAX_IDLE_MINUTES = 1_440;
    /** As much as scales take. */
    private static final int MAX_TARE_GRAMS = 9_999;

    private static final long MAX_AGE_YEARS = 150;
    private static final long MAX_RETURN_DAYS = 36_500;
    private static final long MAX_KEPT_DAYS = 3_650;
    private static final int MAX_NAME = 60;
    private static final int MAX_WARNING = 200;

    /** The server does not know what registers can do, so that a newer register's functions can be named. */
    private static final Pattern FUNCTION = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final FaultList faults = new FaultList();
    private final StoreDetail store;
    private final ShopReferences.Found known;

    private ShopRulesCheck(StoreDetail store, ShopReferences.Found known) {
        this.store = store;
        this.known = known;
    }

    static List<Fault> faultsOf(ShopRules rules, StoreDetail store, ShopReferences.Found known) {
        ShopRulesCheck check = new ShopRulesCheck(store, known);
        check.word(rules.profile(), List.of("FOOD", "FASHION", "CAFE"), "profile");
        check.functions(Lists.of(rules.functions()));
        check.faults.names(rules.favourites(), known.items()::contains, "item", "favourites");
        check.range(rules.idleLockMinutes(), 0, MAX_IDLE_MINUTES, "idleLockMinutes");
        check.selling(rules.selling());
        check.tenders(rules.tenders());
        check.returns(rules.returns());
        check.till(rules.till());
        check.receipts(rules.receipts());
        check.reasons(Lists.of(rules.reasons()));
        check.orders(rules.orders());
        check.kitchen(rules.kitchen());
        return check.faults.all();
    }

    private void functions(List<String> functions) {
        Set<String> before = new HashSet<>();
        for (int i = 0; i < functions.size(); i++) {
            String id = functions.get(i);
            String field = "functions[" + i + "]";
            faults.require(FUNCTION.matcher(id).matches(), field, "is no id of a function, such as PRICE_CHECK: " + id);
            faults.require(before.add(id), field, "names " + id + " a second time");
        }
    }

    private void selling(@Nullable SellingRules selling) {
        if (selling == null) {
            return;
        }
        Set<String> roles = new HashSet<>();
        List<SellingRules.RoleLimit> limits = Lists.of(selling.limits());
        for (int i = 0; i < limits.size(); i++) {
            SellingRules.RoleLimit limit = limits.get(i);
            String field = "selling.limits[" + i + "]";
            faults.oneOf(limit.role(), Role.values(), field + ".role");
            faults.unique(roles, limit.role(), field + ".role");
            faults.share(limit.maxPercentPpm(), field + ".maxPercentPpm");
            faults.amount(limit.maxAmountMinor(), field + ".maxAmountMinor");
        }
        Set<String> ids = new HashSet<>();
        List<SellingRules.Restriction> restrictions = Lists.of(selling.restrictions());
        for (int i = 0; i < restrictions.size(); i++) {
            restriction(restrictions.get(i), ids, "selling.restrictions[" + i + "]");
        }
        faults.oneOf(selling.serviceMode(), ServiceMode.values(), "selling.serviceMode");
        List<SellingRules.KnownTare> tares = Lists.of(selling.tares());
        for (int i = 0; i < tares.size(); i++) {
            tare(tares.get(i), "selling.tares[" + i + "]");
        }
    }

    private void tare(SellingRules.KnownTare tare, String field) {
        range(tare.grams(), 1, MAX_TARE_GRAMS, field + ".grams");
        faults.names(tare.departmentIds(), known.departments()::contains, "department", field + ".departmentIds");
        faults.names(tare.itemIds(), known.items()::contains, "item", field + ".itemIds");
        boolean isOfSomething = !Lists.of(tare.departmentIds()).isEmpty()
                || !Lists.of(tare.itemIds()).isEmpty();
        faults.require(isOfSomething, field, "names neither departments nor items");
    }

    private void restriction(SellingRules.Restriction restriction, Set<String> ids, String field) {
        id(restriction.restrictionId(), field + ".restrictionId");
        faults.unique(ids, restriction.restrictionId(), field + ".restrictionId");
        range(restriction.minimumAge(), 1, MAX_AGE_YEARS, field + ".minimumAge");
        Map<String, String> warnings = restriction.warnings();
        if (warnings != null) {
            texts(warnings, MAX_WARNING, field + ".warnings");
        }
        faults.require(
                restriction.minimumAge() != null || warnings != null, field, "asks for no age and warns of nothing");
        faults.names(
                restriction.departmentIds(), known.departments()::contains, "department", field + ".departmentIds");
        faults.names(restriction.itemIds(), known.items()::contains, "item", field + ".itemIds");
        boolean isOfSomething = !Lists.of(restriction.departmentIds()).isEmpty()
                || !Lists.of(restriction.itemIds()).isEmpty();
        faults.require(isOfSomething, field, "names neither departments nor items");
    }

    private void tenders(@Nullable TenderRules tenders) {
        if (tenders == null) {
            return;
        }
        Set<String> types = new HashSet<>();
        List<TenderRules.Rule> rules = Lists.of(tenders.tenders());
        for (int i = 0; i < rules.size(); i++) {
            TenderRules.Rule rule = rules.get(i);
            String field = "tenders.tenders[" + i + "]";
            faults.oneOf(rule.type(), TenderType.values(), field + ".type");
            faults.unique(types, rule.type(), field + ".type");
            Long min = rule.minMinor();
            Long max = rule.maxMinor();
            faults.amount(min, field + ".minMinor");
            faults.amount(max, field + ".maxMinor");
            faults.amount(rule.approvalAboveMinor(), field + ".approvalAboveMinor");
            faults.require(min == null || max == null || min <= max, field + ".minMinor", "is above maxMinor: " + min);
        }
        currencies(Lists.of(tenders.currencies()));
        Set<Long> tips = new HashSet<>();
        List<Long> percents = Lists.of(tenders.tipPercentsPpm());
        for (int i = 0; i < percents.size(); i++) {
            String field = "tenders.tipPercentsPpm[" + i + "]";
            range(percents.get(i), 1, Rate.WHOLE, field);
            faults.require(tips.add(percents.get(i)), field, "offers " + percents.get(i) + " a second time");
        }
    }

    private void currencies(List<TenderRules.ForeignCurrency> currencies) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < currencies.size(); i++) {
            TenderRules.ForeignCurrency foreign = currencies.get(i);
            String field = "tenders.currencies[" + i + "]";
            String code = foreign.currency();
            faults.require(Currency.find(code) != null, field + ".currency", "is no known currency: " + code);
            faults.require(!code.equals(store.currency()), field + ".currency", "is the store's own: " + code);
            faults.unique(codes, code, field + ".currency");
            range(foreign.rateMicro(), 1, FaultList.MAX_AMOUNT, field + ".rateMicro");
        }
    }

    private void returns(@Nullable ReturnRules returns) {
        if (returns != null) {
            range(returns.days(), 0, MAX_RETURN_DAYS, "returns.days");
            faults.amount(returns.withoutReceiptMaxMinor(), "returns.withoutReceiptMaxMinor");
            faults.amount(returns.dailyWithoutReceiptMaxMinor(), "returns.dailyWithoutReceiptMaxMinor");
        }
    }

    private void till(@Nullable TillRules till) {
        if (till != null) {
            word(till.drawers(), List.of("SHARED", "OWN"), "till.drawers");
            faults.amount(till.overShortMaxMinor(), "till.overShortMaxMinor");
            faults.amount(till.pickupAboveMinor(), "till.pickupAboveMinor");
        }
    }

    private void receipts(@Nullable ReceiptRules receipts) {
        if (receipts != null) {
            faults.name(receipts.logoPictureId(), known.pictures()::contains, "picture", "receipts.logoPictureId");
            if (receipts.template() != null) {
                ReceiptTemplate.faults(receipts.template(), "receipts.template")
                        .forEach(fault -> faults.add(fault.field(), fault.message()));
            }
        }
    }

    private void orders(@Nullable OrderRules orders) {
        if (orders != null) {
            range(orders.suspendedDays(), 1, MAX_KEPT_DAYS, "orders.suspendedDays");
            range(orders.quotationDays(), 1, MAX_KEPT_DAYS, "orders.quotationDays");
            range(orders.layawayDays(), 1, MAX_KEPT_DAYS, "orders.layawayDays");
            faults.share(orders.minDepositPpm(), "orders.minDepositPpm");
            faults.amount(orders.cancellationFeeMinor(), "orders.cancellationFeeMinor");
        }
    }

    private void kitchen(@Nullable KitchenRules kitchen) {
        if (kitchen == null) {
            return;
        }
        Set<String> ids = new HashSet<>();
        Set<String> departments = new HashSet<>();
        for (int i = 0; i < kitchen.all().size(); i++) {
            KitchenRules.Station station = kitchen.all().get(i);
            String field = "kitchen.stations[" + i + "]";
            faults.require(
                    station.stationId().matches(KitchenRules.STATION_FORM),
                    field + ".stationId",
                    "is not 1 to 20 small letters, digits or dashes: " + station.stationId());
            faults.unique(ids, station.stationId(), field + ".stationId");
            texts(station.names(), MAX_NAME, field + ".names");
            faults.names(
                    station.departmentIds(), known.departments()::contains, "department", field + ".departmentIds");
            for (String department : new LinkedHashSet<>(station.departmentIds())) {
                faults.require(
                        departments.add(department),
                        field + ".departmentIds",
                        "names " + department + ", which is another station's already");
            }
        }
        Set<String> letters = new HashSet<>();
        Map<String, String> given = kitchen.pickupLetters() == null ? Map.of() : kitchen.pickupLetters();
        given.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> {
            String field = "kitchen.pickupLetters." + each.getKey();
            faults.require(
                    each.getValue().matches("[A-Z]{1,3}"),
                    field,
                    "is not one to three capital letters: " + each.getValue());
            faults.unique(letters, each.getValue(), field);
        });
    }

    private void reasons(List<Reason> reasons) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < reasons.size(); i++) {
            Reason reason = reasons.get(i);
            String field = "reasons[" + i + "]";
            word(reason.use(), USES.stream().sorted().toList(), field + ".use");
            id(reason.reasonId(), field + ".reasonId");
            faults.require(
                    ids.add(reason.use() + "\n" + reason.reasonId()),
                    field + ".reasonId",
                    "names " + reason.reasonId() + " a second time for " + reason.use());
            texts(reason.names(), MAX_NAME, field + ".names");
        }
    }

    /** Texts by language: the store's own must be there, because it is what everybody falls back on. */
    private void texts(Map<String, String> texts, int most, String field) {
        faults.require(
                texts.containsKey(store.language()), field, "lacks the store's own language, " + store.language());
        texts.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(text -> {
            String at = field + "." + text.getKey();
            faults.require(LANGUAGE.matcher(text.getKey()).matches(), at, "is no language, such as da");
            faults.require(!text.getValue().isBlank(), at, "is empty");
            faults.require(text.getValue().length() <= most, at, "is longer than " + most + " characters");
            boolean isOneLine = text.getValue().chars().noneMatch(Character::isISOControl);
            faults.require(isOneLine, at, "is not on one line");
        });
    }

    private void id(String id, String field) {
        faults.require(
                ID.matcher(id).matches(), field, "is not 1 to 40 letters, digits, full stops, dashes or lines: " + id);
    }

    private void word(@Nullable String word, List<String> allowed, String field) {
        if (word != null && !allowed.contains(word)) {
            faults.add(field, "is " + word + ", which is none of " + Arrays.toString(allowed.toArray()));
        }
    }

    private void range(@Nullable Long value, long least, long most, String field) {
        if (value != null && (value < least || value > most)) {
            faults.add(field, "is not from " + least + " to " + most + ": " + value);
        }
    }
}
