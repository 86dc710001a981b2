package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.label.Label;
import org.tillwright.register.label.LabelPicture;
import org.tillwright.simulator.LabelSimulator;
import org.tillwright.simulator.LabelSimulator.Language;
import org.tillwright.simulator.PrintedLabel;
import org.tillwright.simulator.PtyPair;

/** Labels through driver and line to a printer at the far end, whose pictures other programs read. */
@Timeout(120)
class LabelPrinterOnALineTest {

    private static final Label MILK =
            new Label("Organic whole milk 1 litre", "1.29 EUR", "", new Label.Ean13("4006381333931"));
    private static final Label CHEESE =
            new Label("Mountain cheese", "6.76 EUR", "0.485 kg, 13.94/kg", new Label.DataBar("90012345678908", 485L));

    @TempDir
    Path directory;

    private final BlockingQueue<PrintedLabel> labels = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> unknown = new LinkedBlockingQueue<>();
    private final LabelSimulator.Listener listener = new LabelSimulator.Listener() {
        @Override
        public void printed(PrintedLabel label) {
            labels.add(label);
        }

        @Override
        public void unknown(String what) {
            unknown.add(what);
        }
    };

    private LabelSimulator printer(String where, Language language) throws IOException {
        return LabelSimulator.open(where, null, language, 203, listener);
    }

    private static Devices devices(String uri) {
        return Devices.open(DeviceUris.NONE.with(DeviceKind.LABEL_PRINTER, uri), failure -> {});
    }

    private static void print(Devices devices, Label label, int copies) throws Exception {
        DeviceLane<LabelPrinter> lane = devices.labelPrinter().orElseThrow();
        LabelDots dots = LabelPicture.draw(label, lane.device().size());
        CompletableFuture<Boolean> done = lane.ask(device -> {
            device.print(dots, copies);
            return true;
        });
        try {
            assertThat(done.get(60, TimeUnit.SECONDS)).isTrue();
        } catch (ExecutionException e) {
            throw (DeviceException) e.getCause();
        }
    }

    private PrintedLabel printed() throws InterruptedException {
        PrintedLabel label = labels.poll(20, TimeUnit.SECONDS);
        assertThat(label).isNotNull();
        return label;
    }

