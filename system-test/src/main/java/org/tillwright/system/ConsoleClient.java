package org.tillwright.system;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Asks for the console's pages as a browser does: cookies, forms, and the requests that a list sends to turn its pages. */
final class ConsoleClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*?value=\"([^\"]*)\"");
    /** The page's one-time word, without which its forms are refused. */
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

    private static final Pattern LIST = Pattern.compile("<div id=\"([^\"]+)\"[^>]*class=\"ui-datatable ");
    private static final String NONCE_FIELD = "primefaces.nonce";
    private static final int OK = 200;

    private final URI server;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .connectTimeout(PATIENCE)
            .build();

    private ConsoleClient(URI server) {
        this.server = server;
    }

    static ConsoleClient signIn(URI server, String number, String password) throws IOException, InterruptedException {
        ConsoleClient browser = new ConsoleClient(server);
        String page = browser.get("/sign-in.xhtml").body();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("form", "form");
        form.put("form:number", number);
        form.put("form:password", password);
        form.put("form:enter", "form:enter");
        form.put("jakarta.faces.ViewState", found(STATE, page, "/sign-in.xhtml"));
        form.put(NONCE_FIELD, found(NONCE, page, "/sign-in.xhtml"));
        HttpResponse<String> answer = browser.post("/sign-in.xhtml", form);
        if (answer.statusCode() >= 400 || answer.body().contains("form:password")) {
            throw new IOException("The console did not let operator " + number + " in.");
        }
        return browser;
    }

    ListPage open(String page) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(page);
        requireOk(answer, page);
        return new ListPage(
                page,
                found(STATE, answer.body(), page),
                found(NONCE, answer.body(), page),
                found(LIST, answer.body(), page));
    }

    void fetch(String file) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request(file).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != OK) {
            throw new IOException(file + " was answered by " + answer.statusCode());
        }
    }

    /** A page with a list, as it was opened. */
    record ListPage(String page, String state, String nonce, String list) {

        /** Sends what was keyed into the search field, as its script does at a pause, and gets the list's first rows. */
        void search(ConsoleClient browser, String field, String text) throws IOException, InterruptedException {
            String form = form();
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("jakarta.faces.partial.ajax", "true");
            parameters.put("jakarta.faces.source", field);
            parameters.put("jakarta.faces.partial.execute", field);
            parameters.put("jakarta.faces.partial.render", list);
            parameters.put("jakarta.faces.behavior.event", "input");
            parameters.put("jakarta.faces.partial.event", "input");
            parameters.put(form, form);
            parameters.put(field, text);
            parameters.put("jakarta.faces.ViewState", state);
            parameters.put(NONCE_FIELD, nonce);
            requireRows(browser.post(page, parameters), text);
        }

        private String form() {
            return list.substring(0, list.lastIndexOf(':'));
        }

        private void requireRows(HttpResponse<String> answer, String wanted) throws IOException {
            requireOk(answer, page);
            if (answer.body().contains("<error>") || !answer.body().contains("<tr ")) {
                throw new IOException(page + " has no rows for " + wanted);
            }
        }

        /** Asks for the rows from this one on, as the list's own script does. */
        void turnTo(ConsoleClient browser, int first) throws IOException, InterruptedException {
            String form = form();
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("jakarta.faces.partial.ajax", "true");
            parameters.put("jakarta.faces.source", list);
            parameters.put("jakarta.faces.partial.execute", list);
            parameters.put("jakarta.faces.partial.render", list);
            parameters.put(list, list);
            parameters.put(list + "_pagination", "true");
            parameters.put(list + "_first", Integer.toString(first));
            parameters.put(list + "_rows", "50");
            parameters.put(list + "_skipChildren", "true");
            parameters.put(list + "_encodeFeature", "true");
            parameters.put(form, form);
            parameters.put("jakarta.faces.ViewState", state);
            parameters.put(NONCE_FIELD, nonce);
            requireRows(browser.post(page, parameters), "row " + first);
        }
    }

    private HttpResponse<String> get(String page) throws IOException, InterruptedException {
        return client.send(request(page).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String page, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return client.send(
                request(page)
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                        .header(
                                "Faces-Request",
                                form.containsKey("jakarta.faces.partial.ajax") ? "partial/ajax" : "whole")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
    }

    private static void requireOk(HttpResponse<String> answer, String page) throws IOException {
        if (answer.statusCode() != OK) {
            throw new IOException(page + " was answered by " + answer.statusCode());
        }
    }

    private static String found(Pattern pattern, String page, String name) throws IOException {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IOException(name + " is not the page that was looked for");
        }
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
