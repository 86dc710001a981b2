package org.tillwright.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.tillwright.system.TestPlace;

/**
 * Debian's Chromium without a window, used as a person uses it: by the words on the page. Every step waits until the page has
 * come to rest, by looking, never by sleeping a fixed time; what does not come is told with the page's text and a picture.
 */
public final class ConsoleBrowser implements AutoCloseable {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String SIGN_IN = "sign-in.xhtml";
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(40);
    private static final int WORDS_OF_A_PAGE = 3000;

    /** Selenium has no words for the protocol of the newest Chromium; ours are the few that never change. */
    private static final List<Logger> COMPLAINERS = List.of(
            Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder"),
            Logger.getLogger("org.openqa.selenium.chromium.ChromiumDriver"));

    /** The page is there, and neither PrimeFaces nor jQuery waits for the server or moves something. */
    private static final String IS_AT_REST =
            """
            return document.readyState === 'complete'
              && !(window.PrimeFaces && PrimeFaces.ajax && !PrimeFaces.ajax.Queue.isEmpty())
              && !(window.jQuery && (jQuery.active > 0 || jQuery.timers.length > 0));
            """;

    private static final String IN_PAGE =
            """
            const plain = text => (text || '').replace(/\\s+/g, ' ').replace(/\\s*\\*$/, '').trim();
            const shown = element => element.checkVisibility({visibilityProperty: true});
            """;

    private static final String FIELD = IN_PAGE
            + """
            const wanted = arguments[0];
            for (const label of document.querySelectorAll('label')) {
              if (plain(label.textContent) === wanted && label.control && shown(label)) { return label.control; }
            }
            return [...document.querySelectorAll('[aria-label]')]
              .find(element => plain(element.getAttribute('aria-label')) === wanted && shown(element)) || null;
            """;

    private static final String CONTROL = IN_PAGE
            + """
            const wanted = arguments[0];
            const controls = 'button, a, summary, input[type=submit], [role=button], [role=tab], [role=menuitem], [role=option]';
            return [...document.querySelectorAll(controls)].find(element => shown(element)
              && [element.getAttribute('aria-label'), element.innerText, element.value, element.title]
                .some(name => plain(name) === wanted)) || null;
            """;

    private final URI server;
    private final Path profile;
    private final ChromeDriver driver;
    private String language = "en";

    private ConsoleBrowser(URI server, Path profile, ChromeDriver driver) {
        this.server = server.getPath().endsWith("/") ? server : URI.create(server + "/");
        this.profile = profile;
        this.driver = driver;
    }

    /** Tells whether Chromium and its driver are on this machine, where Debian puts them. */
    public static boolean isInstalled() {
        return Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
    }

