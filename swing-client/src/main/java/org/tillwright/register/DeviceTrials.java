package org.tillwright.register;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceLane;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.LabelDots;
import org.tillwright.register.device.LabelSize;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.Receipt.Barcode;
import org.tillwright.register.device.Receipt.Cut;
import org.tillwright.register.device.Receipt.Style;
import org.tillwright.register.device.Receipt.Symbology;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.register.device.ScaleReading;
import org.tillwright.register.devicesetup.DeviceSlot;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.journal.RegisterIdentity;
import org.tillwright.register.kitchen.Kitchen;
import org.tillwright.register.label.Label;
import org.tillwright.register.label.LabelPicture;
import org.tillwright.register.text.Texts;

/**
 * Has a device do something that a person can see, hear or hold, and says what came of it: paper comes out, the drawer
 * springs open, a weight is told. Waits for nobody; answers come on whatever thread.
 */
final class DeviceTrials {

    /** What can be tried so that a person sees it, and no money moves. */
    static final Set<DeviceKind> KINDS = Set.of(
            DeviceKind.PRINTER,
            DeviceKind.DRAWER,
            DeviceKind.DISPLAY,
            DeviceKind.CARD_TERMINAL,
            DeviceKind.SCALE,
            DeviceKind.WALLET,
            DeviceKind.SCANNER,
            DeviceKind.SECOND_SCANNER,
            DeviceKind.BADGE_READER,
            DeviceKind.LABEL_PRINTER,
            DeviceKind.FISCAL);

    /** A station's printer that is away is looked for now and then; nobody who tries it waits for so long. */
    private static final int SECONDS_AT_A_STATION = 20;

    /** How long a person has to scan something or to show a badge. */
    static final int SECONDS_TO_SHOW = 30;

    /** In place of a badge's code. */
    private static final String NOT_SHOWN = "\u2026";

    private final RegisterParts parts;
    private final Supplier<Texts> texts;
    private final AtomicReference<@Nullable Awaited> shown = new AtomicReference<>();

    DeviceTrials(RegisterParts parts, Supplier<Texts> texts) {
        this.parts = parts;
        this.texts = texts;
    }

    /** What a person is to show, and to what. */
    private record Awaited(DeviceKind kind, CompletableFuture<String> code) {}

    /** A reader typed something, but no badge as it is set. */
    private static final class MisreadException extends Exception {

        private static final long serialVersionUID = 1;

        private final int length;
        private final String form;

        MisreadException(String read) {
            super("no badge by these settings");
            length = read.length();
            form = read.replaceAll("\\p{Nd}", "9").replaceAll("\\p{L}", "A"); // enough to set it by, and no number
        }
    }

    /** Tries this device of those that the register has now. */
    CompletableFuture<Announcement> of(DeviceSlot slot) {
        String station = slot.stationId();
        return station == null ? of(slot.kind()) : atStation(station);
    }

    /** Its thread prints tickets; the test goes in between. */
    private CompletableFuture<Announcement> atStation(String station) {
        return parts.orders()
                .kitchen()
                .tryOut(station, this::receipt)
                .orTimeout(SECONDS_AT_A_STATION, TimeUnit.SECONDS)
                .thenApply(nothing -> Announcement.done(say("setup.tried.station")));
    }

    private CompletableFuture<Announcement> of(DeviceKind kind) {
        Devices devices = parts.devices();
        return switch (kind) {
            case PRINTER ->
                done(kind, devices.printer(), printer -> {
                    printer.print(receipt(printer.columns()));
                    return "";
                });
            case DRAWER ->
                done(kind, devices.drawer(), drawer -> {
                    drawer.open();
                    return "";
                });
            case DISPLAY ->
                done(kind, devices.display(), display -> {
                    display.show(display.written(texts.get().text("setup.trial.display")), "1234567890");
                    return "";
                });
            case SCALE -> ask(kind, devices.scale(), scale -> scale.weigh()).thenApply(this::weighed);
            case CARD_TERMINAL ->
                done(kind, devices.cardTerminal(), terminal -> {
                    terminal.last(currency()); // what it did last: any answer shows that it is there
                    return "";
                });
            case WALLET ->
                done(kind, devices.wallet(), wallet -> {
                    wallet.status(
                            UUID.randomUUID()); // a payment that nobody asked for: any answer shows that it is there
                    return "";
                });
            case FISCAL ->
                done(kind, devices.fiscal(), signer -> {
                    signer.check(); // no number is used up by it
                    return "";
                });
            case SCANNER, SECOND_SCANNER, BADGE_READER -> awaitShown(kind);
            case LABEL_PRINTER ->
                done(kind, devices.labelPrinter(), printer -> {
                    printer.print(label(printer.size()), 1);
                    return "";
                });
        };
    }

    private <D> CompletableFuture<Announcement> done(
            DeviceKind kind, Optional<DeviceLane<D>> lane, DeviceLane.Question<D, String> question) {
        return ask(kind, lane, question).thenApply(answer -> Announcement.done(say("setup.tried." + kind.setting())));
    }

