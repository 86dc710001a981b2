package org.tillwright.server.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.server.stores.StoreDetail;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.shop.ShopRules;

/** The rules that people read first: those of the demo shop, and the examples of the handbook. */
class WrittenShopRulesTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern EXAMPLE = Pattern.compile("```json\\n(.*?)\\n *```", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("^\\('([a-z0-9-]+)', '", Pattern.MULTILINE);

    @Test
    void theHandbooksExamplesAreSoundAndOneOfEachKind() throws IOException {
        Matcher found = EXAMPLE.matcher(Files.readString(ROOT.resolve("docs/shop-rules.md")));
        List<String> profiles = new ArrayList<>();
        while (found.find()) {
            ShopRules rules = read(found.group(1));
            profiles.add(rules.profile());
            assertSound(rules);
        }
        assertThat(profiles).containsExactly("FOOD", "FASHION", "CAFE");
    }

    @Test
    void theGuideToKitchensHasADocumentThatTheDemoShopTakes() throws IOException {
        String devices = Files.readString(ROOT.resolve("docs/devices.md"));
        Matcher found = EXAMPLE.matcher(devices.substring(devices.indexOf("### Setting up a kitchen")));
        assertThat(found.find()).isTrue();
        ShopRules rules = read(found.group(1));
        assertThat(rules.kitchen()).isNotNull();
        assertSound(rules);
    }

    @Test
    void theDemoShopsRulesAreSoundAndNameEveryReasonInThreeLanguages() throws IOException {
        String script = Files.readString(ROOT.resolve("sql/demo/41-shop-rules.sql"));
        ShopRules rules = read(script.substring(script.indexOf("'{") + 1, script.lastIndexOf("}'") + 1));
        assertSound(rules);
        assertThat(rules.reasons())
                .allSatisfy(reason -> assertThat(reason.names()).containsOnlyKeys("en", "da", "uk"))
                .extracting("use")
                .containsAll(ShopRulesCheck.USES);
    }

    private static void assertSound(ShopRules rules) throws IOException {
        assertThat(ShopRulesCheck.faultsOf(rules, demo(), new ShopReferences.Found(ids(), ids(), Set.of())))
                .isEmpty();
    }

    /** Everything that the demo's scripts insert: items and departments alike. */
    private static Set<String> ids() throws IOException {
        Set<String> ids = new HashSet<>();
        try (Stream<Path> scripts = Files.list(ROOT.resolve("sql/demo"))) {
            for (Path script :
                    scripts.filter(path -> path.toString().endsWith(".sql")).toList()) {
                ID.matcher(Files.readString(script)).results().forEach(found -> ids.add(found.group(1)));
            }
        }
        return ids;
    }

    private static ShopRules read(String json) {
        return WireJson.readWritten(json.getBytes(StandardCharsets.UTF_8), ShopRules.class);
    }

    private static StoreDetail demo() {
        return new StoreDetail(
                "demo",
                "Wren & Rye",
                List.of(),
                null,
                "DE",
                "EUR",
                "en",
                "Europe/Berlin",
                "03:00",
                TaxPolicyMessage.of(
                        new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_LINE, RoundingMode.HALF_UP)),
                Map.of());
    }
}
