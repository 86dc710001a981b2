package org.tillwright.system.story;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.RegisterPlatform;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.server.Reply;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.simulator.GatewaySimulator;
import org.tillwright.simulator.PaymentSimulator;
import org.tillwright.system.Books;
import org.tillwright.system.ServerProcess;
import org.tillwright.system.StarterCommand;
import org.tillwright.system.TestPlace;
import org.tillwright.wire.ConsoleSignInRequest;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.json.WireJson;

/** The shop that all stories are told in: a real server with its database, one counter, and two registers that it knows. */
final class StoryShop implements AutoCloseable {

    static final String TILL_1 = "till-01";
    static final String TILL_2 = "till-02";

    private static final String PLACE = "stories";
    private static final String MANAGER = "1";

    private final Path directory;
    private final StoryCounter counter;
    private final Map<String, StoryTill> open = new HashMap<>();
    private final ServerProcess server;
    private final StoryLine line;
    private final StoryMail mail;
    private final GatewaySimulator gateway;

    private StoryShop(Path directory, ServerProcess server, StoryMail mail, GatewaySimulator gateway)
            throws IOException {
        this.directory = directory;
        this.server = server;
        this.mail = mail;
        this.gateway = gateway;
        gateway.events().sendTo(server.address().resolve("/api/v1/wallet-events"));
        this.line = StoryLine.to(server.address());
        this.counter = StoryCounter.open(directory.resolve("lines"), server.firstStart());
    }

    static StoryShop open() throws Exception {
        Path directory = TestPlace.directory(PLACE);
        StoryMail mail = StoryMail.open();
        GatewaySimulator gateway =
                GatewaySimulator.open(GatewaySimulator.Account.SAMPLE, PaymentSimulator.Mode.ASK, text -> {});
        ServerProcess server = start(directory, mail, gateway);
        StoryShop shop = new StoryShop(directory, server, mail, gateway);
        try {
            shop.furnish();
            shop.enrol(TILL_1);
            shop.enrol(TILL_2);
            return shop;
        } catch (Exception | Error e) {
            shop.close();
            throw e;
        }
    }

    private static ServerProcess start(Path directory, StoryMail mail, GatewaySimulator gateway) throws IOException {
        Map<String, String> settings = new HashMap<>(mail.settings(directory));
        settings.put("TILLWRIGHT_DEMO", "true");
        settings.put("TILLWRIGHT_WALLET_URL", gateway.address().toString());
        settings.put("TILLWRIGHT_WALLET_KEY", GatewaySimulator.Account.SAMPLE.key());
        settings.put("TILLWRIGHT_WALLET_SECRET", GatewaySimulator.Account.SAMPLE.secret());
        try {
            return ServerProcess.start(
                    TestPlace.root(), directory.resolve("server"), ServerProcess.freePort(), settings);
        } catch (IOException e) {
            mail.close();
            gateway.close();
            throw e;
        }
    }

    // ---------------------------------------------------------------- the registers

    /** A register whose program begins again, with what it has on its disk. */
    StoryTill reopened(String workstationId, Tongue tongue) throws Exception {
        StoryTill till = window(workstationId);
        till.speak(tongue);
        return till;
    }

    /** The window of a register, shown and speaking this language, with nobody signed on and no till open. */
    StoryTill till(String workstationId, Tongue tongue) throws Exception {
        line.mend();
        for (String other :
                open.keySet().stream().filter(id -> !id.equals(workstationId)).toList()) {
            shut(other);
        }
        StoryTill till = window(workstationId);
        till.leave();
        till.speak(tongue);
        return till;
    }

    private StoryTill window(String workstationId) throws Exception {
        StoryTill till = open.get(workstationId);
        if (till == null) {
            RegisterSettings settings = RegisterSettings.DEFAULT
                    .withServer(line.address())
                    .withWindow(new RegisterSettings.WindowSize(1024, 768))
                    .withDevices(counter.uris());
            till = StoryTill.start(home(workstationId), settings, counter);
            open.put(workstationId, till);
        }
        return till;
    }

    StoryTill till(Tongue tongue) throws Exception {
        return till(TILL_1, tongue);
    }

    /** Ends a register's program in order, as at closing time. */
    void shut(String workstationId) {
        StoryTill till = open.remove(workstationId);
        if (till != null) {
            till.close();
        }
    }

    /** Ends the programs of all registers in order. */
    void shutAll() {
        List.copyOf(open.keySet()).forEach(this::shut);
    }

    /** Cuts the power of a register: what was on its disk at this moment is all that is left of it. */
    void cutPower(String workstationId) throws IOException {
        Path home = home(workstationId).directory();
        Path left = directory.resolve(workstationId + "-left");
        copy(home, left);
        shut(workstationId);
        TestPlace.delete(PLACE + "/" + workstationId);
        Files.move(left, home);
    }

    private static void copy(Path from, Path into) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, into.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    RegisterHome home(String workstationId) {
        return new RegisterHome(directory.resolve(workstationId));
    }