    private static <D, R> CompletableFuture<R> ask(
            DeviceKind kind, Optional<DeviceLane<D>> lane, DeviceLane.Question<D, R> question) {
        return lane.map(each -> each.ask(question))
                .orElseGet(() -> CompletableFuture.failedFuture(new DeviceException(kind, Trouble.ABSENT)));
    }

    /** A scale that answers is one that works, whatever lies on it. */
    private Announcement weighed(ScaleReading reading) {
        long grams = reading.weight().milli();
        return reading.isSellable()
                ? Announcement.done(say("setup.tried.scale", Long.toString(grams)))
                : Announcement.done(say("setup.tried.scale.nothing"));
    }

    private CompletableFuture<Announcement> awaitShown(DeviceKind kind) {
        var awaited = new Awaited(kind, new CompletableFuture<>());
        shown.set(awaited);
        return awaited.code()
                .orTimeout(SECONDS_TO_SHOW, TimeUnit.SECONDS)
                .thenApply(code -> Announcement.done(say("setup.tried." + kind.setting(), code)))
                .whenComplete((answer, failure) -> shown.compareAndSet(awaited, null));
    }

    boolean awaitsScan() {
        return shown.get() != null;
    }

    void scanned(String code) {
        Awaited awaited = shown.get();
        if (awaited != null && !misread(code)) {
            awaited.code().complete(code);
        }
    }

    /** A badge's code is shown nowhere. */
    void badgeShown() {
        Awaited awaited = shown.get();
        if (awaited != null) {
            awaited.code().complete(NOT_SHOWN);
        }
    }

    /** A badge was waited for, and something else came: says what form it has. False where no badge is waited for. */
    boolean misread(String read) {
        Awaited awaited = shown.get();
        boolean isForBadge = awaited != null && awaited.kind() == DeviceKind.BADGE_READER;
        if (awaited != null && isForBadge) {
            awaited.code().completeExceptionally(new MisreadException(read));
        }
        return isForBadge;
    }

    /** Nobody waits any more for what was begun. */
    void forget() {
        Awaited awaited = shown.getAndSet(null);
        if (awaited != null) {
            awaited.code().cancel(false);
        }
    }

    /** What is said of a trial that failed; a bug is thrown on. */
    Announcement failed(DeviceSlot slot, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String station = slot.stationId();
        if (cause instanceof DeviceException told) {
            return Announcement.refused(
                    station == null
                            ? say(told.textKey())
                            : say(
                                    "kitchen.trouble."
                                            + told.trouble()
                                                    .name()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', '-'),
                                    nameOf(station)));
        }
        if (cause instanceof MisreadException misread) {
            return Announcement.warning(say("setup.badge.misread", Integer.toString(misread.length), misread.form));
        }
        if (cause instanceof TimeoutException) {
            return Announcement.warning(
                    say(station == null ? "setup.nothing-shown." + slot.kind().setting() : "setup.station.silent"));
        }
        throw new CompletionException(cause);
    }

    /** What people call a station; its id where the shop's rules have no name for it. */
    private String nameOf(String station) {
        return parts.catalogues()
                .newest()
                .map(catalogue -> Kitchen.nameOf(catalogue, station, texts.get().language()))
                .orElse(station);
    }

    /** Says which register and which printer this is, in letters of all its languages, and ends with a cut. */
    private Receipt receipt(int columns) {
        String name = parts.identity().map(RegisterIdentity::workstationName).orElse("Tillwright");
        ZoneId zone = parts.catalogues()
                .newest()
                .map(catalogue -> ZoneId.of(catalogue.store().timeZone()))
                .orElseGet(() -> parts.platform().clock().getZone());
        LocalDateTime now = LocalDateTime.ofInstant(parts.platform().clock().instant(), zone);
        String ruler = "1234567890".repeat(columns / 10 + 1).substring(0, columns);
        return new Receipt(List.of(
                Text.centred(say("setup.trial.title"), Style.TALL),
                Text.centred(name, Style.BOLD),
                Text.centred(texts.get().dateAndTime(now), Style.NORMAL),
                Text.of(ruler),
                Text.of("ÆØÅ æøå äöü éèñ ł ż €"),
                Text.of("Привіт, їжачок є тут: ґ"),
                new Barcode(Symbology.CODE128, "TILLWRIGHT"),
                Text.centred(say("setup.trial.end"), Style.NORMAL),
                new Cut()));
    }

    /** Says how large labels are set to, so that a look shows whether that is the roll that is in. */
    private LabelDots label(LabelSize size) {
        String measures = size.widthMm() + " \u00d7 " + size.heightMm() + " mm";
        String title = say("setup.trial.label");
        try {
            return LabelPicture.draw(new Label(title, measures, "", new Label.Qr("TILLWRIGHT")), size);
        } catch (LabelPicture.LabelTooSmallException e) {
            return LabelPicture.drawPlain(title, measures, size);
        }
    }

    /** The store's; before this is known any will do, for no amount is looked at. */
    private Currency currency() {
        return parts.catalogues()
                .newest()
                .map(catalogue -> Currency.of(catalogue.store().currency()))
                .orElseGet(() -> Currency.of("EUR"));
    }

    private String say(String key, String... values) {
        return texts.get().text(key, values);
    }
}
