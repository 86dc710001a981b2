package org.tillwright.wire.receipt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a template, understood. */
public sealed interface TemplateStep {

    /** A part of the sale that is laid out as always. */
    record Part(TemplateBlock block) implements TemplateStep {

        @Override
        public List<TemplateBlock> always() {
            return List.of(block);
        }
    }

    /** Words of the shop's own. */
    record Words(List<Piece> text, PaperLine.Style style, PaperLine.Align align) implements TemplateStep {

        public Words {
            text = List.copyOf(text);
        }
    }

    /** Words at the left end and words at the right. */
    record Pair(List<Piece> left, List<Piece> right) implements TemplateStep {

        public Pair {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /** A line across the paper, of one sign. */
    record Rule(char sign) implements TemplateStep {}

    /** An empty line. */
    record Blank() implements TemplateStep {}

    /**
     * Lines that are there under a condition only.
     *
     * @param language that the receipt must be in; null for a condition of the sale
     */
    record When(
            @Nullable TemplateCondition condition,
            @Nullable String language,
            boolean negated,
            List<TemplateStep> then,
            List<TemplateStep> otherwise)
            implements TemplateStep {

        public When {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** Returns the parts that this step prints on every receipt. */
    default List<TemplateBlock> always() {
        return List.of();
    }

    /** A piece of the shop's own words. */
    sealed interface Piece {}

    record Literal(String text) implements Piece {}

    record Placeholder(TemplateName name) implements Piece {}
}
