package org.tillwright.register.command;

import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.RegisterMain;
import org.tillwright.register.ScreenTour;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.settings.RegisterSettings.CustomerDisplay;
import org.tillwright.register.settings.RegisterSettings.WindowSize;
import org.tillwright.register.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws every screen of the register in both sizes, both looks and every language. */
@Command(
        name = "screens",
        mixinStandardHelpOptions = true,
        description = "Write a picture of every register screen, in both sizes, both looks and every language.")
public final class ScreensCommand implements Callable<Integer> {

    private static final List<WindowSize> SIZES = List.of(new WindowSize(1024, 768), new WindowSize(1366, 768));

    private static final Pattern SIZE = Pattern.compile("([0-9]{3,4})x([0-9]{3,4})");

    @Option(names = "--out", paramLabel = "DIR", description = "where the pictures go (${DEFAULT-VALUE})")
    private Path out = Path.of("screens");

    @Option(names = "--pictures", paramLabel = "DIR", description = "pictures of the tiles (${DEFAULT-VALUE})")
    private Path tilePictures = Path.of("sql", "demo", "pictures");

    @Option(names = "--language", paramLabel = "CODE", description = "only this language")
    private @Nullable String language;

    @Option(names = "--size", paramLabel = "WxH", description = "only this size, such as 1920x1080")
    private @Nullable String size;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, JournalException, InterruptedException {
        if (GraphicsEnvironment.isHeadless()) {
            spec.commandLine()
                    .getErr()
                    .println("There is no display to draw on. Start a screen first: xvfb-run -a ...");
            return CommandLine.ExitCode.USAGE;
        }
        List<WindowSize> sizes = SIZES;
        if (size != null) {
            Matcher asked = SIZE.matcher(size);
            if (!asked.matches()) {
                spec.commandLine().getErr().println("“" + size + "” is no size. Write one such as 1920x1080.");
                return CommandLine.ExitCode.USAGE;
            }
            sizes = List.of(new WindowSize(Integer.parseInt(asked.group(1)), Integer.parseInt(asked.group(2))));
        }
        Files.createDirectories(out);
        Catalogue shop = SampleShop.catalogue();
        for (String each : language == null ? Texts.LANGUAGES : List.of(language)) {
            for (RegisterSettings.Theme theme : RegisterSettings.Theme.values()) {
                for (WindowSize one : sizes) {
                    draw(shop, each, theme, one);
                }
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void draw(Catalogue shop, String each, RegisterSettings.Theme theme, WindowSize size)
            throws IOException, JournalException, InterruptedException {
        String suffix = "-%s-%s-%d.png".formatted(theme.name().toLowerCase(Locale.ROOT), each, size.width());
        RegisterHome home = new RegisterHome(Files.createTempDirectory("tillwright-screens"));
        copyPictures(home);
        spec.commandLine().getErr().println(out + "/*" + suffix);
        try (SampleServer server = new SampleServer(Clock.systemUTC());
                SampleCounter counter = new SampleCounter(home);
                RegisterMain register = RegisterMain.open(home, settings(server, each, theme, size))) {
            new ScreenTour(
                            register,
                            shop,
                            SampleShop.SUPERVISOR,
                            SampleShop.PIN,
                            counter,
                            (name, image) -> write(out.resolve(name + suffix), image))
                    .walk();
        } finally {
            delete(home.directory());
        }
    }

    private static RegisterSettings settings(
            SampleServer server, String language, RegisterSettings.Theme theme, WindowSize size) {
        DeviceUris devices = DeviceUris.NONE.with(DeviceKind.WALLET, "server");
        return new RegisterSettings(
                server.address(),
                language,
                theme,
                size,
                devices,
                null,
                false,
                new CustomerDisplay(1, new WindowSize(1024, 600)));
    }

    /** Puts the tiles' pictures where the register keeps those that came from its server. */
    private void copyPictures(RegisterHome home) throws IOException {
        if (!Files.isDirectory(tilePictures)) {
            return;
        }
        Files.createDirectories(home.pictures());
        try (Stream<Path> files = Files.list(tilePictures)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".png")).toList()) {
                String id = file.getFileName().toString().replace(".png", "");
                String name = HexFormat.of().formatHex(id.getBytes(StandardCharsets.UTF_8));
                Files.copy(file, home.pictures().resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void write(Path file, BufferedImage image) {
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
