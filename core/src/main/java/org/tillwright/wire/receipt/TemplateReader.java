package org.tillwright.wire.receipt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.receipt.TemplateStep.Words;

/** Reads the language of templates, and names every fault with its line instead of stopping at the first. One use. */
final class TemplateReader {

    private static final int MAX_DEPTH = 5;
    private static final int MAX_FAULTS = 50;

    /** Without these a paper is no receipt. */
    private static final Set<TemplateBlock> NEEDED =
            EnumSet.of(TemplateBlock.LINES, TemplateBlock.TOTAL, TemplateBlock.TENDERS, TemplateBlock.TAXES);

    private final List<TemplateFault> faults = new ArrayList<>();
    private final Map<TemplateBlock, Integer> seenInLine = new EnumMap<>(TemplateBlock.class);
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<TemplateStep> steps = new ArrayList<>();
    private int number;

    /** A condition whose end was not read yet. */
    private static final class Open {
        final int line;
        final @Nullable TemplateCondition condition;
        final @Nullable String language;
        final boolean negated;
        final List<TemplateStep> then = new ArrayList<>();
        final List<TemplateStep> otherwise = new ArrayList<>();
        boolean inElse;

        Open(int line, @Nullable TemplateCondition condition, @Nullable String language, boolean negated) {
            this.line = line;
            this.condition = condition;
            this.language = language;
            this.negated = negated;
        }

        List<TemplateStep> steps() {
            return inElse ? otherwise : then;
        }

        TemplateStep closed() {
            return new TemplateStep.When(condition, language, negated, then, otherwise);
        }
    }

    TemplateReader(String text) {
        String[] lines = text.split("\\R", -1);
        if (lines.length > ReceiptTemplate.MAX_LINES) {
            faults.add(new TemplateFault(0, "The template has more than " + ReceiptTemplate.MAX_LINES + " lines."));
            return;
        }
        for (String line : lines) {
            number++;
            line(line.strip());
        }
        while (!open.isEmpty()) {
            Open left = open.pop();
            faults.add(new TemplateFault(left.line, "\"if\" has no \"end\"; write \"end\" after the lines it is for."));
        }
        requireWhole();
    }

    List<TemplateFault> faults() {
        return faults.stream().limit(MAX_FAULTS).toList();
    }

