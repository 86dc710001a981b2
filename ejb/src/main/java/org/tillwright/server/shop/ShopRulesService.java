package org.tillwright.server.shop;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.server.stores.StoreDetail;
import org.tillwright.server.stores.StoreService;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.shop.ShopRules;

/** The door for how a store sells. One store's rules are one document, published as a whole. */
@Stateless
public class ShopRulesService {

    /** Publications told of. */
    public static final int MAX_HISTORY = 500;

    @Inject
    StoredShopRules stored;

    @Inject
    ShopReferences references;

    @Inject
    StoreService stores;

    @Inject
    PublicationService publications;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * Publishes a store's rules in the place of those that count. The same rules again, however they are written, change
     * nothing.
     *
     * @param replaces the publication of the rules that the caller looked at, 0 when there were none; null not to look
     * @return the publication that the store's registers find the rules in
     * @throws Refused with {@code UNSOUND_RULES} and every fault of the document, with {@code CHANGED_MEANWHILE}, or with
     *     {@code NOT_FOUND} for no store of that id
     */
    @RolesAllowed(MANAGER)
    public long publish(String storeId, ShopRules rules, @Nullable Long replaces, @Nullable String operatorId) {
        publications.hold();
        StoreDetail store = store(storeId);
        Optional<StoredShopRules.Version> current = stored.at(storeId, publications.latest());
        requireUnchanged(storeId, current, replaces);
        List<Fault> faults = ShopRulesCheck.faultsOf(rules, store, references.of(rules));
        if (!faults.isEmpty()) {
            throw new Refused(
                    ProblemCode.UNSOUND_RULES,
                    "The rules of store " + storeId + " were not published, because they have faults.",
                    faults);
        }
        if (current.isPresent() && current.get().rules().equals(rules)) {
            return current.get().number();
        }
        long number = publications.publish("shop rules " + storeId);
        stored.set(storeId, rules, operatorId, number);
        audit.record(new AuditNote(
                "SHOP_RULES_PUBLISHED",
                clock.instant(),
                storeId,
                null,
                operatorId,
                "publication " + number,
                summary(rules)));
        return number;
    }

    /** Returns the rules of a store at a version; empty before its first were published. */
    @RolesAllowed({REGISTER, SUPERVISOR})
    public Optional<ShopRules> rulesAt(String storeId, long version) {
        return stored.at(storeId, version).map(StoredShopRules.Version::rules);
    }

    /** Returns the rules of a store that count now; empty before its first were published. */
    @RolesAllowed({REGISTER, SUPERVISOR})
    public Optional<ShopRules> rulesNow(String storeId) {
        return rulesAt(storeId, publications.latest());
    }

    /**
     * Holds how a sale was paid against how its store took money at a version.
     *
     * @return in words, what does not fit; empty when all is well
     */
    @RolesAllowed(REGISTER)
    public List<String> doubtsOf(SaleMessage sale, long version) {
        return TakenMoney.doubtsOf(sale, () -> rulesAt(sale.storeId(), version).map(ShopRules::tenders));
    }

    /**
     * Returns who published rules of a store when, the newest first.
     *
     * @throws Refused with {@code NOT_FOUND} for no store of that id
     */
    @RolesAllowed(SUPERVISOR)
    public List<ShopRulesSpan> history(String storeId) {
        return stored.history(store(storeId).storeId(), MAX_HISTORY);
    }

    private StoreDetail store(String storeId) {
        return stores.find(storeId)
                .orElseThrow(
                        () -> new Refused(ProblemCode.NOT_FOUND, "There is no store " + storeId + "; check its id."));
    }

    private static void requireUnchanged(
            String storeId, Optional<StoredShopRules.Version> current, @Nullable Long replaces) {
        long number = current.map(StoredShopRules.Version::number).orElse(0L);
        if (replaces != null && replaces != number) {
            throw new Refused(
                    ProblemCode.CHANGED_MEANWHILE,
                    "Publication " + number + " has other rules of store " + storeId + " than " + replaces
                            + "; read them again before changing them.");
        }
    }

    private static String summary(ShopRules rules) {
        String profile = rules.profile();
        return "profile " + (profile == null ? "FOOD" : profile) + ", "
                + Lists.of(rules.functions()).size() + " functions, "
                + Lists.of(rules.reasons()).size() + " reasons";
    }
}
