package org.tillwright.web.admin.seeded;

import org.tillwright.web.api.ApiApplication;

/** Breaks a rule on purpose; only the tests of the rules look at it. */
public final class PageThatKnowsTheApi {

    private PageThatKnowsTheApi() {}

    public static String title() {
        return ApiApplication.class.getSimpleName();
    }
}
