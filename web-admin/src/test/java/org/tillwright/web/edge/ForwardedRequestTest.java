package org.tillwright.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForwardedRequestTest {

    private static final Set<String> TRUSTED = Set.of("10.0.0.7", "10.0.0.8");

    private final Map<String, List<String>> headers = new HashMap<>();

    @Test
    void theCallerIsTheLastThatIsNoProxyOfOurs() {
        headers.put("X-Forwarded-For", List.of("1.2.3.4, 203.0.113.9", "10.0.0.8"));
        assertThat(seen().getRemoteAddr()).isEqualTo("203.0.113.9");
    }

    /** What stands before an address that is none was written by the caller. */
    @Test
    void nonsenseIsNotAnAddress() {
        headers.put("X-Forwarded-For", List.of("203.0.113.9, <script>"));
        assertThat(seen().getRemoteAddr()).isEqualTo("10.0.0.7");
    }

    @Test
    void withoutTheHeadersEverythingIsAsTheServerSawIt() {
        assertThat(seen().getRemoteAddr()).isEqualTo("10.0.0.7");
        assertThat(seen().isSecure()).isFalse();
        assertThat(seen().getScheme()).isEqualTo("http");
    }

    @Test
    void theSchemeIsTheCallers() {
        headers.put("X-Forwarded-Proto", List.of("https"));
        headers.put("Host", List.of("shop.example"));
        assertThat(seen().isSecure()).isTrue();
        assertThat(seen().getScheme()).isEqualTo("https");
        assertThat(seen().getServerPort()).isEqualTo(443);
        assertThat(seen().getRequestURL()).hasToString("https://shop.example/admin/x");
        headers.put("Host", List.of("shop.example:8443"));
        assertThat(seen().getServerPort()).isEqualTo(8443);
    }

    private ForwardedRequest seen() {
        return new ForwardedRequest(request(), TRUSTED);
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ForwardedRequestTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeaders" ->
                        Collections.enumeration(headers.getOrDefault((String) arguments[0], List.of()));
                    case "getHeader" ->
                        headers.getOrDefault((String) arguments[0], List.of("")).get(0);
                    case "getRemoteAddr" -> "10.0.0.7";
                    case "getRequestURI" -> "/admin/x";
                    case "isSecure" -> false;
                    default -> throw new IllegalStateException(method.getName());
                });
    }
}
