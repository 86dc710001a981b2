package org.tillwright.register.devicesetup;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.devicesetup.DeviceWay.Option;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.shop.KitchenRules;

/**
 * Sets up one device after the other: what it is spoken to with, where it is, and what else has to be said; tries it, and
 * keeps what was seen to work. Event thread only.
 */
public final class DeviceSetupModel implements DeviceSetupIntents {

    private final SetupSurroundings surroundings;
    private final Consumer<DeviceSetupState> view;
    private final SetupWords words;
    private final SetupLists lists;
    private SetupPage page = SetupPage.KINDS;
    private @Nullable DeviceDraft edited;
    private List<FoundPort> ports = List.of();
    private List<FoundService> services = List.of();
    private @Nullable Option option;
    private Announcement notice = Announcement.NONE;
    private boolean isBusy;
    /** Counts what was begun: an answer to what is over is not shown. */
    private int visit;

    public DeviceSetupModel(SetupSurroundings surroundings, Texts texts, Consumer<DeviceSetupState> view) {
        this.surroundings = surroundings;
        this.words = new SetupWords(texts);
        this.lists = new SetupLists(surroundings, words);
        this.view = view;
    }

    public void speak(Texts next) {
        words.speak(next);
        notice = Announcement.NONE;
        show();
    }

    /** Turned to. */
    public void begin() {
        visit++;
        page = SetupPage.KINDS;
        edited = null;
        isBusy = false;
        notice = Announcement.NONE;
        show();
    }

    /** Left without a word, as when the register locks itself. */
    public void abandon() {
        visit++;
        isBusy = false;
        page = SetupPage.KINDS;
        edited = null;
        surroundings.restore();
    }

    /** Something to say while the screen is shown, such as a device's own trouble. */
    public void say(Announcement said) {
        if (!isBusy) {
            notice = said;
            show();
        }
    }

    /** While something is awaited. */
    public boolean isBusy() {
        return isBusy;
    }

    @Override
    public void chosen(String id) {
        if (isBusy) {
            return;
        }
        notice = Announcement.NONE;
        switch (page) {
            case KINDS -> open(id);
            case DEVICE -> change(id);
            case WAYS -> choseWay(id);
            case PORTS -> chosePlace(id, SetupLists.PORT);
            case SERVICES -> chosePlace(id, SetupLists.SERVICE);
            case VALUES -> set(id.equals(SetupLists.USUAL) ? "" : id);
            default -> {}
        }
        show();
    }

    private void open(String id) {
        if (id.equals(SetupLists.ANOTHER_STATION)) {
            page = SetupPage.STATION;
            return;
        }
        lists.slots().stream()
                .filter(each -> each.setting().equals(id))
                .findFirst()
                .ifPresent(this::open);
    }

    private void open(DeviceSlot slot) {
        String saved = slot.in(surroundings.saved());
        edited = new DeviceDraft(slot, saved);
        page = saved == null ? SetupPage.WAYS : SetupPage.DEVICE;
    }

    private void change(String id) {
        DeviceDraft draft = edited;
        if (id.equals(SetupLists.WAY)) {
            page = SetupPage.WAYS;
        } else if (id.equals(SetupLists.PLACE)) {
            askPlace();
        } else if (draft != null && id.startsWith(SetupLists.OPTION)) {
            for (Option each : draft.options()) {
                if (id.equals(SetupLists.OPTION + each.name())) {
                    option = each;
                    page = each.isChosen() ? SetupPage.VALUES : SetupPage.KEYED;
                }
            }
        }
    }

    private void choseWay(String id) {
        DeviceDraft draft = edited;
        if (draft == null) {
            return;
        }
        DeviceWay.of(draft.slot()).stream()
                .filter(way -> way.id().equals(id))
                .findFirst()
                .ifPresent(way -> {
                    draft.speak(way);
                    if (draft.isPlaced()) {
                        page = SetupPage.DEVICE;
                    } else {
                        askPlace();
                    }
                });
    }

    private void askPlace() {
        DeviceDraft draft = edited;
        DeviceWay way = way();
        if (draft == null || way == null || way.isFixed()) {
            return;
        }
        if (way.isAtAPort()) {
            page = SetupPage.PORTS;
            busy("setup.looking");
            await(surroundings.ports(), (found, failure) -> {
                notice = Announcement.NONE;
                ports = found == null ? List.of() : found;
            });
        } else if (way.isMakers()) {
            page = SetupPage.SERVICES;
            busy("setup.looking.services");
            await(surroundings.services(draft.slot().kind()), (found, failure) -> {
                services = found == null ? List.of() : found;
                notice = found == null ? Announcement.warning(words.text("setup.services.unread")) : Announcement.NONE;
            });
        } else {
            page = SetupPage.BY_HAND;
        }
    }

    private void chosePlace(String id, String prefix) {
        DeviceDraft draft = edited;
        if (id.equals(SetupLists.BY_HAND)) {
            page = SetupPage.BY_HAND;
        } else if (draft != null && id.startsWith(prefix)) {
            draft.at(id.substring(prefix.length()));
            page = SetupPage.DEVICE;
        }
    }

    @Override
    public void keyed(String text) {
        String value = text.strip();
        Option asked = option;
        if (isBusy) {
            return;
        }
        notice = Announcement.NONE;
        if (page == SetupPage.STATION) {
            takeStation(value);
        } else if (page == SetupPage.BY_HAND) {
            takePlace(value);
        } else if (page == SetupPage.KEYED && asked != null) {
            if (value.isEmpty() || value.matches(asked.form())) {
                set(value);
            } else {
                notice = Announcement.warning(words.unsound(asked));
            }
        }
        show();
    }

