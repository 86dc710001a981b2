package org.tillwright.register.receipt;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Unit;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.fiscal.FiscalMessage;
import org.tillwright.wire.receipt.ReceiptFacts;

/** What a receipt says beyond its sale, as the register's catalogue has it. */
final class CatalogueFacts implements ReceiptFacts {

    private final Catalogue catalogue;
    private final @Nullable String customerName;
    private final boolean logo;
    private final @Nullable FiscalMessage fiscal;

    CatalogueFacts(Catalogue catalogue, @Nullable String customerName, boolean logo, @Nullable FiscalMessage fiscal) {
        this.catalogue = catalogue;
        this.customerName = customerName;
        this.logo = logo;
        this.fiscal = fiscal;
    }

    @Override
    public SnapshotMessage.Store store() {
        return catalogue.store();
    }

    @Override
    public String operator(String operatorId) {
        return catalogue
                .operatorById(operatorId)
                .map(SnapshotMessage.Operator::name)
                .orElse(operatorId);
    }

    @Override
    public @Nullable String customer(String customerId) {
        return customerName;
    }

    @Override
    public Unit unit(String itemId) {
        return catalogue.find(itemId).map(Catalogue.Item::unit).orElse(Unit.PIECE);
    }

    /** The register told it in the operator's language; where that name is one of the item's, others are too. */
    @Override
    public String description(String itemId, String told, String language) {
        return catalogue
                .find(itemId)
                .filter(item -> item.names().containsValue(told))
                .map(item -> item.names().getOrDefault(language, told))
                .orElse(told);
    }

    @Override
    public String modifier(String groupId, String modifierId, String language) {
        return catalogue.nameOfModifier(groupId, modifierId, language);
    }

    @Override
    public String promotion(String promotionId, String language) {
        return catalogue.nameOfPromotion(promotionId, language);
    }

    @Override
    public @Nullable FiscalMessage fiscal() {
        return fiscal;
    }

    @Override
    public boolean hasLogo() {
        return logo;
    }
}
