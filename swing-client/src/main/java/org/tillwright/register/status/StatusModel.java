package org.tillwright.register.status;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Counted;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.Quarantined;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.outbox.OutboxStatus;
import org.tillwright.register.status.StatusState.Aside;
import org.tillwright.register.status.StatusState.Row;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SnapshotMessage;

/** Says how the register stands to its server, its disk and its devices, and why. Event thread only. */
public final class StatusModel implements StatusIntents {

    /** Put-aside records shown at once; the others follow when these are gone. */
    static final int MOST_ASIDE = 2;

    private static final String MANAGER = "MANAGER";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Journal journal;
    private final StatusSource source;
    private final Consumer<StatusState> view;
    private Texts texts;
    private Announcement notice = Announcement.NONE;

    public StatusModel(Journal journal, StatusSource source, Texts texts, Consumer<StatusState> view) {
        this.journal = journal;
        this.source = source;
        this.texts = texts;
        this.view = view;
    }

    public void speak(Texts next) {
        texts = next;
        notice = Announcement.NONE;
        show();
    }

    /** Turned to. */
    public void begin() {
        notice = Announcement.NONE;
        show();
    }

    /** Draws how things are now. */
    public void show() {
        try {
            List<Quarantined> aside = journal.quarantined();
            long more = Math.max(0, aside.size() - MOST_ASIDE);
            view.accept(new StatusState(
                    rows(),
                    aside.stream().limit(MOST_ASIDE).map(this::aside).toList(),
                    more == 0 ? "" : Counted.text(texts, "status.aside.more", more),
                    notice));
        } catch (JournalException e) {
            view.accept(new StatusState(
                    List.of(server(), link()), List.of(), "", Announcement.refused(texts.text(e.notice()))));
        }
    }

    @Override
    public void sendAgain(long sequence) {
        Optional<SnapshotMessage.Operator> manager =
                source.operator().filter(operator -> operator.role().equals(MANAGER));
        if (manager.isEmpty()) {
            notice = Announcement.warning(texts.text("status.manager-only"));
        } else {
            try {
                source.sendAgain(sequence, manager.get());
                notice = Announcement.done(texts.text("status.sent-again", Long.toString(sequence)));
            } catch (JournalException e) {
                notice = Announcement.refused(texts.text(e.notice()));
            }
        }
        show();
    }

    @Override
    public void devices() {
        boolean isManager = source.operator()
                .filter(operator -> operator.role().equals(MANAGER))
                .isPresent();
        if (!isManager) {
            notice = Announcement.warning(texts.text("status.devices.manager-only"));
            show();
        } else if (!source.isFree()) {
            notice = Announcement.warning(texts.text("status.devices.sale-first"));
            show();
        } else {
            source.setUpDevices();
        }
    }

    @Override
    public void leave() {
        source.leave();
    }

    private List<Row> rows() throws JournalException {
        List<Row> rows = new ArrayList<>(List.of(server(), link(), waiting()));
        boolean isLow = journal.isSpaceLow();
        rows.add(row("disk", texts.text(isLow ? "status.disk.low" : "status.disk.enough", megabytes()), isLow));
        String troubles = source.troubles().stream()
                .map(trouble -> texts.text(trouble.textKey()))
                .collect(Collectors.joining(" "));
        rows.add(
                row("devices", troubles.isEmpty() ? texts.text("status.devices.well") : troubles, !troubles.isEmpty()));
        Notice fiscal = source.fiscal();
        if (fiscal != null) {
            rows.add(row("fiscal", texts.text(fiscal), source.needsFiscalDevice()));
        }
        long cards = journal.cards().openCount();
        if (cards > 0) {
            rows.add(row("cards", Counted.text(texts, "status.cards", cards), true));
        }
        long resending = journal.resending().count();
        if (resending > 0) {
            rows.add(row("restored", Counted.text(texts, "status.restored", resending), true));
        }
        long aside = journal.quarantinedCount();
        rows.add(row("aside", Counted.text(texts, "status.aside", aside), aside > 0));
        return rows;
    }

    private Row server() {
        return row("server", source.serverAddress(), false);
    }

    private Row link() {
        OutboxStatus.Connection connection = source.link().connection();
        String since = source.offlineSince().map(this::time).orElse("");
        return switch (connection) {
            case ONLINE -> row("link", texts.text("status.link.online"), false);
            case UNKNOWN -> row("link", texts.text("status.link.unknown"), false);
            case OFFLINE -> row("link", texts.text("status.link.offline", since, why()), true);
        };
    }

    private Row waiting() throws JournalException {
        Optional<StoredRecord> oldest = journal.waiting().oldest(1).stream().findFirst();
        if (oldest.isEmpty()) {
            return row("waiting", texts.text("status.waiting.none"), false);
        }
        long count = journal.waitingCount();
        boolean isHeldUp = source.link().connection() == OutboxStatus.Connection.OFFLINE;
        String text =
                Counted.text(texts, "status.waiting", count, time(oldest.get().madeAt()));
        boolean isHeldBack = !isHeldUp && source.link().why() != null;
        return row("waiting", isHeldBack ? text + " " + why() : text, isHeldUp || isHeldBack);
    }

    private String why() {
        Notice why = source.link().why();
        return why == null ? "" : texts.text(why);
    }

    private Aside aside(Quarantined record) {
        String key = "status.kind." + record.kind();
        String kind = texts.has(key) ? texts.text(key) : record.kind();
        String said = record.problem().detail().isBlank()
                ? record.problem().title()
                : record.problem().detail();
        return new Aside(
                record.sequence(),
                texts.text("status.aside.name", Long.toString(record.sequence()), kind, time(record.quarantinedAt())),
                texts.text("server.says", said));
    }

    private Row row(String name, String text, boolean needsLook) {
        return new Row(texts.text("status." + name), text, needsLook);
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(source.zone()));
    }

    /** What counts as too little room, in megabytes. */
    private static String megabytes() {
        return Long.toString(Journal.LOW_SPACE_BYTES / 1024 / 1024);
    }
}
