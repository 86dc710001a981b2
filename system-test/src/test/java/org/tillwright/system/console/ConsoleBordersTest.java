package org.tillwright.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tillwright.wire.ConsoleSignInRequest;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.json.WireJson;

/** What the console's door says to those who are not a person with a browser. */
@ConsoleTest
class ConsoleBordersTest {

    /** Live pages that one node may have open. */
    private static final int PLACES_OF_A_NODE = 200;

    private static final String PAGE = "admin/account/password.xhtml";
    private static final String SCRIPT = "partial/ajax";
    private static final long A_HUNDRED_MEGABYTES = 100L * 1024 * 1024;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aProgramSignsInByPasswordAndSendsTheTokenAsABearer(SharedShop shop) throws Exception {
        HttpResponse<String> refused = signIn(shop, "1", "not the password");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("SIGN_ON_REFUSED");
        String token = token(shop);
        assertThat(get(shop, "api/v1/disputed-totals", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
        shop.signOut(token);
        assertThat(get(shop, "api/v1/disputed-totals", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aCookieCountsForPagesOnly(SharedShop shop) throws Exception {
        String cookie = "tillwright=" + token(shop);
        assertThat(get(shop, PAGE, "Cookie", cookie).statusCode()).isEqualTo(200);
        assertThat(get(shop, "api/v1/disputed-totals", "Cookie", cookie).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTokenForProgramsOpensNoPage(SharedShop shop) throws Exception {
        HttpResponse<String> page = get(shop, PAGE, "Authorization", "Bearer " + token(shop));
        assertThat(page.statusCode()).isEqualTo(303);
    }

    @Test
    void whatNobodyMeansIsNoFault(SharedShop shop) throws Exception {
        String cookie = "tillwright=" + token(shop);
        for (String address : List.of(
                "today/today.xhtml?day=%2B999999999-12-31",
                "reports/reports.xhtml?from=%2B999999999-12-31&to=%2B999999999-12-31",
                "transactions/transactions.xhtml?least=1e99999999",
                "transactions/transactions.xhtml?olderThan=%2B1000000000-12-31T23:59:59Z_0-0-0-0-0")) {
            assertThat(get(shop, "admin/" + address, "Cookie", cookie).statusCode())
                    .as(address)
                    .isEqualTo(200);
        }
    }

    @Test
    void oneSessionDoesNotTakeThePlacesOfAllOthers(SharedShop shop) throws Exception {
        String mine = "tillwright=" + token(shop);
        List<HttpResponse<InputStream>> open = new ArrayList<>();
        try {
            for (int i = 0; i <= PLACES_OF_A_NODE; i++) {
                open.add(listen(shop, mine));
            }
            open.add(listen(shop, "tillwright=" + token(shop)));
            assertThat(open).extracting(HttpResponse::statusCode).containsOnly(200);
        } finally {
            for (HttpResponse<InputStream> page : open) {
                page.body().close();
            }
        }
    }

    /** Every form of a page carries a word that the page was given; one that does not comes from no page of ours. */
    @Test
    void aFormThatNoPageMadeIsRefusedWithAllHeaders(SharedShop shop) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(shop.address().resolve("sign-in.xhtml"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("jakarta.faces.ViewState=stateless"))
                .build();
        HttpResponse<String> refused = http.send(request, BodyHandlers.ofString());
        assertThat(refused.statusCode()).isBetween(400, 499);
        assertThat(refused.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(refused.headers().firstValue("X-Frame-Options")).contains("DENY");
    }

    private HttpResponse<InputStream> listen(SharedShop shop, String cookie) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(shop.address().resolve("admin/live"))
                .version(HttpClient.Version.HTTP_1_1) // one connection each, as many browsers have
                .header("Cookie", cookie)
                .build();
        return http.send(request, BodyHandlers.ofInputStream());
    }

    @Test
    void aStrangerIsSentToTheSignInPageAndAScriptIsToldSo(SharedShop shop) throws Exception {
        HttpResponse<String> page = get(shop, PAGE + "?a=b", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location"))
                .contains("/sign-in.xhtml?to=%2Fadmin%2Faccount%2Fpassword.xhtml%3Fa%3Db");
        HttpResponse<String> script = get(shop, PAGE, "Faces-Request", SCRIPT);
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.body()).contains("<redirect url=\"/sign-in.xhtml?to=");
        assertThat(get(shop, "admin/%2e%2e/WEB-INF/web.xml", "Accept", "text/html")
                        .statusCode())
                .isIn(303, 400, 404);
        assertThat(get(shop, "WEB-INF/console/template.xhtml", "Accept", "text/html")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void pagesAreNotKeptAndRunOnlyWhatIsOurs(SharedShop shop) throws Exception {
        HttpResponse<String> page = get(shop, "sign-in.xhtml", "Accept", "text/html");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'")
                .contains("script-src 'self' 'nonce-")
                .doesNotContain("unsafe-eval");
        assertThat(page.headers().firstValue("Set-Cookie"))
                .as("a stranger costs no session")
                .isEmpty();
        HttpResponse<String> style =
                get(shop, "jakarta.faces.resource/console.css.xhtml?ln=tillwright&v=1", "Accept", "*/*");
        assertThat(style.headers().firstValue("Cache-Control").orElse("")).contains("max-age=");
    }

    @Test
    void aFormThatAnotherSiteSendsIsRefused(SharedShop shop) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(shop.address().resolve(PAGE))
                .header("Cookie", "tillwright=" + token(shop))
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=b"))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    @Test
    void aHundredMegabytesAreRefusedBeforeTheyAreSent(SharedShop shop) throws Exception {
        String token = token(shop);
        assertThat(announce(shop.address(), token, "Accept: text/html"))
                .startsWith("HTTP/1.1 413")
                .contains("The file is larger than 10 MB. Choose a smaller one; nothing was stored.");
        assertThat(announce(shop.address(), token, "Faces-Request: " + SCRIPT))
                .startsWith("HTTP/1.1 200")
                .contains("<update id=\"messages\">")
                .contains("The file is larger than 10 MB.");
    }

    /** Says that a hundred megabytes come, sends none of them, and reads what is answered all the same. */
    private static String announce(URI server, String token, String header) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(String.join(
                            "\r\n",
                            "POST /" + PAGE + " HTTP/1.1",
                            "Host: " + server.getAuthority(),
                            "Cookie: tillwright=" + token,
                            "Content-Type: multipart/form-data; boundary=here",
                            "Content-Length: " + A_HUNDRED_MEGABYTES,
                            header,
                            "",
                            "")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return readToItsEnd(socket.getInputStream());
        }
    }

    private static String readToItsEnd(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0) {
            answer.write(next);
            if (next == '>' && answer.toString(StandardCharsets.UTF_8).matches("(?s).*</(html|partial-response)>")) {
                break;
            }
            next = in.read();
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private String token(SharedShop shop) throws Exception {
        HttpResponse<String> answer = signIn(shop, "1", shop.passwordOf("1"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return WireJson.read(answer.body().getBytes(StandardCharsets.UTF_8), SignOnAnswer.class)
                .token();
    }

    private HttpResponse<String> signIn(SharedShop shop, String number, String password) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(shop.address().resolve("api/v1/console-sessions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(WireJson.write(new ConsoleSignInRequest(number, password))))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(SharedShop shop, String path, String header, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(shop.address().resolve(path))
                .header(header, value)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
