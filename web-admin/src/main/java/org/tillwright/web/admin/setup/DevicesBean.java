package org.tillwright.web.admin.setup;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.Refused;
import org.tillwright.server.devices.AlertRules;
import org.tillwright.server.devices.AlertSummary;
import org.tillwright.server.devices.DeviceChange;
import org.tillwright.server.devices.DeviceService;
import org.tillwright.server.devices.DeviceSummary;
import org.tillwright.server.devices.RegisterDevices;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Figures;
import org.tillwright.web.admin.shell.Messages;
import org.tillwright.web.admin.shell.Navigation;
import org.tillwright.web.admin.shell.Refusals;
import org.tillwright.web.admin.shell.Words;
import org.tillwright.wire.device.DeviceCondition;

/** How the devices of registers are doing, what people are told of them, and one register's newest changes beside the list. */
@Named("devices")
@ViewScoped
public class DevicesBean implements Serializable {

    /** What the address says for more than usual. */
    private static final String LOOK = "look";

    private static final String ALL = "all";
    private static final String RULES = "rules";
    private static final String PAGE = "/admin/setup/devices.xhtml";
    private static final String FORM = "rulesForm";

    @Inject
    DeviceService service;

    @Inject
    Console console;

    @Inject
    Words words;

    @Inject
    Figures figures;

    @Inject
    Messages messages;

    @Inject
    Refusals refusals;

    @Inject
    Navigation navigation;

    private @Nullable String show;
    private @Nullable String stores;
    private @Nullable String register;
    private transient @Nullable List<RegisterDevices> known;
    private transient @Nullable List<AlertSummary> alerts;
    private @Nullable String mailAddress;
    private @Nullable String downMinutes;
    private @Nullable String restartsAnHour;

    /** Reads what the form shows, when the address asks for it. */
    public void load() {
        if (isRulesOpen()) {
            AlertRules rules = service.rules(console.getStoreId());
            mailAddress = rules.mailAddress();
            downMinutes = Long.toString(rules.downMinutes());
            restartsAnHour = Long.toString(rules.restartsAnHour());
        }
    }

    /** Looks again, when something changed at a device. */
    public void refresh() {
        known = null;
        alerts = null;
    }

    public void saveRules() {
        String address = mailAddress == null ? "" : mailAddress.strip();
        AlertRules wanted =
                new AlertRules(address.isEmpty() ? null : address, number(downMinutes), number(restartsAnHour));
        try {
            service.changeRules(console.getStoreId(), wanted, console.getOperatorId());
            messages.done("setup.devices.rules.done");
            navigation.go(PAGE);
        } catch (Refused refused) {
            refusals.say(refused, FORM);
        }
    }

    /** What is no whole number is refused as one that is out of reach. */
    private static long number(@Nullable String entered) {
        String text = entered == null ? "" : entered.strip();
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : -1;
    }

    public List<RegisterDevices> getRegisters() {
        return all().stream()
                .filter(one -> !isLookOnly() || one.needsLook() || isTold(one))
                .toList();
    }

    private boolean isTold(RegisterDevices one) {
        return getAlerts().stream().anyMatch(alert -> alert.workstationId().equals(one.workstationId()));
    }

    private List<RegisterDevices> all() {
        List<RegisterDevices> found = known;
        if (found == null) {
            found = isAllStores() ? service.ofAll() : service.of(console.getStoreId());
            known = found;
        }
        return found;
    }

    public List<AlertSummary> getAlerts() {
        List<AlertSummary> found = alerts;
        if (found == null) {
            found = isAllStores() ? service.alertsOfAll() : service.alerts(console.getStoreId());
            alerts = found;
        }
        return found;
    }

    public long getLookCount() {
        return all().stream().filter(one -> one.needsLook() || isTold(one)).count();
    }

    /** How many registers there are and how many of them need a look. */
    public String getState() {
        return words.count("setup.devices.state", all().size()) + " "
                + words.count("setup.devices.state.look", getLookCount());
    }

    /** One sentence for an alert, with what to do. */
    public String sentence(AlertSummary alert) {
        String place = isAllStores() ? alert.storeName() + " · " + alert.workstationName() : alert.workstationName();
        return words.with("setup.devices.alert." + alert.what(), place, kind(alert.kind()));
    }