    ReceiptTemplate template() {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    faults.stream().map(TemplateFault::toString).collect(Collectors.joining(" ")));
        }
        return new ReceiptTemplate(steps);
    }

    private void requireWhole() {
        Set<TemplateBlock> always = EnumSet.noneOf(TemplateBlock.class);
        steps.forEach(step -> always.addAll(step.always()));
        for (TemplateBlock needed : NEEDED) {
            if (!always.contains(needed)) {
                faults.add(new TemplateFault(
                        0,
                        "A receipt tells its " + needed.word() + ": add a line \"" + needed.word()
                                + "\" outside any \"if\"."));
            }
        }
        if (!always.contains(TemplateBlock.QR) && !always.contains(TemplateBlock.BARCODE)) {
            faults.add(
                    new TemplateFault(
                            0,
                            "A return begins with a code on the receipt: add a line \"barcode\" or \"qr\" outside any \"if\"."));
        }
    }

    private void line(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (line.length() > ReceiptTemplate.MAX_LINE) {
            fault("is longer than " + ReceiptTemplate.MAX_LINE + " characters; shorten it.");
            return;
        }
        if (line.chars().anyMatch(Character::isISOControl)) {
            fault("has a control character; key the line anew.");
            return;
        }
        int colon = line.indexOf(':');
        String head = colon < 0 ? line : line.substring(0, colon).strip();
        String rest = colon < 0 ? "" : line.substring(colon + 1).strip();
        List<String> words = Arrays.asList(head.split("\\s+"));
        switch (words.get(0)) {
            case "text" -> text(words, colon < 0, rest);
            case "pair" -> pair(words, colon < 0, rest);
            case "rule" -> rule(line);
            case "blank" -> alone(words, new TemplateStep.Blank());
            case "if" -> condition(line);
            case "else" -> otherwise();
            case "end" -> end();
            default -> part(line);
        }
    }

    private void part(String line) {
        TemplateBlock block = TemplateBlock.find(line);
        if (block == null) {
            fault("\"" + line + "\" is none of " + all(TemplateBlock.values(), TemplateBlock::word)
                    + ", text:, pair:, rule, blank, if, else, end.");
            return;
        }
        Integer before = seenInLine.putIfAbsent(block, number);
        if (before != null) {
            fault("\"" + block.word() + "\" stands in line " + before + " already; keep one of the two.");
        }
        add(new TemplateStep.Part(block));
    }

    private void text(List<String> words, boolean hasNoColon, String rest) {
        if (hasNoColon || rest.isEmpty()) {
            fault("\"text\" needs a colon and then what is to be printed, such as \"text centre: Thank you\".");
            return;
        }
        PaperLine.Style style = PaperLine.Style.NORMAL;
        PaperLine.Align align = PaperLine.Align.LEFT;
        for (String word : words.subList(1, words.size())) {
            switch (word) {
                case "bold" -> style = PaperLine.Style.BOLD;
                case "tall" -> style = PaperLine.Style.TALL;
                case "large" -> style = PaperLine.Style.LARGE;
                case "left" -> align = PaperLine.Align.LEFT;
                case "centre", "center" -> align = PaperLine.Align.CENTRE;
                case "right" -> align = PaperLine.Align.RIGHT;
                default -> fault("\"" + word + "\" is none of bold, tall, large, left, centre, right.");
            }
        }
        add(new Words(pieces(rest), style, align));
    }

    private void pair(List<String> words, boolean hasNoColon, String rest) {
        int bar = rest.indexOf('|');
        if (hasNoColon || words.size() > 1 || bar < 0) {
            fault(
                    "\"pair\" needs a colon, and a bar between left and right, such as \"pair: Register {register} | {time}\".");
            return;
        }
        add(new TemplateStep.Pair(
                pieces(rest.substring(0, bar).strip()),
                pieces(rest.substring(bar + 1).strip())));
    }

    private void rule(String line) {
        String sign = line.substring("rule".length()).strip();
        if (sign.isEmpty()) {
            add(new TemplateStep.Rule('-'));
        } else if (sign.length() == 1) {
            add(new TemplateStep.Rule(sign.charAt(0)));
        } else {
            fault("\"rule\" takes one sign, such as \"rule =\".");
        }
    }

    private void alone(List<String> words, TemplateStep step) {
        if (words.size() > 1) {
            fault("\"" + words.get(0) + "\" stands alone in its line.");
        }
        add(step);
    }

    private void condition(String line) {
        List<String> words = new ArrayList<>(Arrays.asList(line.split("\\s+")));
        words.remove(0);
        boolean negated = !words.isEmpty() && words.get(0).equals("not");
        if (negated) {
            words.remove(0);
        }
        String language = null;
        TemplateCondition condition = null;
        if (words.size() == 2 && words.get(0).equals("language") && words.get(1).matches("[a-z]{2,3}")) {
            language = words.get(1);
        } else {
            condition = words.size() == 1 ? TemplateCondition.find(words.get(0)) : null;
            if (condition == null) {
                fault("\"" + String.join(" ", words) + "\" is no condition; there are "
                        + all(TemplateCondition.values(), TemplateCondition::word) + ", and language with its code.");
            }
        }
        if (open.size() >= MAX_DEPTH) {
            fault("More than " + MAX_DEPTH + " conditions are inside each other; take one apart.");
        }
        open.push(new Open(number, condition, language, negated));
    }

    private void otherwise() {
        Open current = open.peek();
        if (current == null || current.inElse) {
            fault("\"else\" has no \"if\" before it; take it out.");
            return;
        }
        current.inElse = true;
    }

    private void end() {
        if (open.isEmpty()) {
            fault("\"end\" has no \"if\" before it; take it out.");
            return;
        }
        add(open.pop().closed());
    }

    private List<TemplateStep.Piece> pieces(String text) {
        List<TemplateStep.Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int brace = text.indexOf('{', at);
            int close = brace < 0 ? -1 : text.indexOf('}', brace);
            if (brace < 0 || close < 0) {
                if (brace >= 0) {
                    fault("\"{\" has no \"}\"; close it, or take it out.");
                }
                pieces.add(new TemplateStep.Literal(text.substring(at)));
                return pieces;
            }
            if (brace > at) {
                pieces.add(new TemplateStep.Literal(text.substring(at, brace)));
            }
            String word = text.substring(brace + 1, close);
            TemplateName name = TemplateName.find(word);
            if (name == null) {
                fault("\"{" + word + "}\" names nothing; there are " + all(TemplateName.values(), TemplateName::word)
                        + ".");
            } else {
                pieces.add(new TemplateStep.Placeholder(name));
            }
            at = close + 1;
        }
        return pieces;
    }

    private void add(TemplateStep step) {
        Open current = open.peek();
        (current == null ? steps : current.steps()).add(step);
    }

    private void fault(String sentence) {
        faults.add(new TemplateFault(number, sentence));
    }

    private static <T> String all(T[] values, Function<T, String> word) {
        return Arrays.stream(values).map(word).collect(Collectors.joining(", "));
    }
}