    private void takeStation(String value) {
        if (value.matches(KitchenRules.STATION_FORM)) {
            open(DeviceSlot.station(value));
        } else {
            notice = Announcement.warning(words.text("setup.unsound.station"));
        }
    }

    private void takePlace(String value) {
        DeviceDraft draft = edited;
        DeviceWay way = way();
        if (draft == null || way == null) {
            return;
        }
        if (value.matches(way.placeForm())) {
            draft.at(value);
            page = SetupPage.DEVICE;
        } else {
            notice = Announcement.warning(words.unsoundPlace(way));
        }
    }

    private void set(String value) {
        Option asked = option;
        if (asked != null && edited != null) {
            edited.set(asked, value);
        }
        page = SetupPage.DEVICE;
    }

    @Override
    public void tryOut() {
        DeviceDraft tried = edited;
        if (isBusy || tried == null || !isWhole() || !surroundings.canTry(tried.slot())) {
            return;
        }
        DeviceUris wanted = tried.in(surroundings.saved());
        if (isRefused(wanted)) {
            return;
        }
        busy("setup.trying." + tried.slot().word());
        await(surroundings.tryOut(tried.slot(), wanted), (answer, failure) -> {
            notice = answer == null ? Announcement.refused(words.text("setup.failed")) : answer;
            tried.tried(answer != null && !answer.isTrouble());
        });
    }

    /** Shows what came of something, unless it is over by then. */
    private <T> void await(CompletableFuture<T> asked, BiConsumer<@Nullable T, @Nullable Throwable> told) {
        int begun = visit;
        CompletableFuture<T> unused = asked.whenComplete((answer, failure) -> {
            if (begun == visit) {
                isBusy = false;
                told.accept(answer, failure);
                show();
            }
        });
    }

    @Override
    public void save() {
        DeviceDraft saved = edited;
        if (isBusy || saved == null || !isWhole()) {
            return;
        }
        keep(
                saved.in(surroundings.saved()),
                words.text(saved.wasTried() ? "setup.saved" : "setup.saved.untried", lists.name(saved.slot())));
    }

    @Override
    public void remove() {
        DeviceDraft removed = edited;
        if (isBusy || removed == null || !isSaved(removed)) {
            return;
        }
        keep(removed.slot().put(surroundings.saved(), null), words.text("setup.removed", lists.name(removed.slot())));
    }

    private void keep(DeviceUris wanted, String done) {
        if (isRefused(wanted)) {
            return;
        }
        busy("setup.saving");
        await(surroundings.save(wanted), (fault, failure) -> {
            boolean isKept = fault != null && fault.isEmpty();
            String why = fault == null ? words.text("setup.failed") : fault;
            notice = isKept ? Announcement.done(done) : Announcement.refused(why);
            if (isKept) {
                page = SetupPage.KINDS;
                edited = null;
            }
        });
    }

    /** Says what is wrong with addresses together, such as a drawer without its printer; true when something is. */
    private boolean isRefused(DeviceUris wanted) {
        String faults = lists.faults(wanted);
        if (!faults.isEmpty()) {
            notice = Announcement.warning(words.text("setup.unsound", faults));
            show();
        }
        return !faults.isEmpty();
    }

    @Override
    public void back() {
        visit++; // what was asked may answer when it will: nobody waits for it any more
        isBusy = false;
        notice = Announcement.NONE;
        DeviceDraft draft = edited;
        boolean isPlaced = draft != null && draft.isPlaced();
        switch (page) {
            case KINDS -> {
                surroundings.restore();
                surroundings.leave();
                return;
            }
            case DEVICE, STATION -> page = SetupPage.KINDS;
            case BY_HAND -> page = isPlaced ? SetupPage.DEVICE : SetupPage.WAYS;
            case WAYS, PORTS, SERVICES, VALUES, KEYED -> page = isPlaced ? SetupPage.DEVICE : SetupPage.KINDS;
        }
        if (page == SetupPage.KINDS) {
            edited = null;
            surroundings.restore();
        }
        show();
    }

    private @Nullable DeviceWay way() {
        return edited == null ? null : edited.way();
    }

    private boolean isWhole() {
        return page == SetupPage.DEVICE && edited != null && edited.isPlaced();
    }

    private boolean isSaved(DeviceDraft draft) {
        return draft.slot().in(surroundings.saved()) != null;
    }

    private void busy(String key) {
        isBusy = true;
        notice = Announcement.information(words.text(key));
        show();
    }

    private void show() {
        DeviceDraft draft = edited;
        boolean isReady = isWhole() && !isBusy;
        view.accept(new DeviceSetupState(
                choices(),
                prompt(),
                draft == null ? "" : lists.name(draft.slot()),
                lists.facts(draft),
                notice,
                isBusy,
                isReady && draft != null && surroundings.canTry(draft.slot()),
                isReady,
                draft != null && isSaved(draft) && !isBusy && page == SetupPage.DEVICE));
    }

    private @Nullable Prompt prompt() {
        Option asked = option;
        DeviceWay way = way();
        return switch (page) {
            case STATION -> words.stationPrompt();
            case BY_HAND -> way == null ? null : words.placePrompt(way);
            case KEYED -> asked == null ? null : words.optionPrompt(asked);
            default -> null;
        };
    }

    private @Nullable Choices choices() {
        DeviceDraft draft = edited;
        if (page == SetupPage.KINDS) {
            return lists.kinds();
        }
        if (draft == null) {
            return null; // a station is being named
        }
        Option asked = option;
        return switch (page) {
            case DEVICE -> lists.device(draft);
            case WAYS -> lists.ways(draft);
            case PORTS -> lists.ports(draft, isBusy ? null : ports);
            case SERVICES -> lists.services(draft, isBusy ? null : services);
            case VALUES -> asked == null ? null : lists.values(draft, asked);
            default -> null;
        };
    }
}
