package org.tillwright.register.devicesetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.StationState;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.text.Texts;

/** Setting a device up without writing an address, as a person does it key by key. */
class DeviceSetupModelTest {

    private final SetupCounter counter = new SetupCounter();
    private DeviceSetupState state;
    private final DeviceSetupModel model = new DeviceSetupModel(counter, Texts.of("en"), next -> state = next);

    @Test
    void aPrinterIsFoundTriedAndKept() {
        model.begin();
        model.chosen("printer");
        assertThat(rows()).contains("escpos+serial", "escpos+tcp");
        model.chosen("escpos+serial");
        assertThat(rows()).containsExactly("port:/dev/serial/by-id/usb-EPSON", "by-hand");
        model.chosen("port:/dev/serial/by-id/usb-EPSON");
        model.chosen("option:baud");
        model.chosen("19200");
        assertThat(state.facts()).contains("printer = escpos+serial:/dev/serial/by-id/usb-EPSON?baud=19200");
        model.tryOut();
        assertThat(counter.tried).hasSize(1);
        assertThat(state.notice().text()).isEqualTo("It worked.");
        model.save();
        assertThat(counter.saved.of(DeviceKind.PRINTER))
                .isEqualTo("escpos+serial:/dev/serial/by-id/usb-EPSON?baud=19200");
        assertThat(state.notice()).isEqualTo(Announcement.done("Receipt printer: saved, and it counts at once."));
    }

    @Test
    void whatNobodySawWorkIsKeptAndSaidSo() {
        networkPrinter("10.0.0.5:9100");
        model.save();
        assertThat(counter.saved.of(DeviceKind.PRINTER)).isEqualTo("escpos+tcp:10.0.0.5:9100");
        assertThat(state.notice().text()).contains("nobody saw it work yet");
    }

    @Test
    void aTrialThatFailedOrAChangeAfterwardsIsNotTakenForSeen() {
        networkPrinter("10.0.0.5:9100");
        model.tryOut();
        model.chosen("option:columns");
        model.chosen("48");
        model.save();
        assertThat(state.notice().text()).contains("nobody saw it work yet");
    }

    @Test
    void theUsualValueLeavesTheAddressShort() {
        networkPrinter("10.0.0.5:9100");
        model.chosen("option:columns");
        model.chosen("48");
        assertThat(state.facts().get(0)).endsWith("?columns=48");
        model.chosen("option:columns");
        model.chosen("usual");
        assertThat(state.facts().get(0)).endsWith(":9100");
    }

    @Test
    void aPlaceThatIsNoneIsSaidAndTheRestStays() {
        model.begin();
        model.chosen("printer");
        model.chosen("escpos+tcp");
        model.keyed("the printer");
        assertThat(state.notice())
                .isEqualTo(Announcement.warning(
                        "That is no network address. Key a host and a port, such as 10.0.0.5:9100."));
        assertThat(state.prompt()).isNotNull();
        model.keyed("10.0.0.5:9100");
        assertThat(state.canTry()).isTrue();
    }

    @Test
    void aPortThatNoHostHasIsToldByTheDriversOwnReader() {
        networkPrinter("10.0.0.5:99999");
        model.save();
        assertThat(counter.saves).isZero();
        assertThat(state.notice().text()).startsWith("These settings do not go together: Receipt printer");
    }

    @Test
    void theTerminalsPasswordIsShownNowhere() {
        model.begin();
        model.chosen("card");
        model.chosen("zvt+tcp");
        model.keyed("10.0.0.9:20007");
        model.chosen("option:password");
        assertThat(state.prompt().isSecret()).isTrue();
        model.keyed("12345");
        assertThat(state.notice().text()).isEqualTo("Terminal’s password cannot be that. Key a value such as 000000.");
        model.keyed("123456");
        assertThat(state.toString()).doesNotContain("123456");
        model.save();
        assertThat(counter.saved.of(DeviceKind.CARD_TERMINAL)).isEqualTo("zvt+tcp:10.0.0.9:20007?password=123456");
    }

