package org.tillwright.register.devicesetup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceHealth;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.StationState;
import org.tillwright.register.dialogue.Announcement;

/** A register on whose counter everything works, unless told otherwise. */
final class SetupCounter implements SetupSurroundings {

    private static final FoundPort PRINTER_PORT =
            new FoundPort(Path.of("/dev/serial/by-id/usb-EPSON"), "ttyUSB0", FoundPort.Kind.SERIAL, null);

    private static final FoundPort PRINTER_FILE =
            new FoundPort(Path.of("/dev/usb/lp0"), "lp0", FoundPort.Kind.PRINTER_FILE, null);

    CompletableFuture<List<FoundPort>> ports = CompletableFuture.completedFuture(List.of(PRINTER_PORT, PRINTER_FILE));
    DeviceUris saved = DeviceUris.NONE;
    final List<DeviceUris> tried = new ArrayList<>();
    CompletableFuture<Announcement> answer = CompletableFuture.completedFuture(Announcement.done("It worked."));
    String fault = "";

    @Nullable
    CompletableFuture<List<FoundService>> services;

    Map<String, String> stations = Map.of();
    Map<String, StationState> stationStates = Map.of();
    int saves;
    int restored;
    boolean isLeft;

    @Override
    public DeviceUris saved() {
        return saved;
    }

    @Override
    public List<DeviceHealth.Condition> conditions() {
        return List.of();
    }

    @Override
    public Map<String, StationState> stationStates() {
        return stationStates;
    }

    @Override
    public CompletableFuture<List<FoundPort>> ports() {
        return ports;
    }

    @Override
    public boolean hasMakersFile() {
        return services != null;
    }

    @Override
    public CompletableFuture<List<FoundService>> services(DeviceKind kind) {
        return services;
    }

    @Override
    public Map<String, String> stations() {
        return stations;
    }

    @Override
    public boolean canTry(DeviceSlot slot) {
        return slot.kind() != DeviceKind.CARD_TERMINAL;
    }

    @Override
    public CompletableFuture<Announcement> tryOut(DeviceSlot slot, DeviceUris uris) {
        tried.add(uris);
        return answer;
    }

    @Override
    public CompletableFuture<String> save(DeviceUris uris) {
        saves++;
        if (fault.isEmpty()) {
            saved = uris;
        }
        return CompletableFuture.completedFuture(fault);
    }

    @Override
    public void restore() {
        restored++;
    }

    @Override
    public void leave() {
        isLeft = true;
    }
}
