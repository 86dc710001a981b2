package org.tillwright.register.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.settings.SettingsException;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.shop.KitchenRules;
import org.tillwright.wire.shop.ShopRules;

/** What docs/devices.md tells an owner to write for a kitchen and a bar is taken as it stands there, and both halves fit. */
class KitchenGuideTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "devices.md");
    private static final Pattern FUNCTION = Pattern.compile("`([A-Z]+_[A-Z]+)`");

    private static String guide;

    @BeforeAll
    static void read() throws IOException {
        String document = Files.readString(DOCUMENT, StandardCharsets.UTF_8);
        int begin = document.indexOf("### Setting up a kitchen");
        guide = document.substring(begin, document.indexOf("\n###", begin));
    }

    private static String example(String language) {
        Matcher found = Pattern.compile("```" + language + "\\n(.*?)\\n *```", Pattern.DOTALL)
                .matcher(guide);
        assertThat(found.find()).as("an example of " + language).isTrue();
        return found.group(1);
    }

    private static KitchenRules rules() {
        byte[] written = example("json").getBytes(StandardCharsets.UTF_8);
        return Objects.requireNonNull(
                WireJson.readWritten(written, ShopRules.class).kitchen());
    }

    private static DeviceUris settings() throws SettingsException {
        return RegisterSettings.parse(example("properties")).devices();
    }

    @Test
    void theSettingsAreTakenAndNameJustTheStationsOfTheRules() throws Exception {
        assertThat(Devices.faultsOf(settings())).isEmpty();
        assertThat(rules().all())
                .extracting(KitchenRules.Station::stationId)
                .containsExactlyInAnyOrderElementsOf(settings().stations().keySet());
    }

    @Test
    void goodsOfItsDepartmentsFindTheirStation() {
        assertThat(rules().ofDepartment("bakery").map(KitchenRules.Station::stationId))
                .contains("kitchen");
        assertThat(rules().ofDepartment("cafe").map(KitchenRules.Station::stationId))
                .contains("bar");
        assertThat(rules().ofDepartment("dairy")).isEmpty();
    }

    @Test
    void theFunctionsThatItNamesAreFunctions() {
        assertThat(FUNCTION.matcher(guide).results().map(found -> found.group(1)))
                .containsExactly("KITCHEN_SEND", "KITCHEN_TICKETS", "ORDER_READY")
                .allSatisfy(name -> assertThat(FunctionId.find(name)).isNotNull());
    }
}
