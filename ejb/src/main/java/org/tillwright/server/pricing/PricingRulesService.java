package org.tillwright.server.pricing;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.pricing.PriceBooks;
import org.tillwright.wire.pricing.PricingRules;

/**
 * The door for pricing rules: promotions, price lists, modifiers, deposits, and taxes beyond one rate a category. They are
 * one document, published as a whole; planned prices and simple tax rates go on beside it.
 */
@Stateless
public class PricingRulesService {

    /** Publications told of. */
    public static final int MAX_HISTORY = 500;

    @Inject
    PublishedRules published;

    @Inject
    RuleReferences references;

    @Inject
    PublicationService publications;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * Publishes rules in the place of those that count. The same rules again, however they are written, change nothing.
     *
     * @param replaces the publication of the rules that the caller looked at, 0 when there were none; null not to look
     * @return the publication that registers find the rules in
     * @throws Refused with {@code UNSOUND_RULES} and every fault of the document, or with {@code CHANGED_MEANWHILE}
     */
    @RolesAllowed(MANAGER)
    public long publish(PricingRules rules, @Nullable Long replaces, @Nullable String operatorId) {
        publications.hold();
        Optional<PublishedRules.Key> current = published.keyAt(publications.latest());
        requireUnchanged(current, replaces);
        requireSound(rules.faultsAgainst(references.of(rules)));
        requireSound(faultsOfBook(rules, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        if (current.isPresent() && published.read(current.get()).equals(rules)) {
            return current.get().fromVersion();
        }
        long number = publications.publish("pricing rules");
        published.set(new String(WireJson.write(rules), StandardCharsets.UTF_8), operatorId, number);
        audit.record(new AuditNote(
                "PRICING_RULES_PUBLISHED",
                clock.instant(),
                null,
                null,
                operatorId,
                "publication " + number,
                summary(rules)));
        return number;
    }

    /** Returns the rules of a version; empty before the first were published. */
    @RolesAllowed({REGISTER, SUPERVISOR})
    public Optional<PricingRules> rulesAt(long version) {
        return published.keyAt(version).map(published::read);
    }

    /** Returns what the promotions and modifiers of a version are called; where there are no rules, nothing has a name. */
    @RolesAllowed(SUPERVISOR)
    public RuleNames namesAt(long version, String language) {
        return published
                .keyAt(version)
                .map(key -> RuleNames.of(published.read(key), language))
                .orElse(RuleNames.NONE);
    }

    /** Returns who published rules when, the newest first. */
    @RolesAllowed(SUPERVISOR)
    public List<RulesSpan> history() {
        return published.history(MAX_HISTORY);
    }

    private static void requireSound(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(
                    ProblemCode.UNSOUND_RULES,
                    "The pricing rules were not published, because they have faults.",
                    faults);
        }
    }

    /**
     * Every register and every later sale makes a price book of the rules, so it is tried once before any of them has to: what
     * the checks overlooked stops here.
     */
    private static List<Fault> faultsOfBook(PricingRules rules, LocalDate today) {
        try {
            PriceBooks books = PriceBooks.of(rules, Currency.of(rules.currency()), null);
            for (TaxPolicy.Placement placement : TaxPolicy.Placement.values()) {
                TaxPolicy policy = new TaxPolicy(placement, TaxPolicy.Level.PER_LINE, RoundingMode.HALF_UP);
                books.book(1, policy, today, List.of(), Map.of());
            }
            return List.of();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return List.of(new Fault("rules", "no price book can be made of them: " + e.getMessage()));
        }
    }

    private static void requireUnchanged(Optional<PublishedRules.Key> current, @Nullable Long replaces) {
        long number = current.map(PublishedRules.Key::fromVersion).orElse(0L);
        if (replaces != null && replaces != number) {
            throw new Refused(
                    ProblemCode.CHANGED_MEANWHILE,
                    "Publication " + number + " has other pricing rules than " + replaces
                            + "; read them again before changing them.");
        }
    }

    private static String summary(PricingRules rules) {
        return Lists.of(rules.promotions()).size() + " promotions, "
                + Lists.of(rules.priceLists()).size() + " price lists, "
                + Lists.of(rules.taxRules()).size() + " tax rules, "
                + Lists.of(rules.modifierGroups()).size() + " modifier groups, "
                + Lists.of(rules.deposits()).size() + " deposits";
    }
}
