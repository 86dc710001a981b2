package org.tillwright.server.papers;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Unit;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.fiscal.FiscalMessage;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.pricing.PricingRules;
import org.tillwright.wire.receipt.ReceiptFacts;

/** What a receipt says beyond its sale, as the server's tables have it today; names as they were when it was sold. */
final class StoredFacts implements ReceiptFacts {

    private static final String OTHERWISE = "en";

    private final PaperRows rows;
    private final SnapshotMessage.Store store;
    private final @Nullable PricingRules rules;
    private final boolean hasLogo;
    private final @Nullable FiscalMessage fiscal;

    StoredFacts(PaperRows rows, PaperRows.Found found, boolean hasLogo) {
        this.rows = rows;
        this.hasLogo = hasLogo;
        this.fiscal = rows.fiscal(found.record().message(SaleMessage.class).transactionId())
                .orElse(null);
        this.store = rows.store(found.storeId());
        this.rules = rows.rulesAt(found.record().priceBookVersion()).orElse(null);
    }

    @Override
    public SnapshotMessage.Store store() {
        return store;
    }

    @Override
    public String operator(String operatorId) {
        return rows.operator(operatorId).orElse(operatorId);
    }

    @Override
    public @Nullable String customer(String customerId) {
        return rows.customer(customerId).orElse(null);
    }

    @Override
    public Unit unit(String itemId) {
        return rows.unit(itemId).orElse(Unit.PIECE);
    }

    /** The register told it in the operator's language; where that name is one of the item's, others are too. */
    @Override
    public String description(String itemId, String told, String language) {
        Map<String, String> names = rows.itemNames(itemId);
        return names.containsValue(told) ? names.getOrDefault(language, told) : told;
    }

    @Override
    public String modifier(String groupId, String modifierId, String language) {
        return Lists.of(rules == null ? null : rules.modifierGroups()).stream()
                .filter(group -> group.groupId().equals(groupId))
                .flatMap(group -> group.modifiers().stream())
                .filter(modifier -> modifier.modifierId().equals(modifierId))
                .findFirst()
                .map(modifier -> named(modifier.names(), language, modifierId))
                .orElse(modifierId);
    }

    @Override
    public String promotion(String promotionId, String language) {
        return Lists.of(rules == null ? null : rules.promotions()).stream()
                .filter(promotion -> promotion.promotionId().equals(promotionId))
                .findFirst()
                .map(promotion -> named(promotion.names(), language, promotionId))
                .orElse(promotionId);
    }

    @Override
    public boolean hasLogo() {
        return hasLogo;
    }

    @Override
    public @Nullable FiscalMessage fiscal() {
        return fiscal;
    }

    private String named(@Nullable Map<String, String> names, String language, String otherwise) {
        return names == null
                ? otherwise
                : Stream.of(language, store.language(), OTHERWISE)
                        .map(names::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(otherwise);
    }
}