    /** A device that this version has no word for is called by its setting, a kitchen's printer by its station. */
    public String kind(String kind) {
        boolean isAtStation = kind.startsWith(DeviceCondition.AT_STATION);
        String name = isAtStation ? kind.substring(DeviceCondition.AT_STATION.length()) : kind;
        String key = (isAtStation ? "setup.devices.station." : "setup.devices.kind.") + name;
        if (words.containsKey(key)) {
            return words.get(key);
        }
        return isAtStation ? words.with("setup.devices.station", name) : kind;
    }

    public String trouble(@Nullable String trouble) {
        String key = "setup.devices.trouble." + trouble;
        return words.containsKey(key) ? words.get(key) : words.get("setup.devices.trouble.other");
    }

    /** What a device's state is called; one in trouble says which. */
    public String condition(DeviceSummary device) {
        return device.isInTrouble() ? trouble(device.trouble()) : words.get("setup.devices.state." + device.state());
    }

    public String change(DeviceChange change) {
        String said = change.state() == DeviceCondition.State.TROUBLE
                ? trouble(change.trouble())
                : words.get("setup.devices.state." + change.state());
        StringBuilder text = new StringBuilder(kind(change.kind())).append(": ").append(said);
        if (change.paperLow()) {
            text.append(" · ").append(words.get("setup.devices.paperLow"));
        }
        if (change.coverOpen()) {
            text.append(" · ").append(words.get("setup.devices.coverOpen"));
        }
        if (change.drawerOpen()) {
            text.append(" · ").append(words.get("setup.devices.drawerOpen"));
        }
        return text.toString();
    }

    /** When a register last told of its devices, which program it runs, and how often its drivers were restarted. */
    public String about(RegisterDevices one) {
        if (one.heardAt() == null) {
            return words.get("setup.devices.neverHeard");
        }
        String heard =
                words.with("setup.devices.heard", figures.dateTime(one.heardAt()), String.valueOf(one.version()));
        return one.hostRestartsLastHour() == 0
                ? heard
                : heard + " " + words.count("setup.devices.restarts", one.hostRestartsLastHour());
    }

    /** When a device last did what it was asked, and how often it failed. */
    public String aboutDevice(DeviceSummary device) {
        String seen = device.seenAt() == null
                ? words.get("setup.devices.neverSeen")
                : words.with("setup.devices.seen", figures.dateTime(device.seenAt()));
        return device.errors() == 0 ? seen : seen + " " + words.count("setup.devices.errors", device.errors());
    }

    public Optional<RegisterDevices> chosen() {
        return all().stream()
                .filter(one -> one.workstationId().equals(register))
                .findFirst();
    }

    public @Nullable RegisterDevices getChosen() {
        return chosen().orElse(null);
    }

    public List<DeviceChange> getChanges() {
        return chosen().map(one -> service.changes(one.workstationId())).orElse(List.of());
    }

    public @Nullable String getMailTrouble() {
        return service.mailTrouble(console.getStoreId()).orElse(null);
    }

    /** Who is written to, in a sentence. */
    public String getRulesSaid() {
        AlertRules rules = service.rules(console.getStoreId());
        String address = rules.mailAddress();
        return address == null
                ? words.get("setup.devices.rules.nobody")
                : words.with("setup.devices.rules.somebody", address);
    }

    public boolean isLookOnly() {
        return LOOK.equals(show);
    }

    public boolean isAllStores() {
        return ALL.equals(stores);
    }

    public boolean isRulesOpen() {
        return RULES.equals(register) && console.isManager();
    }

    public boolean isManyStores() {
        return console.getStores().size() > 1;
    }

    public @Nullable String getShow() {
        return show;
    }

    public void setShow(@Nullable String show) {
        this.show = show;
    }

    public @Nullable String getStores() {
        return stores;
    }

    public void setStores(@Nullable String stores) {
        this.stores = stores;
    }

    public @Nullable String getRegister() {
        return register;
    }

    public void setRegister(@Nullable String register) {
        this.register = register;
    }

    public @Nullable String getMailAddress() {
        return mailAddress;
    }

    public void setMailAddress(@Nullable String mailAddress) {
        this.mailAddress = mailAddress;
    }

    public @Nullable String getDownMinutes() {
        return downMinutes;
    }

    public void setDownMinutes(@Nullable String downMinutes) {
        this.downMinutes = downMinutes;
    }

    public @Nullable String getRestartsAnHour() {
        return restartsAnHour;
    }

    public void setRestartsAnHour(@Nullable String restartsAnHour) {
        this.restartsAnHour = restartsAnHour;
    }
}
