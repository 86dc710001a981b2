package org.tillwright.web.admin.shell.seeded;

import org.tillwright.web.admin.seeded.PageThatKnowsTheApi;

/** Breaks a rule on purpose; only the tests of the rules look at it. */
public final class FrameThatKnowsAPage {

    private FrameThatKnowsAPage() {}

    public static String title() {
        return PageThatKnowsTheApi.title();
    }
}