    private static void assertSameDots(BufferedImage picture, LabelDots dots) {
        assertThat(picture.getWidth()).isEqualTo(dots.width());
        assertThat(picture.getHeight()).isEqualTo(dots.height());
        for (int y = 0; y < dots.height(); y++) {
            for (int x = 0; x < dots.width(); x++) {
                assertThat((picture.getRGB(x, y) & 0xFF) == 0)
                        .as("%d, %d", x, y)
                        .isEqualTo(dots.isBlack(x, y));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"zpl,50x30,203", "zpl,62x29,300", "tspl,50x30,203", "tspl,58x40,203", "tspl,51x27,203"})
    void everyDotArrivesAsItWasDrawnAndNoByteIsUnknown(String language, String size, int dpi) throws Exception {
        try (LabelSimulator printer = LabelSimulator.open(
                        "tcp:0", null, Language.valueOf(language.toUpperCase(Locale.ROOT)), dpi, listener);
                Devices devices =
                        devices(language + "+tcp:127.0.0.1:" + printer.tcpPort() + "?size=" + size + "&dpi=" + dpi)) {
            for (Label label : new Label[] {MILK, CHEESE}) {
                print(devices, label, 3);
                PrintedLabel out = printed();
                assertThat(out.copies()).isEqualTo(3);
                assertSameDots(
                        out.picture(),
                        LabelPicture.draw(
                                label,
                                devices.labelPrinter().orElseThrow().device().size()));
            }
            assertThat(unknown).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void labelsComeOverASerialPort(Language language) throws Exception {
        try (PtyPair pair = PtyPair.open(directory, "label");
                LabelSimulator printer = printer(pair.far().toString(), language);
                Devices devices = devices(language + "+serial:" + pair.near() + "?baud=115200")) {
            print(devices, MILK, 1);
            assertSameDots(
                    printed().picture(),
                    LabelPicture.draw(
                            MILK, devices.labelPrinter().orElseThrow().device().size()));
            assertThat(unknown).isEmpty();
            assertThat(printer.tcpPort()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRollThatEndsAndAnOpenHeadAreToldAndTheRestComesOutAfterwards(Language language) throws Exception {
        try (LabelSimulator printer = printer("tcp:0", language);
                Devices devices = devices(language + "+tcp:127.0.0.1:" + printer.tcpPort())) {
            printer.runOutAfter(2);
            assertThatExceptionOfType(DeviceException.class)
                    .isThrownBy(() -> print(devices, MILK, 5))
                    .returns(Trouble.PAPER_OUT, DeviceException::trouble)
                    .returns("device.label.paper-out", DeviceException::textKey);
            assertThat(printed().copies()).isEqualTo(2);
            assertThatExceptionOfType(DeviceException.class)
                    .as("before a byte is sent")
                    .isThrownBy(() -> print(devices, MILK, 1))
                    .returns(Trouble.PAPER_OUT, DeviceException::trouble);
            printer.setLabels(true);
            assertThat(printed().copies()).isEqualTo(3);
            printer.setOpen(true);
            assertThatExceptionOfType(DeviceException.class)
                    .isThrownBy(() -> print(devices, MILK, 1))
                    .returns(Trouble.COVER_OPEN, DeviceException::trouble);
            printer.setOpen(false);
            print(devices, MILK, 1);
            assertThat(printed().copies()).isEqualTo(1);
            assertThat(unknown).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPrinterOnAOneWayLineIsBelievedAndOneThatFellSilentIsNot(Language language) throws Exception {
        try (LabelSimulator mute = printer("tcp:0", language);
                Devices oneWay = devices(language + "+tcp:127.0.0.1:" + mute.tcpPort())) {
            mute.fallSilent();
            print(oneWay, MILK, 1);
            assertThat(printed().copies()).isEqualTo(1);
        }
        try (LabelSimulator printer = printer("tcp:0", language);
                Devices devices = devices(language + "+tcp:127.0.0.1:" + printer.tcpPort())) {
            print(devices, MILK, 1);
            assertThat(printed().copies()).isEqualTo(1);
            printer.fallSilent();
            assertThatExceptionOfType(DeviceException.class)
                    .isThrownBy(() -> print(devices, MILK, 1))
                    .returns(Trouble.NOT_ANSWERING, DeviceException::trouble);
            assertThat(labels).isEmpty();
        }
    }

    @Test
    void aPrinterThatIsNotThereIsAbsent() throws Exception {
        int port;
        try (LabelSimulator gone = printer("tcp:0", Language.ZPL)) {
            port = gone.tcpPort();
        }
        try (Devices devices = devices("zpl+tcp:127.0.0.1:" + port)) {
            assertThatExceptionOfType(DeviceException.class)
                    .isThrownBy(() -> print(devices, MILK, 1))
                    .returns(Trouble.ABSENT, DeviceException::trouble);
        }
    }

    @ParameterizedTest
    @CsvSource({"zpl", "tspl"})
    void otherProgramsReadTheCodesAndTheWordsOnTheLabels(String language) throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/zbarimg")))
                .as("zbarimg is not installed, so nobody else can read the codes: apt-get install zbar-tools")
                .isTrue();
        Path kept = Path.of("target", "labels"); // for people who want to look at them
        try (LabelSimulator printer = printer("tcp:0", Language.valueOf(language.toUpperCase(Locale.ROOT)));
                Devices devices = devices(language + "+tcp:127.0.0.1:" + printer.tcpPort())) {
            read(devices, MILK, kept, language + "-milk", "EAN-13:4006381333931");
            read(devices, CHEESE, kept, language + "-cheese", "DataBar-Exp:01900123456789083103000485");
            read(
                    devices,
                    new Label("Chives, one bunch", "0.99 EUR", "each", new Label.Ean8("40123455")),
                    kept,
                    language + "-chives",
                    "EAN-8:40123455");
            read(
                    devices,
                    new Label("Мідні дроти, 5 метрів", "12,50 EUR", "", new Label.Qr("WIRE-5M")),
                    kept,
                    language + "-wire",
                    "QR-Code:WIRE-5M");
            assertThat(unknown).isEmpty();
        }
    }

    private void read(Devices devices, Label label, Path kept, String name, String code) throws Exception {
        print(devices, label, 1);
        printed().save(kept, name);
        assertThat(run(kept, "zbarimg", "--quiet", "-Sdatabar-exp.enable", "-Sean8.enable", name + ".png"))
                .contains(code);
        assumeThat(Files.isExecutable(Path.of("/usr/bin/tesseract")))
                .as("tesseract is not installed, so nobody else can read the words: apt-get install tesseract-ocr")
                .isTrue();
        String words = label.name().contains("М") ? "ukr+eng" : "eng";
        String text = run(kept, "tesseract", name + ".png", "-", "--dpi", "203", "--psm", "11", "-l", words);
        assertThat(text).contains(label.name().split(" ", 2)[0].replace(",", ""));
        assertThat(text.replace(',', '.'))
                .contains(label.price().replace(',', '.').split(" ", 2)[0]);
    }

    private static String run(Path directory, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
