package org.tillwright.web.admin.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tillwright.server.Reason;
import org.tillwright.server.customers.CustomerReason;
import org.tillwright.server.devices.AlertReason;
import org.tillwright.server.security.OperatorReason;
import org.tillwright.server.settlement.SettlementReason;
import org.tillwright.server.stores.StoreReason;
import org.tillwright.server.value.ValueReason;

/** Whatever the server notes or refuses has words; the actions are read from its sources, so that none is forgotten. */
class AuditWordsTest {

    private static final Path SERVER = Path.of("..", "ejb", "src", "main", "java");
    private static final Pattern ACTION = Pattern.compile(
            "(?:new AuditNote\\(|AuditNote\\.ofServer\\(|\\bnote\\(|\\bnoteOf\\()\\s*\"([A-Z][A-Z_]+)\"");

    @Test
    void eachActionHasWords() throws IOException {
        ResourceBundle words = ResourceBundle.getBundle("org.tillwright.web.admin.setup.words", Locale.ENGLISH);
        TreeSet<String> actions = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SERVER)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = ACTION.matcher(Files.readString(file));
                while (matcher.find()) {
                    actions.add(matcher.group(1));
                }
            }
        }
        assertThat(actions).hasSizeGreaterThan(20);
        assertThat(actions).allMatch(action -> words.containsKey("setup.audit.action." + action));
    }

    @Test
    void eachReasonHasWords() {
        List<Reason> reasons = Stream.<Reason[]>of(
                        OperatorReason.values(),
                        StoreReason.values(),
                        CustomerReason.values(),
                        ValueReason.values(),
                        AlertReason.values(),
                        SettlementReason.values())
                .flatMap(Stream::of)
                .toList();
        for (Reason reason : reasons) {
            String capability = reason.key().substring(0, reason.key().indexOf('.'));
            for (String language : List.of("en", "da", "uk")) {
                ResourceBundle words = ResourceBundle.getBundle(
                        "org.tillwright.web.admin." + capability + ".words", Locale.forLanguageTag(language));
                assertThat(words.containsKey(reason.key())).as(reason.key()).isTrue();
            }
        }
    }
}