    @Test
    void whatCannotBeTriedFromHereIsNotTried() {
        model.begin();
        model.chosen("card");
        model.chosen("zvt+tcp");
        model.keyed("10.0.0.9:20007");
        assertThat(state.canTry()).isFalse();
        model.tryOut();
        assertThat(counter.tried).isEmpty();
        assertThat(state.canSave()).isTrue();
    }

    @Test
    void aDrawerWithoutAPrinterIsRefusedBeforeAnythingIsKept() {
        model.begin();
        model.chosen("drawer");
        model.chosen("via");
        model.save();
        assertThat(counter.saves).isZero();
        assertThat(state.notice().text()).contains("Cash drawer is wired to the receipt printer");
    }

    @Test
    void leavingPutsTheDevicesOfTheSettingsBack() {
        networkPrinter("10.0.0.5:9100");
        model.tryOut();
        model.back();
        assertThat(counter.restored).isEqualTo(1);
        assertThat(counter.isLeft).isFalse();
        model.back();
        assertThat(counter.isLeft).isTrue();
    }

    @Test
    void anAnswerToWhatIsOverIsNotShown() {
        networkPrinter("10.0.0.5:9100");
        counter.answer = new CompletableFuture<>();
        model.tryOut();
        assertThat(state.isBusy()).isTrue();
        model.back();
        model.begin();
        counter.answer.complete(Announcement.done("Late."));
        assertThat(state.notice()).isEqualTo(Announcement.NONE);
        assertThat(state.isBusy()).isFalse();
    }

    @Test
    void aDeviceIsTakenAway() {
        counter.saved = DeviceUris.NONE.with(DeviceKind.DISPLAY, "cd5220+tcp:10.0.0.8:4003");
        model.begin();
        model.chosen("display");
        assertThat(state.canRemove()).isTrue();
        model.remove();
        assertThat(counter.saved.of(DeviceKind.DISPLAY)).isNull();
        assertThat(state.notice().text()).isEqualTo("Customer display: taken away. The register goes on without it.");
    }

    @Test
    void whatCannotBeKeptStaysOnTheScreenWithTheReason() {
        networkPrinter("10.0.0.5:9100");
        counter.fault = "The settings file cannot be written.";
        model.save();
        assertThat(state.notice()).isEqualTo(Announcement.refused("The settings file cannot be written."));
        assertThat(state.facts().get(0)).endsWith("10.0.0.5:9100");
    }

    @Test
    void onlyPortsThatThisWayCanUseAreOffered() {
        model.begin();
        model.chosen("scanner");
        model.chosen("serial");
        assertThat(rows()).containsExactly("port:/dev/serial/by-id/usb-EPSON", "by-hand");
    }

    /** Otherwise the row that is there meanwhile stays chosen, and Enter takes it in place of the port that was found. */
    @Test
    void nothingIsOfferedWhilePortsAreLookedFor() {
        var looked = counter.ports;
        counter.ports = new CompletableFuture<>();
        model.begin();
        model.chosen("scanner");
        model.chosen("serial");
        assertThat(rows()).isEmpty();
        counter.ports.complete(looked.join());
        assertThat(rows()).startsWith("port:/dev/serial/by-id/usb-EPSON");
    }

    @Test
    void aPortOfAnotherDeviceSaysSo() {
        counter.saved = DeviceUris.NONE.with(DeviceKind.SCALE, "plain+serial:/dev/serial/by-id/usb-EPSON");
        model.begin();
        model.chosen("scanner");
        model.chosen("serial");
        assertThat(state.choices().rows().get(0).figure()).isEqualTo("Scale");
    }

