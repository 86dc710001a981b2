package org.tillwright.register.shell;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
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
    private String workstation = "";
    private String operator = "";
    private String store = "";
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
        status = next;
        show();
    }

    /** Draws again; a minute may have passed. */
    public void show() {
        view.accept(new HeaderState(place(), link(), words(), needsLook(), time(), !operator.isEmpty()));
    }

    /** Why records wait, as a sentence, empty when nothing stands in their way. */
    public String why() {
        Notice reason = status.why();
        return reason == null ? "" : texts.text(reason);
    }

    private boolean needsLook() {
        return status.quarantined() > 0;
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
        String link = texts.text("header." + link().name().toLowerCase(Locale.ROOT));
        String waiting = Counted.text(texts, "header.waiting", status.waiting(), link);
        return status.quarantined() == 0
                ? waiting
                : Counted.text(texts, "header.quarantined", status.quarantined(), waiting);
    }

    private String time() {
        return TIME.format(Instant.now(clock).atZone(zone));
    }
}
