package org.tillwright.system.written;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.CashRounding;
import org.tillwright.core.pricing.ModifierGroup;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PriceList;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.core.pricing.TaxTable;
import org.tillwright.core.tax.Tax;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.pricing.PricingRules;
import org.tillwright.wire.pricing.PromotionMessage;
import org.tillwright.wire.sale.PriceBookMessage;

/**
 * Writes a price book down: its items at their own prices, and all else as pricing rules. What the rules refer to and the
 * book does not sell is written as an item that no cart has, because rules about nothing are refused.
 */
public final class BookWriter {

    /** Department of items that have none, where each must have one. */
    public static final String NO_DEPARTMENT = "none";

    private final PriceBook book;
    private final Names names;
    private final Map<String, PriceBook.Entry> entries;

    public BookWriter(PriceBook book, Names names) {
        this.book = book;
        this.names = names;
        this.entries = new TreeMap<>(book.entries());
    }

    /** Returns the whole book as a file of carts has it. */
    public PriceBookMessage message() {
        List<PriceBookMessage.Item> items = new ArrayList<>();
        for (PriceBook.Entry entry : entries.values()) {
            items.add(item(entry.itemId(), entry.unitPrice(), entry.taxCategory(), entry.traits()));
        }
        Set<String> departments = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        items.forEach(item -> known.add(item.itemId()));
        PricingRules rules = rules();
        for (PromotionMessage promotion :
                rules.promotions() == null ? List.<PromotionMessage>of() : rules.promotions()) {
            named(promotion.effect(), known, departments);
        }
        rules.itemIds().forEach(known::add);
        String category = book.taxes().byCategory().keySet().iterator().next();
        for (String itemId : known) {
            if (items.stream().noneMatch(item -> item.itemId().equals(itemId))) {
                items.add(new PriceBookMessage.Item(itemId, null, category, null, null));
            }
        }
        for (String department : departments) {
            if (items.stream().noneMatch(item -> department.equals(item.departmentId()))) {
                items.add(new PriceBookMessage.Item("of-" + department, null, category, department, null));
            }
        }
        return new PriceBookMessage(
                book.currency().code(), null, TaxPolicyMessage.of(book.taxPolicy()), rates(), items, rules);
    }

    private PriceBookMessage.Item item(
            String itemId, @Nullable UnitPrice price, String category, PriceBook.Traits traits) {
        return new PriceBookMessage.Item(
                names.item(itemId),
                price == null ? null : price.micro(),
                category,
                traits.departmentId(),
                traits.divisible() ? Unit.KILOGRAM.name() : Unit.PIECE.name());
    }

    private static void named(PromotionMessage.Effect effect, Set<String> items, Set<String> departments) {
        List<PromotionMessage.Selection> selections = new ArrayList<>();
        if (effect.items() != null) {
            selections.add(effect.items());
        }
        if (effect.buy() != null) {
            selections.add(effect.buy());
        }
        if (effect.parts() != null) {
            effect.parts().forEach(part -> selections.add(part.items()));
        }
        for (PromotionMessage.Selection selection : selections) {
            addAll(items, selection.itemIds());
            addAll(items, selection.exceptItemIds());
            addAll(departments, selection.departmentIds());
            addAll(departments, selection.exceptDepartmentIds());
        }
    }

    private static void addAll(Set<String> all, @Nullable List<String> some) {
        if (some != null) {
            all.addAll(some);
        }
    }

    /** A simple rate for each category, because there must be one; the rules then say which taxes it really has. */
    public List<SnapshotMessage.TaxRate> rates() {
        return book.taxes().byCategory().keySet().stream()
                .sorted()
                .map(category -> new SnapshotMessage.TaxRate(category, "rate-" + category, 0L))
                .toList();
    }

