package org.tillwright.server.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds what is wrong with a draft of an operator by itself, and tells two drafts apart. */
final class OperatorCheck {

    static final int MAX_NAME_LENGTH = 120;

    private OperatorCheck() {}

    static List<OperatorReason> reasonsAgainst(OperatorDraft draft) {
        List<OperatorReason> reasons = new ArrayList<>();
        if (!draft.number().matches("[0-9]{1,8}")) {
            reasons.add(OperatorReason.NUMBER_UNSOUND);
        }
        if (draft.name().isBlank()
                || draft.name().length() > MAX_NAME_LENGTH
                || draft.name().chars().anyMatch(Character::isISOControl)) {
            reasons.add(OperatorReason.NAME_UNSOUND);
        }
        if (draft.language() != null && !draft.language().matches("[a-z]{2,3}")) {
            reasons.add(OperatorReason.LANGUAGE_UNSOUND);
        }
        return reasons;
    }

    /** Says what changed, for the audit trail. The name itself is left out: the trail outlives the person's stay. */
    static String difference(OperatorDraft before, OperatorDraft after) {
        List<String> changes = new ArrayList<>();
        if (!before.number().equals(after.number())) {
            changes.add("number " + before.number() + " to " + after.number());
        }
        if (!before.name().equals(after.name())) {
            changes.add("name");
        }
        if (before.role() != after.role()) {
            changes.add("role " + before.role() + " to " + after.role());
        }
        if (!Objects.equals(before.language(), after.language())) {
            changes.add("language");
        }
        return String.join(", ", changes);
    }
}