    @Test
    void phonesPayThroughTheServerAndNobodySaysWhereThatIs() {
        model.begin();
        model.chosen("wallet");
        assertThat(rows()).containsExactly("server");
        model.chosen("server");
        assertThat(rows()).containsExactly("way");
        model.save();
        assertThat(counter.saved.of(DeviceKind.WALLET)).isEqualTo("server");
        model.chosen("wallet");
        assertThat(state.facts().get(0)).isEqualTo("wallet = server");
        assertThat(state.canTry()).isTrue();
    }

    @Test
    void aMakersDriverIsOfferedOnlyWhereThereIsAFileOfThem() {
        model.begin();
        model.chosen("printer");
        assertThat(rows()).doesNotContain("jpos");
        counter.services = CompletableFuture.completedFuture(
                List.of(new FoundService("EpsonTM88", "Epson, TM-T88", true), new FoundService("Star", "", false)));
        model.back();
        model.chosen("printer");
        model.chosen("jpos");
        assertThat(rows()).containsExactly("service:EpsonTM88", "service:Star", "by-hand");
        assertThat(state.choices().rows().get(1).detail()).contains("not in the folder drivers");
        model.chosen("service:EpsonTM88");
        model.chosen("option:patience");
        model.keyed("60");
        model.save();
        assertThat(counter.saved.of(DeviceKind.PRINTER)).isEqualTo("jpos:EpsonTM88?patience=60");
    }

    @Test
    void aFileOfMakersDriversThatCannotBeReadIsSaidAndANameCanBeKeyed() {
        counter.services = CompletableFuture.failedFuture(new IllegalStateException("damaged"));
        model.begin();
        model.chosen("scanner");
        model.chosen("jpos");
        assertThat(state.notice().text()).startsWith("jpos.xml cannot be read.");
        model.chosen("by-hand");
        model.keyed("Datalogic");
        assertThat(state.facts().get(0)).isEqualTo("scanner = jpos:Datalogic");
    }

    @Test
    void theStationsOfTheShopsRulesAreListedByTheirNamesAndSetUpLikeAPrinter() {
        counter.stations = Map.of("kitchen", "Warm kitchen");
        model.begin();
        assertThat(rows()).contains("station.kitchen").doesNotContain("station.bar");
        model.chosen("station.kitchen");
        assertThat(rows()).contains("escpos+serial", "escpos+tcp").doesNotContain("jpos");
        model.chosen("escpos+tcp");
        model.keyed("10.0.0.21:9100");
        assertThat(state.heading()).isEqualTo("Order printer: Warm kitchen");
        model.tryOut();
        assertThat(counter.tried).hasSize(1);
        model.save();
        assertThat(counter.saved.stations()).containsExactly(Map.entry("kitchen", "escpos+tcp:10.0.0.21:9100"));
        model.chosen("station.kitchen");
        model.remove();
        assertThat(counter.saved.stations()).isEmpty();
    }

    @Test
    void aStationsPrinterSaysHowItIsDoingLikeEveryOtherDevice() {
        counter.stations = Map.of("kitchen", "Warm kitchen");
        counter.saved = DeviceUris.NONE.withStation("kitchen", "escpos+tcp:10.0.0.21:9100");
        counter.stationStates = Map.of("kitchen", StationState.UNUSED);
        model.begin();
        assertThat(stateOf("station.kitchen")).isEqualTo("not used yet");
        counter.stationStates = Map.of("kitchen", StationState.WELL);
        model.begin();
        assertThat(stateOf("station.kitchen")).isEqualTo("works");
        counter.stationStates = Map.of("kitchen", StationState.troubled(Trouble.PAPER_OUT));
        model.begin();
        assertThat(stateOf("station.kitchen")).isEqualTo("needs a look");
        model.chosen("station.kitchen");
        assertThat(state.facts()).contains("The printer has no paper: Warm kitchen. Put in a new roll.");
        for (Trouble trouble : Trouble.values()) {
            counter.stationStates = Map.of("kitchen", StationState.troubled(trouble));
            model.chosen("way");
            model.back();
            assertThat(state.facts()).hasSize(3);
        }
    }

