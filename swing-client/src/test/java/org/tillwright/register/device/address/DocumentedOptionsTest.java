package org.tillwright.register.device.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.wire.json.Fault;

/** What docs/devices.md says of addresses is what the register takes: each beginning, each option, each value, and no other. */
class DocumentedOptionsTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "devices.md");
    private static final Path SOURCES =
            Path.of("src", "main", "java", "org", "tillwright", "register", "device", "address");
    /** Addresses that have no place. */
    private static final Set<String> WHOLE = Set.of("server", "via:printer", "keyboard");

    private static final String STATION = "station.NAME";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern RANGE = Pattern.compile("\\b([0-9]+) to ([0-9]+)\\b");

    /** Takes of options in the sources, by their names. */
    private static final Pattern TAKEN = Pattern.compile(
            "\\b(?:option|number|word)\\(\\s*\"([a-z-]+)\"|\\bwordOr\\([^,]+,\\s*\"([a-z-]+)\"|\\b(?:mark|typedMark|command)\\(address, \"([a-z-]+)\"\\)");

    private static final List<Form> FORMS = new ArrayList<>();
    private static final List<Row> OPTIONS = new ArrayList<>();

    /** One way to begin the address of a setting. */
    private record Form(String setting, String beginning) {

        String address() {
            if (WHOLE.contains(beginning)) {
                return beginning;
            }
            if (beginning.equals("jpos:")) {
                return beginning + "ExampleModel1";
            }
            return beginning + (beginning.endsWith("tcp:") ? "127.0.0.1:9100" : "/dev/ttyS0");
        }

        boolean isOneOf(String word) {
            return switch (word) {
                case "line" -> beginning.endsWith("serial:") || beginning.endsWith("tcp:");
                case "serial:" -> beginning.endsWith("serial:");
                default -> beginning.startsWith(word);
            };
        }
    }

    /** One option, where it counts, and its values. */
    private record Row(String option, List<String> settings, String with, String values) {

        boolean isOf(Form form) {
            return (settings.contains(form.setting()) || settings.contains("every")) && form.isOneOf(with);
        }

        /** Values that stand there as they are written, but for what single protocols have instead. */
        List<String> given() {
            return codes(values.split(";\\s*`(?:dialog06|nci|card)`", 2)[0]);
        }
    }

    @BeforeAll
    static void read() throws IOException {
        for (String line : Files.readAllLines(DOCUMENT, StandardCharsets.UTF_8)) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 5 && line.contains("` |") && codes(cells[1]).size() == 1) {
                codes(cells[3]).stream()
                        .filter(code -> code.endsWith(":") || WHOLE.contains(code))
                        .forEach(beginning -> FORMS.add(new Form(codes(cells[1]).get(0), beginning)));
            }
            if (cells.length == 7 && codes(cells[1]).size() == 1) {
                String with = cells[3].strip().replace("`", "");
                List<String> settings = cells[2].strip().equals("every") ? List.of("every") : codes(cells[2]);
                OPTIONS.add(new Row(codes(cells[1]).get(0), settings, with, cells[4]));
            }
        }
    }

    private static List<String> codes(String text) {
        return CODE.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static List<String> faults(Form form, String query) {
        String address = form.address() + query;
        DeviceUris uris = form.setting().equals(STATION)
                ? DeviceUris.NONE.withStation("bar", address)
                : DeviceUris.NONE.with(kind(form.setting()), address);
        if (form.beginning().equals("via:printer")) {
            uris = uris.with(DeviceKind.PRINTER, "escpos+tcp:127.0.0.1:9100");
        }
        return Devices.faultsOf(uris).stream().map(Fault::message).toList();
    }

    private static DeviceKind kind(String setting) {
        return Stream.of(DeviceKind.values())
                .filter(kind -> kind.setting().equals(setting))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no device has the setting " + setting));
    }

    @Test
    void everySettingIsThereAndEachBeginningIsTaken() {
        Set<String> settings =
                Stream.of(DeviceKind.values()).map(DeviceKind::setting).collect(Collectors.toSet());
        settings.add(STATION);
        assertThat(FORMS.stream().map(Form::setting).collect(Collectors.toSet()))
                .isEqualTo(settings);
        for (Form form : FORMS) {
            assertThat(faults(form, "")).as(form.toString()).isEmpty();
        }
    }

    @Test
    void everyValueThatIsToldIsTakenAndWhatIsBeyondIsNot() {
        int tried = 0;
        for (Row row : OPTIONS) {
            List<Form> forms = FORMS.stream().filter(row::isOf).toList();
            assertThat(forms).as("addresses with " + row).isNotEmpty();
            for (Form form : forms) {
                String option = "?" + row.option() + "=";
                for (String value : row.given()) {
                    assertThat(faults(form, option + value))
                            .as(form + option + value)
                            .isEmpty();
                    tried++;
                }
                for (MatchResult range : RANGE.matcher(row.values()).results().toList()) {
                    long least = Long.parseLong(range.group(1));
                    long most = Long.parseLong(range.group(2));
                    assertThat(faults(form, option + least))
                            .as(form + option + least)
                            .isEmpty();
                    assertThat(faults(form, option + most))
                            .as(form + option + most)
                            .isEmpty();
                    assertThat(faults(form, option + (least - 1)))
                            .as(form + option + (least - 1))
                            .hasSize(1);
                    assertThat(faults(form, option + (most + 1)))
                            .as(form + option + (most + 1))
                            .hasSize(1);
                }
                assertThat(faults(form, option + "\u00a7"))
                        .as(form + option + "nonsense")
                        .hasSize(1);
            }
        }
        assertThat(tried).isGreaterThan(100);
    }

    @Test
    void whatIsNotToldOfADeviceIsNotTaken() {
        Set<String> names = OPTIONS.stream().map(Row::option).collect(Collectors.toSet());
        for (Form form : FORMS) {
            for (String name : names) {
                boolean isTold = OPTIONS.stream().anyMatch(row -> row.option().equals(name) && row.isOf(form));
                if (!isTold) {
                    assertThat(faults(form, "?" + name + "=1"))
                            .as(form + "?" + name)
                            .anyMatch(message -> message.contains("has the option " + name + ", which is not known"));
                }
            }
        }
    }

    /** An option that the table forgot has a name in the sources that the table has not. */
    @Test
    void theSourcesTakeNoOptionThatIsNotTold() throws IOException {
        Set<String> taken = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                TAKEN.matcher(Files.readString(file)).results().forEach(found -> Stream.of(1, 2, 3)
                        .map(found::group)
                        .filter(name -> name != null)
                        .forEach(taken::add));
            }
        }
        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(
                        OPTIONS.stream().map(Row::option).collect(Collectors.toCollection(TreeSet::new)));
    }
}
