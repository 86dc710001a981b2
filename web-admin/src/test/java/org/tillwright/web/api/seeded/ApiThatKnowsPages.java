package org.tillwright.web.api.seeded;

import org.tillwright.web.admin.seeded.PageThatKnowsTheApi;

/** Breaks a rule on purpose; only the tests of the rules look at it. */
public final class ApiThatKnowsPages {

    private ApiThatKnowsPages() {}

    static String title() {
        return PageThatKnowsTheApi.title();
    }
}
