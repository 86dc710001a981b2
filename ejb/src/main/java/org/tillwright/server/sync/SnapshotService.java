package org.tillwright.server.sync;

import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.tax.TaxRate;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.pricing.PriceBookService;
import org.tillwright.server.pricing.PricingRulesService;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.server.security.OperatorService;
import org.tillwright.server.shop.ShopRulesService;
import org.tillwright.server.stores.StoreDetail;
import org.tillwright.server.stores.StoreService;
import org.tillwright.server.stores.WorkstationService;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.pricing.PricingRules;

/** The door for snapshots. */
@Stateless
public class SnapshotService {

    @Inject
    SnapshotItems items;

    @Inject
    StoreService stores;

    @Inject
    WorkstationService workstations;

    @Inject
    PriceBookService prices;

    @Inject
    PricingRulesService rules;

    @Inject
    ShopRulesService shopRules;

    @Inject
    OperatorService operators;

    @Inject
    PublicationService publications;

    /**
     * Returns the newest snapshot, with those items that changed after the one a register has. Empty when the register
     * has the newest. A number that this database never published, such as one of a server that was lost, gives all items.
     *
     * @param workstationId who asks; its store is the snapshot's
     * @param after number of the snapshot the register has; 0 for none
     */
    @RolesAllowed(REGISTER)
    public Optional<SnapshotMessage> since(String workstationId, long after) {
        workstations.heard(workstationId, after); // first: its own transaction must not wait for this one's connection
        long number = prices.latestVersion();
        if (after == number) {
            return Optional.empty();
        }
        long from = publications.isPublished(after) ? after : 0;
        StoreDetail store = stores.findWorkstation(workstationId)
                .flatMap(workstation -> stores.find(workstation.storeId()))
                .orElseThrow(() -> new Refused(
                        ProblemCode.NOT_FOUND, "There is no workstation " + workstationId + "; enrol the register."));
        Optional<PricingRules> told = rules.rulesAt(number);
        return Optional.of(new SnapshotMessage(
                number,
                from,
                storeOf(store),
                taxPolicy(store.taxPolicy(), told.orElse(null)),
                taxRates(prices.taxRatesAt(number)),
                items.departments(store.language()),
                items.changedAfter(from, store.language()),
                operators.forRegisters(),
                publications.epoch(),
                told.orElse(null),
                shopRules.rulesAt(store.storeId(), number).orElse(null)));
    }

    /** What a customer who owes no tax pays is told by the rules, because it holds for all stores. */
    private static TaxPolicyMessage taxPolicy(TaxPolicyMessage ofStore, @Nullable PricingRules rules) {
        String exemption = rules == null ? null : rules.taxExemption();
        return exemption == null
                ? ofStore
                : new TaxPolicyMessage(ofStore.placement(), ofStore.level(), ofStore.rounding(), exemption);
    }

    private static SnapshotMessage.Store storeOf(StoreDetail store) {
        return new SnapshotMessage.Store(
                store.storeId(),
                store.name(),
                store.addressLines(),
                store.taxNumber(),
                store.country(),
                store.currency(),
                store.language(),
                store.timeZone(),
                store.dayEnds(),
                store.receiptFooter());
    }

    private static List<SnapshotMessage.TaxRate> taxRates(Map<String, TaxRate> rates) {
        return rates.entrySet().stream()
                .map(rate -> new SnapshotMessage.TaxRate(
                        rate.getKey(),
                        rate.getValue().taxRateId(),
                        rate.getValue().rate().ppm()))
                .sorted(Comparator.comparing(SnapshotMessage.TaxRate::taxCategory))
                .toList();
    }
}