    private String stateOf(String row) {
        return state.choices().rows().stream()
                .filter(each -> each.id().equals(row))
                .findFirst()
                .orElseThrow()
                .figure();
    }

    @Test
    void aStationThatTheRulesDoNotKnowYetIsNamed() {
        model.begin();
        model.chosen("another-station");
        model.keyed("Bar upstairs");
        assertThat(state.notice().text()).startsWith("That is no such name.");
        model.keyed("bar");
        model.chosen("escpos+tcp");
        model.keyed("10.0.0.22:99999");
        model.save();
        assertThat(state.notice().text()).contains("station.bar");
        model.chosen("place");
        model.keyed("10.0.0.22:9100");
        model.save();
        assertThat(rows()).contains("station.bar");
        assertThat(state.notice().text()).startsWith("Order printer: bar: saved");
    }

    @Test
    void aReaderThatTypesRadioCardsIsSetUpWithoutAPlace() {
        model.begin();
        model.chosen("badge");
        model.chosen("keyboard");
        assertThat(rows())
                .containsExactly(
                        "way", "option:uid", "option:length", "option:uid-order", "option:prefix", "option:suffix");
        model.chosen("option:uid");
        model.chosen("hex");
        model.chosen("option:prefix");
        model.keyed("a&b");
        assertThat(state.notice().text()).startsWith("Signs before it cannot be that.");
        model.keyed("ID");
        assertThat(state.facts().get(0)).isEqualTo("badge = keyboard?uid=hex&prefix=ID");
        model.save();
        assertThat(counter.saved.of(DeviceKind.BADGE_READER)).isEqualTo("keyboard?uid=hex&prefix=ID");
    }

    @Test
    void aLabelPrintersRollIsSet() {
        model.begin();
        model.chosen("label");
        model.chosen("tspl+tcp");
        model.keyed("10.0.0.11:9100");
        assertThat(rows()).containsExactly("way", "place", "option:size", "option:dpi", "option:gap");
        model.chosen("option:size");
        model.keyed("80x50");
        assertThat(state.canTry()).isTrue();
        model.save();
        assertThat(counter.saved.of(DeviceKind.LABEL_PRINTER)).isEqualTo("tspl+tcp:10.0.0.11:9100?size=80x50");
    }

    /** Every way that is offered is one that the drivers take, with each of its options, and has words in each language. */
    @ParameterizedTest
    @EnumSource
    void everyWayThatIsOfferedIsTakenByTheDrivers(DeviceKind kind) {
        DeviceSlot slot = DeviceSlot.of(kind);
        assertThat(DeviceWay.of(slot)).as(kind.words()).isNotEmpty();
        for (DeviceWay way : DeviceWay.of(slot)) {
            for (DeviceWay.Option option : way.options()) {
                for (String value : option.isChosen() ? option.values() : List.of(option.sample())) {
                    DeviceUris uris = DeviceUris.NONE
                            .with(DeviceKind.PRINTER, "escpos+tcp:10.0.0.5:9100")
                            .with(kind, way.draft().with(option.name(), value).toString());
                    assertThat(Devices.faultsOf(uris)).as(uris.toString()).isEmpty();
                }
                for (String language : Texts.LANGUAGES) {
                    assertThat(Texts.of(language).has("setup.option." + option.name()))
                            .as(option.name())
                            .isTrue();
                }
            }
        }
        for (String language : Texts.LANGUAGES) {
            Texts texts = Texts.of(language);
            assertThat(List.of("setup.kind.", "setup.hint.", "setup.trying.", "setup.tried."))
                    .allMatch(key -> texts.has(key + kind.setting()));
        }
    }

    private void networkPrinter(String place) {
        model.begin();
        model.chosen("printer");
        model.chosen("escpos+tcp");
        model.keyed(place);
    }

    private List<String> rows() {
        return state.choices().rows().stream().map(Choices.Row::id).toList();
    }
}
