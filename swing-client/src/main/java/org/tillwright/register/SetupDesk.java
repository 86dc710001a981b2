package org.tillwright.register;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.tillwright.register.device.DeviceHealth;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.StationState;
import org.tillwright.register.device.jpos.DriverFolder;
import org.tillwright.register.device.jpos.JposFile;
import org.tillwright.register.device.jpos.JposFileException;
import org.tillwright.register.devicesetup.DeviceSetupModel;
import org.tillwright.register.devicesetup.DeviceSetupView;
import org.tillwright.register.devicesetup.DeviceSlot;
import org.tillwright.register.devicesetup.FoundPort;
import org.tillwright.register.devicesetup.FoundService;
import org.tillwright.register.devicesetup.MakersServices;
import org.tillwright.register.devicesetup.PortFinder;
import org.tillwright.register.devicesetup.SetupSurroundings;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.kitchen.Kitchen;
import org.tillwright.register.shell.RegisterWindow;
import org.tillwright.register.shell.Screen;
import org.tillwright.register.text.Texts;

/**
 * The set-up screen and what it needs: ports, devices that are tried, and settings that are kept. Event thread only; what
 * waits is done in the background.
 */
final class SetupDesk implements SetupSurroundings {

    private static final Logger LOG = System.getLogger(SetupDesk.class.getName());

    private final RegisterParts parts;
    private final Desk desk;
    private final PortFinder finder;
    private final DeviceTrials trials;
    private final DeviceSetupModel model;
    private DeviceSetupView view;
    private Screen cameFrom = Screen.CONNECTION;

    SetupDesk(RegisterParts parts, Desk desk, Texts texts) {
        this.parts = parts;
        this.desk = desk;
        this.finder = new PortFinder();
        this.trials = new DeviceTrials(parts, desk::texts);
        this.model = new DeviceSetupModel(this, texts, state -> view().render(state));
        this.view = new DeviceSetupView(texts, model);
    }

    private DeviceSetupView view() {
        return view;
    }

    /** Made anew for another language. */
    void furnish(RegisterWindow window, Texts texts) {
        view = new DeviceSetupView(texts, model);
        window.add(Screen.DEVICES, view, () -> view().focusEntry());
    }

    void speak(Texts texts) {
        model.speak(texts);
    }

    DeviceSetupModel model() {
        return model;
    }

    /** Turns to the set-up; the screen that is shown comes back when it is left. */
    void open() {
        if (desk.shown() != Screen.DEVICES) {
            cameFrom = desk.shown();
        }
        desk.turnTo(Screen.DEVICES);
        model.begin();
    }

    /** Somebody else's screen takes this one's place, as when the register locks itself. */
    void abandon() {
        if (desk.shown() == Screen.DEVICES) {
            model.abandon();
        }
    }

    /** True while a scan is waited for, whichever scanner it comes from. */
    boolean awaitsScan() {
        return trials.awaitsScan();
    }

    void scanned(String code) {
        trials.scanned(code);
    }

    void badgeShown() {
        trials.badgeShown();
    }

    /** What a reader typed is no badge as it is set; false where no badge is waited for. */
    boolean misread(String read) {
        return trials.misread(read);
    }

    @Override
    public DeviceUris saved() {
        return parts.home().withJposFile(parts.settings().devices());
    }

    @Override
    public List<DeviceHealth.Condition> conditions() {
        return parts.deviceShelf().health().conditions();
    }

    @Override
    public Map<String, StationState> stationStates() {
        return parts.orders().kitchen().states();
    }

    @Override
    public CompletableFuture<List<FoundPort>> ports() {
        return onEvents(CompletableFuture.supplyAsync(finder::find, parts.background()));
    }

    @Override
    public boolean hasMakersFile() {
        return jposFile().filter(Files::exists).isPresent();
    }

    @Override
    public CompletableFuture<List<FoundService>> services(DeviceKind kind) {
        return onEvents(CompletableFuture.supplyAsync(
                () -> {
                    try {
                        Path file = jposFile().orElseThrow();
                        return MakersServices.of(JposFile.read(file), new DriverFolder(file), kind);
                    } catch (IOException | JposFileException e) {
                        throw new CompletionException(e);
                    }
                },
                parts.background()));
    }

    private Optional<Path> jposFile() {
        return Optional.ofNullable(saved().jposFile());
    }

    @Override
    public Map<String, String> stations() {
        Map<String, String> stations = new TreeMap<>();
        parts.catalogues().newest().ifPresent(catalogue -> catalogue
                .shop()
                .kitchen()
                .all()
                .forEach(each -> stations.put(
                        each.stationId(),
                        Kitchen.nameOf(catalogue, each.stationId(), desk.texts().language()))));
        return stations;
    }

    @Override
    public boolean canTry(DeviceSlot slot) {
        return slot.stationId() != null || DeviceTrials.KINDS.contains(slot.kind());
    }

    @Override
    public CompletableFuture<Announcement> tryOut(DeviceSlot slot, DeviceUris uris) {
        CompletableFuture<Announcement> tried = CompletableFuture.runAsync(
                        () -> parts.deviceShelf().use(uris), parts.background())
                .thenCompose(nothing -> trials.of(slot));
        return onEvents(tried.exceptionally(failure -> trials.failed(slot, failure)));
    }

    @Override
    public CompletableFuture<String> save(DeviceUris uris) {
        return onEvents(CompletableFuture.supplyAsync(
                () -> {
                    try {
                        parts.useDevices(uris);
                        return "";
                    } catch (IOException e) {
                        LOG.log(Level.WARNING, "the devices could not be kept", e);
                        return desk.texts()
                                .text(
                                        "connection.not-saved",
                                        parts.home().settings().toString());
                    }
                },
                parts.background()));
    }

    @Override
    public void restore() {
        trials.forget();
        parts.background().execute(() -> parts.deviceShelf().use(saved()));
    }

    @Override
    public void leave() {
        boolean isKnownByNow = cameFrom == Screen.CONNECTION && parts.identity().isPresent();
        desk.turnTo(isKnownByNow ? Screen.SIGN_ON : cameFrom);
    }

    private <T> CompletableFuture<T> onEvents(CompletableFuture<T> answer) {
        CompletableFuture<T> told = new CompletableFuture<>();
        CompletableFuture<T> unused = answer.whenCompleteAsync(
                (value, failure) -> {
                    if (failure == null) {
                        told.complete(value);
                    } else {
                        LOG.log(Level.ERROR, "setting up a device failed", failure);
                        told.completeExceptionally(failure);
                    }
                },
                parts.platform().eventThread());
        return told;
    }
}