    /**
     * Opens a browser for one server.
     *
     * @param server address with the context root, such as {@code http://127.0.0.1:8480/}
     */
    public static ConsoleBrowser open(URI server) {
        String profile = "browser-" + UUID.randomUUID();
        try {
            Path folder = TestPlace.directory(profile);
            COMPLAINERS.forEach(logger -> logger.setLevel(Level.SEVERE));
            // Both programs are named, so Selenium looks for neither and asks nobody.
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(DRIVER.toFile())
                    .usingAnyFreePort()
                    .withLogFile(new File(folder.toFile(), "chromedriver.log"))
                    .build();
            ConsoleBrowser browser = new ConsoleBrowser(server, folder, new ChromeDriver(service, options(folder)));
            browser.driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
            browser.forget();
            return browser;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChromeOptions options(Path folder) {
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.setCapability(ChromeOptions.LOGGING_PREFS, console);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en",
                "--user-data-dir=" + folder.resolve("profile"));
        return options;
    }

    // ---- how it looks
    // ------------------------------------------------------------------------------------------------

    /** A browser nobody has used: no cookies, English, light, 1366 by 768. */
    public ConsoleBrowser forget() {
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand(
                "Storage.clearDataForOrigin", Map.of("origin", origin(), "storageTypes", "local_storage,cookies"));
        consoleErrors();
        return language("en").light().size(WIDTH, HEIGHT);
    }

    public ConsoleBrowser size(int width, int height) {
        driver.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    public ConsoleBrowser light() {
        return colours("light");
    }

    /** What the operating system says it prefers; the console follows it until the person chooses. */
    public ConsoleBrowser dark() {
        return colours("dark");
    }

    /** The language that the browser asks for: en, da or uk. */
    public ConsoleBrowser language(String code) {
        language = code;
        String agent = String.valueOf(driver.executeScript("return navigator.userAgent"));
        driver.executeCdpCommand(
                "Network.setUserAgentOverride", Map.of("userAgent", agent, "acceptLanguage", language));
        return this;
    }

    /**
     * Chooses a language in the person's menu, by its own name. It is remembered with the person, whatever browser asks next: give
     * English back.
     */
    public ConsoleBrowser speak(String name) {
        return pressAt("#me summary").press(name);
    }

    private ConsoleBrowser colours(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    // ---- what a person does
    // ------------------------------------------------------------------------------------------

    /** Opens a page of the server by its path, such as {@code admin/today/today.xhtml}. */
    public ConsoleBrowser go(String path) {
        driver.get(
                server.resolve(path.startsWith("/") ? path.substring(1) : path).toString());
        return rest();
    }

    /** Signs in at the sign-in page, opening it unless it is open, and waits for the page behind it. */
    public ConsoleBrowser signIn(String number, String password) {
        if (!address().contains(SIGN_IN)) {
            go(SIGN_IN);
        }
        find("input[autocomplete=username]").sendKeys(number);
        find("input[type=password]").sendKeys(password, Keys.ENTER);
        await("the page behind the sign-in", () -> !address().contains(SIGN_IN));
        return rest();
    }

    /** Writes into the field with this label, in place of what is there. */
    public ConsoleBrowser fill(String label, String text) {
        WebElement field = field(label);
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        field.sendKeys(text);
        return this;
    }

    /** Presses the button, link or tab with this name. */
    public ConsoleBrowser press(String name) {
        await(
                "something to press called " + name,
                () -> driver.executeScript(CONTROL, name) instanceof WebElement control && click(control));
        return rest();
    }

    /** Presses what a selector finds. */
    public ConsoleBrowser pressAt(String css) {
        await("something to press at " + css, () -> click(find(css)));
        return rest();
    }

    /** Types at whatever has the focus. */
    public ConsoleBrowser type(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return rest();
    }

    // ---- what a person sees
    // ------------------------------------------------------------------------------------------

    /** The text of the page as it is shown. */
    public String text() {
        return String.valueOf(driver.executeScript("return document.body ? document.body.innerText : ''"));
    }

    public String title() {
        return driver.getTitle();
    }

    public String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    /** Waits for an element that is shown. */
    public WebElement find(String css) {
        WebElement[] found = new WebElement[1];
        await("something at " + css, () -> {
            found[0] = driver.findElements(By.cssSelector(css)).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .orElse(null);
            return found[0] != null;
        });
        return found[0];
    }

    /** Returns what is there now, perhaps nothing. */
    public List<WebElement> findAll(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** Waits for the field with this label, as a person reads it. */
    public WebElement field(String label) {
        await("a field called " + label, () -> driver.executeScript(FIELD, label) != null);
        return (WebElement) driver.executeScript(FIELD, label);
    }

    public ConsoleBrowser awaitText(String words) {
        return await("the words: " + words, () -> text().contains(words));
    }

    public ConsoleBrowser awaitNoText(String words) {
        return await("no longer the words: " + words, () -> !text().contains(words));
    }

    /** Waits until something holds; looks again when the page was just being changed. */
    public ConsoleBrowser await(String what, Supplier<Boolean> holds) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holdsNow(holds)) {
            if (System.nanoTime() > deadline) {
                String picture = "failed-" + UUID.randomUUID();
                screenshot(picture);
                String text = text();
                throw new AssertionError("In vain awaited " + what + " at " + address() + "; see " + picture
                        + ".png. The console says " + consoleErrors() + ", the page says:\n"
                        + text.substring(0, Math.min(text.length(), WORDS_OF_A_PAGE)));
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return this;
    }

    /** Waits until the page is whole and nothing on it waits for the server or moves. */
    public ConsoleBrowser rest() {
        return await("a page at rest", () -> Boolean.TRUE.equals(driver.executeScript(IS_AT_REST)));
    }

    // ---- what is judged
    // ----------------------------------------------------------------------------------------------

    /** Fails with a paragraph for each rule of WCAG 2.1 A and AA that the page, as it is now, breaks. */
    public ConsoleBrowser axe() {
        List<String> violations = Axe.violations(rest().driver);
        assertThat(violations)
                .as(() -> "accessible to everybody: " + address() + "\n  " + String.join("\n  ", violations))
                .isEmpty();
        return this;
    }

    /** Keeps a picture of the whole page, also of what is below the window's edge, in target/screens. */
    public Path screenshot(String name) {
        Object data = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                .get("data");
        try {
            Path folder = Files.createDirectories(TestPlace.root().resolve("system-test/target/screens"));
            return Files.write(
                    folder.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(data)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the browser's console has complained about since it was last asked: scripts, missing files, the security policy. */
    public List<String> consoleErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }

    /** For what this class has no word for. */
    public ChromeDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        driver.quit();
        try {
            TestPlace.delete(profile.getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean click(WebElement element) {
        element.click();
        return true;
    }

    private static boolean holdsNow(Supplier<Boolean> holds) {
        try {
            return holds.get();
        } catch (StaleElementReferenceException
                | NoSuchElementException
                | org.openqa.selenium.ElementNotInteractableException e) {
            return false; // the page changed under our eyes
        }
    }

    private String origin() {
        return server.getScheme() + "://" + server.getAuthority();
    }
}
