package org.tillwright.register.selling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.tillwright.core.pricing.ModifierGroup;
import org.tillwright.core.pricing.ModifierGroup.Choice;
import org.tillwright.core.pricing.ModifierGroup.Modifier;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Texts;

/**
 * Lets the operator choose how a customer wants an item: the groups one after the other, each with how many it takes. Enter
 * or a tap takes one more; where a group is full it takes another in its place. What is optional waits for the key Ready.
 */
final class ModifierChoice implements Choosing {

    private static final String READY = "ready";
    private static final char BETWEEN = '\n';

    private final Conversation talk;
    private final Catalogue catalogue;
    private final Catalogue.Item item;
    private final List<ModifierGroup> groups;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private Consumer<List<Choice>> then = chosen -> {};
    private String filter = "";

    /** Once nothing that must be chosen is missing, Enter goes on. */
    private String marked = "";

    /** @param before what is chosen already */
    ModifierChoice(Conversation talk, SaleSession sale, Catalogue.Item item, List<Choice> before) {
        this.talk = talk;
        this.catalogue = sale.catalogue();
        this.item = item;
        this.groups = groupsOf(sale, item.itemId());
        before.forEach(choice -> counts.merge(id(choice.groupId(), choice.modifierId()), choice.count(), Integer::sum));
    }

    /** The groups of ways to have an item, in the order in which they are asked for. */
    static List<ModifierGroup> groupsOf(SaleSession sale, String itemId) {
        Map<String, ModifierGroup> all = sale.book().rules().modifierGroups();
        return sale.book().find(itemId).stream()
                .flatMap(entry -> entry.traits().modifierGroupIds().stream())
                .map(all::get)
                .filter(Objects::nonNull)
                .toList();
    }

    void choose(Consumer<List<Choice>> next) {
        then = next;
        talk.choose(this::choices, this);
    }

    private Choices choices(Texts texts) {
        List<Choices.Row> rows = new ArrayList<>();
        Choices.Row ready = new Choices.Row(
                READY, texts.text("modifiers.ready"), missing(texts).orElse(""), "");
        if (filter.isEmpty() && missing(texts).isEmpty()) {
            rows.add(ready);
        }
        for (ModifierGroup group : groups) {
            for (Modifier modifier : group.modifiers()) {
                Choices.Row row = row(group, modifier, texts);
                if (row.title().toLowerCase(Locale.ROOT).contains(filter)) {
                    rows.add(row);
                }
            }
        }
        return new Choices(
                texts.text("modifiers.title", catalogue.nameOf(item, texts.language())),
                missing(texts).orElseGet(() -> texts.text("modifiers.detail")),
                texts.text("modifiers.hint"),
                rows,
                texts.text("modifiers.nothing"),
                marked);
    }

    private Choices.Row row(ModifierGroup group, Modifier modifier, Texts texts) {
        String name = catalogue.nameOfModifier(group.groupId(), modifier.modifierId(), texts.language());
        int count = counts.getOrDefault(id(group.groupId(), modifier.modifierId()), 0);
        String mark = count == 0 ? "" : count == 1 ? "✓ " : "✓ " + count + " × ";
        String takes = group.minimum() == group.maximum()
                ? texts.text("modifiers.exactly", Integer.toString(group.minimum()))
                : group.minimum() == 0
                        ? texts.text("modifiers.up-to", Integer.toString(group.maximum()))
                        : texts.text(
                                "modifiers.from-to",
                                Integer.toString(group.minimum()),
                                Integer.toString(group.maximum()));
        boolean isFree = modifier.unitPrice().micro() == 0;
        String figure = isFree ? "" : "+" + texts.figures().price(modifier.unitPrice());
        String groupName = catalogue.nameOfModifierGroup(group.groupId(), texts.language());
        return new Choices.Row(
                id(group.groupId(), modifier.modifierId()), mark + name, groupName + " · " + takes, figure);
    }

    /** What has to be chosen yet, in words. */
    private Optional<String> missing(Texts texts) {
        for (ModifierGroup group : groups) {
            int left = group.minimum() - picked(group);
            if (left > 0) {
                String name = catalogue.nameOfModifierGroup(group.groupId(), texts.language());
                return Optional.of(texts.text("modifiers.missing", name, Integer.toString(left)));
            }
        }
        return Optional.empty();
    }

    @Override
    public void chosen(String id) {
        if (id.equals(READY)) {
            ready();
            return;
        }
        boolean wasMissing = missing(talk.texts()).isPresent();
        for (ModifierGroup group : groups) {
            String prefix = group.groupId() + BETWEEN;
            if (id.startsWith(prefix)) {
                pick(group, id);
            }
        }
        filter = "";
        marked = wasMissing && missing(talk.texts()).isEmpty() ? READY : "";
        boolean isPlain = groups.stream().allMatch(group -> group.minimum() == group.maximum());
        if (isPlain && groups.stream().allMatch(group -> picked(group) == group.maximum())) {
            ready(); // nothing is left that could be chosen
        } else {
            talk.refresh();
        }
    }

    private void pick(ModifierGroup group, String id) {
        int count = counts.getOrDefault(id, 0);
        if (picked(group) < group.maximum()) {
            counts.put(id, count + 1);
        } else if (count > 0) {
            counts.remove(id);
        } else {
            String full = counts.keySet().stream()
                    .filter(each -> each.startsWith(group.groupId() + BETWEEN))
                    .findFirst()
                    .orElseThrow();
            counts.merge(full, -1, Integer::sum);
            counts.remove(full, 0);
            counts.put(id, 1);
        }
    }

    private void ready() {
        Optional<String> missing = missing(talk.texts());
        if (missing.isPresent()) {
            talk.say(Announcement.warning(missing.get()));
            return;
        }
        List<Choice> chosen = new ArrayList<>();
        for (ModifierGroup group : groups) {
            for (Modifier modifier : group.modifiers()) {
                int count = counts.getOrDefault(id(group.groupId(), modifier.modifierId()), 0);
                if (count > 0) {
                    chosen.add(new Choice(group.groupId(), modifier.modifierId(), count));
                }
            }
        }
        talk.leave();
        then.accept(chosen);
    }

    private int picked(ModifierGroup group) {
        String prefix = group.groupId() + BETWEEN;
        return counts.entrySet().stream()
                .filter(each -> each.getKey().startsWith(prefix))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    @Override
    public void typed(String text) {
        filter = text.strip().toLowerCase(Locale.ROOT);
        marked = "";
        talk.refresh();
    }

    private static String id(String groupId, String modifierId) {
        return groupId + BETWEEN + modifierId;
    }
}
