package org.tillwright.register.command;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.SaleContext;
import org.tillwright.register.RegisterPlatform;
import org.tillwright.register.catalogue.BusinessDay;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.CatalogueStore;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceLane;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.LabelDots;
import org.tillwright.register.device.LabelPrinter;
import org.tillwright.register.device.LabelSize;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.label.ItemLabels;
import org.tillwright.register.label.Label;
import org.tillwright.register.label.LabelPicture;
import org.tillwright.register.label.LabelPicture.LabelTooSmallException;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.settings.SettingsException;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.json.Fault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code labels}: prints the labels of a list, with the names and prices that a register has. */
@Command(
        name = "labels",
        mixinStandardHelpOptions = true,
        description = {
            "Print the labels of a list, with the names and prices of this register's last snapshot.",
            "Each line of the list is CODE, or CODE,COPIES, or CODE,COPIES,GRAMS for weighed packs.",
            "Everything that is wrong with the list is told at once, and then nothing is printed."
        })
public final class LabelsCommand implements Callable<Integer> {

    private static final int MOST_LINES = 10_000;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "directory of the register (default: register in TILLWRIGHT_HOME or in ~/.tillwright)")
    @Nullable
    Path home;

    @Option(
            names = "--label",
            paramLabel = "URI",
            description = "the label printer, in place of the setting label of the register")
    @Nullable
    String uri;

    @Option(names = "--out", paramLabel = "DIR", description = "keep pictures of the labels there, and print nothing")
    @Nullable
    Path out;

    @Option(names = "--size", defaultValue = "50x30", paramLabel = "WxH", description = "millimetres, for --out")
    String size = "50x30";

    @Parameters(paramLabel = "LIST", description = "the list, a text file")
    @Nullable
    Path list;

    private final List<String> faults = new ArrayList<>();

    /** So many of one label. */
    private record Job(int line, Label label, int copies) {}

    @Override
    public Integer call() throws InterruptedException {
        RegisterHome place = home == null ? RegisterHome.ofUser() : RegisterHome.at(home);
        try {
            Catalogue catalogue = catalogue(place);
            if (catalogue == null) {
                return failed(
                        "The register in " + place.directory() + " has no prices yet: let it reach its server once.");
            }
            List<Job> jobs = jobs(catalogue);
            if (faults.isEmpty()) {
                return out == null ? print(jobs, place) : keep(jobs, out);
            }
            faults.forEach(this::say);
            return failed("Nothing was printed.");
        } catch (SettingsException e) {
            e.faults().forEach(this::say);
        } catch (JournalException e) {
            say(Texts.of("en").text(e.notice()));
        } catch (IOException e) {
            say("A file cannot be read or written: " + e.getMessage());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static @Nullable Catalogue catalogue(RegisterHome place) throws JournalException {
        if (!Files.exists(place.catalogue())) {
            return null;
        }
        Catalogues catalogues = new Catalogues();
        CatalogueStore.openInto(catalogues, place.catalogue()).close();
        return catalogues.newest().orElse(null);
    }

    private List<Job> jobs(Catalogue catalogue) throws IOException {
        List<Job> jobs = new ArrayList<>();
        List<String> lines = lines();
        if (lines.size() > MOST_LINES) {
            faults.add("The list has " + lines.size() + " lines; at most " + MOST_LINES + " are printed at once.");
            return jobs;
        }
        ItemLabels labels = new ItemLabels(catalogue);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                job(i + 1, lines.get(i).strip().split("\\s*,\\s*", -1), catalogue, labels)
                        .ifPresent(jobs::add);
            }
        }
        if (jobs.isEmpty() && faults.isEmpty()) {
            faults.add("The list names no item. Write one code a line.");
        }
        return jobs;
    }

    private List<String> lines() throws IOException {
        if (list == null || !Files.isReadable(list)) {
            faults.add("The list " + list + " cannot be read; is it there?");
            return List.of();
        }
        try {
            return Files.readAllLines(list, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            faults.add("The list " + list + " is no text in UTF-8; save it so.");
            return List.of();
        }
    }

    private Optional<Job> job(int line, String[] parts, Catalogue catalogue, ItemLabels labels) {
        Catalogue.Item item = catalogue.find(ScanCode.of(parts[0])).orElse(null);
        int copies = parts.length < 2 ? 1 : number(parts[1], LabelPrinter.MAX_COPIES);
        int grams = parts.length < 3 ? 0 : number(parts[2], 999_999);
        if (item == null) {
            return fault(line, "no item has the code " + parts[0]);
        }
        if (copies < 1) {
            return fault(line, parts[1] + " is no number of labels from 1 to " + LabelPrinter.MAX_COPIES);
        }
        if (grams < 0 || parts.length > 3) {
            return fault(line, "after the number of labels comes a weight in grams, such as 485, and no more");
        }
        UnitPrice price = price(item, catalogue);
        if (grams == 0) {
            return Optional.of(new Job(line, labels.item(item, price), copies));
        }
        Optional<Label> pack = price == null ? Optional.empty() : labels.pack(item, price, grams);
        return pack.isEmpty()
                ? fault(line, parts[0] + " has no GTIN or no price, so that no label can say what a pack of it weighs")
                : Optional.of(new Job(line, pack.get(), copies));
    }

    /** What anybody pays now: by the store's price lists, as the register sells. */
    private static @Nullable UnitPrice price(Catalogue.Item item, Catalogue catalogue) {
        LocalDateTime now = BusinessDay.localTime(
                RegisterPlatform.real(Runnable::run).clock().instant(), catalogue.store());
        return catalogue.isOpenPrice(item.itemId())
                ? null
                : catalogue
                        .priceBook(now.toLocalDate())
                        .priceOf(
                                item.itemId(),
                                Quantity.ONE,
                                SaleContext.of(now, catalogue.store().storeId()));
    }

    private <T> Optional<T> fault(int line, String what) {
        faults.add("Line " + line + ": " + what + ".");
        return Optional.empty();
    }

    /** Reads a whole number up to a limit, or -1 for what is none. */
    private static int number(String text, int most) {
        int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
        return number >= 1 && number <= most ? number : -1;
    }

    private int print(List<Job> jobs, RegisterHome place) throws SettingsException, IOException, InterruptedException {
        String where = uri == null ? RegisterSettings.read(place).devices().of(DeviceKind.LABEL_PRINTER) : uri;
        if (where == null) {
            return failed("This register has no label printer: name one with --label, or in its settings.");
        }
        DeviceUris uris = new DeviceUris(Map.of(DeviceKind.LABEL_PRINTER, where));
        List<Fault> wrong = Devices.faultsOf(uris);
        if (!wrong.isEmpty()) {
            wrong.forEach(fault -> say("The address " + where + " " + fault.message() + "."));
            return CommandLine.ExitCode.USAGE;
        }
        int line = 0;
        try (Devices devices = Devices.open(uris, failure -> {})) {
            DeviceLane<LabelPrinter> lane = devices.labelPrinter().orElseThrow();
            LabelSize each = lane.device().size();
            if (!allFit(jobs, each)) {
                return failed("Nothing was printed.");
            }
            int printed = 0;
            for (Job job : jobs) {
                line = job.line();
                LabelDots dots = drawn(job, each);
                lane.ask(printer -> {
                            printer.print(dots, job.copies());
                            return true;
                        })
                        .get();
                printed += job.copies();
            }
            say(printed + " labels printed.");
            return CommandLine.ExitCode.OK;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return failed("Line " + line + ": " + sentence(cause)
                    + " What stands before this line is printed; look how many of it came out.");
        }
    }

    /** Draws them all before the first is used: thousands of large pictures at once would not fit into the memory. */
    private boolean allFit(List<Job> jobs, LabelSize each) {
        boolean fit = true;
        for (Job job : jobs) {
            try {
                LabelPicture.draw(job.label(), each);
            } catch (LabelTooSmallException e) {
                say("Line " + job.line() + ": " + e.getMessage() + ".");
                fit = false;
            }
        }
        return fit;
    }

    private static LabelDots drawn(Job job, LabelSize each) {
        try {
            return LabelPicture.draw(job.label(), each);
        } catch (LabelTooSmallException e) {
            throw new IllegalStateException("it fitted before", e);
        }
    }

    /** What is the matter, as it is said at a register. */
    private static String sentence(@Nullable Throwable cause) {
        return cause instanceof DeviceException failure
                ? Texts.of("en").text(failure.textKey())
                : "It failed: " + (cause == null ? "nobody knows why" : cause.getMessage()) + ".";
    }

    private int keep(List<Job> jobs, Path directory) throws IOException {
        String[] sides = size.split("x", -1);
        if (!size.matches("[0-9]{2,3}x[0-9]{2,3}")) {
            return failed("--size takes millimetres, such as 50x30.");
        }
        try {
            LabelSize each = new LabelSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), 203);
            if (!allFit(jobs, each)) {
                return failed("No picture was kept.");
            }
            Files.createDirectories(directory);
            for (Job job : jobs) {
                String name = String.format(Locale.ROOT, "label-%04d.png", job.line());
                ImageIO.write(
                        picture(drawn(job, each)),
                        "png",
                        directory.resolve(name).toFile());
            }
            say(jobs.size() + " pictures are in " + directory + ".");
            return CommandLine.ExitCode.OK;
        } catch (IllegalArgumentException e) {
            return failed("No such labels: " + e.getMessage() + ".");
        }
    }

    private static BufferedImage picture(LabelDots dots) {
        BufferedImage picture = new BufferedImage(dots.width(), dots.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < dots.height(); y++) {
            for (int x = 0; x < dots.width(); x++) {
                picture.setRGB(x, y, dots.isBlack(x, y) ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        return picture;
    }

    private int failed(String why) {
        say(why);
        return CommandLine.ExitCode.SOFTWARE;
    }

    private void say(String text) {
        PrintWriter messages = spec.commandLine().getErr();
        messages.println(text);
        messages.flush();
    }
}
