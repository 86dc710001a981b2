package org.tillwright.register.shell;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.dialogue.Counted;
import org.tillwright.register.outbox.OutboxStatus;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;

/** Writes the header: who and where, how the server is and what waits, and the time. Event thread only. */
public final class HeaderModel {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String BETWEEN = " · ";

    private final Clock clock;
    private final Consumer<HeaderState> view;
    private Texts texts;
    private OutboxStatus status = OutboxStatus.UNKNOWN;
    private @Nullable Instant offlineSince;
    private boolean isSpaceLow;
    private boolean isDeviceInTrouble;
    private String workstation = "";
    private String operator = "";
    private String store = "";
    private String banner = "";
    private ZoneId zone;

    public HeaderModel(Clock clock, Texts texts, Consumer<HeaderState> view) {
        this.clock = clock;
        this.texts = texts;
        this.view = view;
        this.zone = clock.getZone();
    }

    public void speak(Texts next) {
        texts = next;
        show();
    }

    /** Empty texts for what is not known yet; an operator's name means that the register can be locked. */
    public void place(String workstationName, String operatorName, String storeName) {
        workstation = workstationName;
        operator = operatorName;
        store = storeName;
        show();
    }

    public void zone(ZoneId next) {
        zone = next;
        show();
    }

    public void status(OutboxStatus next) {
        if (next.connection() != OutboxStatus.Connection.OFFLINE) {
            offlineSince = null;
        } else if (offlineSince == null) {
            offlineSince = clock.instant();
        }
        status = next;
        show();
    }

    public OutboxStatus status() {
        return status;
    }

    /** Since when the server does not answer, if it does not. */
    public Optional<Instant> offlineSince() {
        return Optional.ofNullable(offlineSince);
    }

    /** What stands at the top while somebody practises; empty for nobody. */
    public void banner(String next) {
        banner = next;
    }

    /** What else needs someone's look. */
    public void needs(boolean spaceIsLow, boolean deviceIsInTrouble) {
        isSpaceLow = spaceIsLow;
        isDeviceInTrouble = deviceIsInTrouble;
        show();
    }

    /** Draws again; a minute may have passed. */
    public void show() {
        view.accept(new HeaderState(
                place(), link(), words(), needsLook(), time(clock.instant()), !operator.isEmpty(), banner));
    }

    /** Why records wait, as a sentence, empty when nothing stands in their way. */
    public String why() {
        Notice reason = status.why();
        return reason == null ? "" : texts.text(reason);
    }

    private boolean needsLook() {
        return status.quarantined() > 0 || isSpaceLow || isDeviceInTrouble;
    }

    private String place() {
        List<String> parts = new ArrayList<>(List.of(workstation, operator, store));
        parts.removeIf(String::isEmpty);
        return String.join(BETWEEN, parts);
    }

    private HeaderState.Link link() {
        return switch (status.connection()) {
            case UNKNOWN -> HeaderState.Link.UNKNOWN;
            case ONLINE -> HeaderState.Link.ONLINE;
            case OFFLINE -> HeaderState.Link.OFFLINE;
        };
    }

    private String words() {
        Instant since = offlineSince;
        String link = since == null
                ? texts.text("header." + link().name().toLowerCase(Locale.ROOT))
                : texts.text("header.offline-since", time(since));
        String words = status.resending() > 0
                ? Counted.text(texts, "header.resending", status.resending(), link)
                : Counted.text(texts, "header.waiting", status.waiting(), link);
        if (status.quarantined() > 0) {
            words = Counted.text(texts, "header.quarantined", status.quarantined(), words);
        }
        if (isSpaceLow) {
            words = texts.text("header.space-low", words);
        }
        return isDeviceInTrouble ? texts.text("header.device-trouble", words) : words;
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }
}