    /** Returns everything but the items' own prices. */
    public PricingRules rules() {
        return new PricingRules(
                book.currency().code(),
                book.taxPolicy().exemption().name(),
                taxes(),
                taxRules(),
                null,
                book.rules().priceLists().lists().stream().map(this::priceList).toList(),
                null,
                book.rules().modifierGroups().values().stream()
                        .map(BookWriter::modifierGroup)
                        .toList(),
                itemModifiers(),
                deposits(),
                book.rules().promotions().promotions().stream()
                        .map(new PromotionWriter(names)::message)
                        .toList(),
                null,
                cashRounding(book.rules().cashRounding()));
    }

    private List<PricingRules.Tax> taxes() {
        Map<String, Tax> taxes = new TreeMap<>();
        for (TaxTable.Taxes ofCategory : book.taxes().byCategory().values()) {
            ofCategory.otherwise().forEach(tax -> taxes.put(tax.taxId(), tax));
            ofCategory.byMode().values().forEach(some -> some.forEach(tax -> taxes.put(tax.taxId(), tax)));
        }
        return taxes.values().stream()
                .map(tax -> new PricingRules.Tax(
                        tax.taxId(),
                        tax.kind().name(),
                        tax.value(),
                        tax.inPrice(),
                        tax.affectsNext(),
                        tax.affectedByEarlier(),
                        tax.group()))
                .toList();
    }

    private List<PricingRules.TaxRule> taxRules() {
        List<PricingRules.TaxRule> rules = new ArrayList<>();
        new TreeMap<>(book.taxes().byCategory()).forEach((category, taxes) -> {
            rules.add(taxRule(category, null, taxes.otherwise()));
            new TreeMap<>(taxes.byMode()).forEach((mode, some) -> rules.add(taxRule(category, mode, some)));
        });
        return rules;
    }

    private static PricingRules.TaxRule taxRule(String category, @Nullable ServiceMode mode, List<Tax> taxes) {
        return new PricingRules.TaxRule(
                category,
                mode == null ? null : mode.name(),
                null,
                null,
                taxes.stream().map(Tax::taxId).toList());
    }

    private PricingRules.PriceList priceList(PriceList list) {
        return new PricingRules.PriceList(
                list.priceListId(),
                list.stores().isEmpty()
                        ? null
                        : list.stores().stream().sorted().map(names::store).toList(),
                list.customerGroups().isEmpty()
                        ? null
                        : list.customerGroups().stream().sorted().toList(),
                list.from(),
                list.until(),
                list.prices().stream()
                        .map(price -> new PricingRules.Price(
                                names.item(price.itemId()),
                                price.minimum().milli(),
                                price.unitPrice().micro()))
                        .toList());
    }

    private static PricingRules.ModifierGroup modifierGroup(ModifierGroup group) {
        return new PricingRules.ModifierGroup(
                group.groupId(),
                null,
                (long) group.minimum(),
                (long) group.maximum(),
                group.modifiers().stream()
                        .map(modifier -> new PricingRules.Modifier(
                                modifier.modifierId(),
                                null,
                                modifier.unitPrice().micro(),
                                modifier.taxCategory(),
                                modifier.serviceMode() == null
                                        ? null
                                        : modifier.serviceMode().name()))
                        .toList());
    }

    private List<PricingRules.ItemModifiers> itemModifiers() {
        return entries.values().stream()
                .filter(entry -> !entry.traits().modifierGroupIds().isEmpty())
                .map(entry -> new PricingRules.ItemModifiers(
                        names.item(entry.itemId()), entry.traits().modifierGroupIds()))
                .toList();
    }

    private List<PricingRules.Deposit> deposits() {
        List<PricingRules.Deposit> deposits = new ArrayList<>();
        for (PriceBook.Entry entry : entries.values()) {
            Map<String, Quantity> following = new LinkedHashMap<>(entry.traits().deposits());
            following.forEach((itemId, quantity) -> deposits.add(
                    new PricingRules.Deposit(names.item(entry.itemId()), names.item(itemId), quantity.milli())));
        }
        return deposits;
    }

    private static PricingRules.CashRounding cashRounding(CashRounding rounding) {
        return new PricingRules.CashRounding(
                rounding.incrementMinor(),
                rounding.due().name(),
                rounding.change().name());
    }
}
