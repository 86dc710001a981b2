package org.tillwright.web.admin.transactions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import org.tillwright.server.pricing.PricingRulesService;
import org.tillwright.server.pricing.RuleNames;
import org.tillwright.web.admin.shell.Console;

/** What the rules that a sale was rung up with call their promotions and modifiers. Read once for each page. */
@Named("soldBy")
@RequestScoped
public class SoldBy {

    @Inject
    PricingRulesService rules;

    @Inject
    Console console;

    private final Map<Long, RuleNames> names = new HashMap<>();

    public RuleNames names(long priceBookVersion) {
        return names.computeIfAbsent(priceBookVersion, version -> rules.namesAt(version, console.getLanguage()));
    }
}