    private void enrol(String workstationId) throws Exception {
        RegisterSettings settings =
                RegisterSettings.DEFAULT.withServer(server.address()).withDevices(DeviceUris.NONE);
        try (RegisterParts register = RegisterParts.open(
                home(workstationId), settings, RegisterPlatform.real(Runnable::run), failure -> {})) {
            String code = server.firstStart().codes().stream()
                    .filter(given -> given.workstationId().equals(workstationId))
                    .map(FirstStart.Code::code)
                    .findFirst()
                    .orElseThrow();
            if (!(register.enrol(code) instanceof Reply.Answered)) {
                throw new IllegalStateException(workstationId + " could not be enrolled");
            }
        }
    }

    // ---------------------------------------------------------------- the office

    /**
     * The text of a sale's invoice or credit note, made as the office does it, by {@code ./pos report invoice}. The paper
     * itself is kept in system-test/target/stories.
     */
    String invoice(UUID sale, String language) throws IOException, InterruptedException {
        Path paper = Files.createDirectories(TestPlace.root().resolve("system-test/target/stories"))
                .resolve("invoice-" + sale + "-" + language + ".pdf");
        StarterCommand.run(
                directory.resolve("server"),
                "report",
                "invoice",
                "--server",
                server.address().toString(),
                "--operator",
                MANAGER,
                "--password-file",
                passwordFile(),
                "--sale",
                sale.toString(),
                "--language",
                language,
                "-o",
                paper.toString());
        try (PdfReader reader = new PdfReader(Files.readAllBytes(paper))) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }

    /**
     * Uploads what an acquirer paid out, as the office does it, by {@code ./pos payout}.
     *
     * @param lines below the heading; the columns have the names that the documentation gives them
     * @return what the command said
     */
    String payout(String name, String lines) throws IOException, InterruptedException {
        Path file = Files.writeString(
                directory.resolve(name), "kind,amount,fee,terminal,authorization,trace,date,reference\n" + lines);
        try {
            return upload(file);
        } finally {
            Files.delete(file);
        }
    }

    private String upload(Path file) throws IOException, InterruptedException {
        return StarterCommand.run(
                directory.resolve("server"),
                "payout",
                file.toString(),
                "--store",
                "demo",
                "--server",
                server.address().toString(),
                "--operator",
                MANAGER,
                "--password-file",
                passwordFile());
    }

    private String passwordFile() throws IOException {
        return Files.writeString(directory.resolve("password"), managersPassword() + "\n")
                .toString();
    }

    /** Everything that the shop has on a disk, and its server and registers with it. */
    Path directory() {
        return directory;
    }

    private String managersPassword() throws IOException {
        return server.firstStart().consolePasswords().stream()
                .filter(known -> known.operatorNumber().equals(MANAGER))
                .findFirst()
                .orElseThrow()
                .password();
    }

    // ---------------------------------------------------------------- the server and what it knows

    /** What leads from the registers to the server. */
    StoryLine line() {
        return line;
    }

    StoryMail mail() {
        return mail;
    }

    /** Where phones pay. */
    GatewaySimulator gateway() {
        return gateway;
    }

    /** One number from the server's database; a question mark stands for a till session or another id. */
    long books(String query, Object... values) throws IOException, SQLException {
        try (Connection connection = Books.connect(directory.resolve("server"));
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, String.valueOf(values[i]));
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** What the server booked of a till: sales less returns. */
    long booked(UUID till) throws IOException, SQLException {
        return books("select sum(total_minor) from retail_transaction where till_session_id = ?", till);
    }

    /** What moved in a till by one tender. */
    long booked(UUID till, String tender) throws IOException, SQLException {
        return books(
                "select sum(amount_minor) from till_entry where till_session_id = ? and kind = 'TENDER' and tender = ?",
                till,
                tender);
    }

    /** Every posting has its counterpart, and no sale's totals are in dispute. */
    void booksBalance() throws IOException, SQLException {
        long sum = books("select sum(amount_minor) from posting");
        long disputed = books("select count(*) from disputed_totals");
        if (sum != 0 || disputed != 0) {
            throw new AssertionError("postings sum to " + sum + ", and " + disputed + " sales are in dispute");
        }
    }

    private void furnish() throws Exception {
        try (Connection connection = Books.connect(directory.resolve("server"));
                var statement = connection.createStatement()) {
            for (String line : resource("furnish.sql").split(";\\s*\\n", -1)) {
                if (!line.isBlank()) {
                    statement.execute(line);
                }
            }
        }
        String token = consoleToken();
        send("POST", "api/v1/items/import", resource("items.json"), token);
        send("PUT", "api/v1/pricing-rules", resource("pricing-rules.json"), token);
        send("PUT", "api/v1/stores/demo/shop-rules", resource("shop-rules.json"), token);
    }

    private String consoleToken() throws IOException, InterruptedException {
        byte[] request = WireJson.write(new ConsoleSignInRequest(MANAGER, managersPassword()));
        String answer = send("POST", "api/v1/console-sessions", new String(request, StandardCharsets.UTF_8), null);
        return WireJson.read(answer.getBytes(StandardCharsets.UTF_8), SignOnAnswer.class)
                .token();
    }

    private String send(String method, String path, String body, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + "/" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = StoryShop.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        shutAll();
        counter.close();
        line.close();
        server.close();
        mail.close();
        gateway.close();
        TestPlace.delete(PLACE);
    }
}
