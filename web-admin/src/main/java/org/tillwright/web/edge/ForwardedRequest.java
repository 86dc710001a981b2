package org.tillwright.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A request that came through a trusted proxy, with the caller's own address and scheme. */
final class ForwardedRequest extends HttpServletRequestWrapper {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final String HTTPS = "https";

    private final String caller;
    private final boolean isHttps;

    ForwardedRequest(HttpServletRequest request, Set<String> trusted) {
        super(request);
        this.caller = caller(request, trusted);
        List<String> schemes = values(request, "X-Forwarded-Proto");
        this.isHttps = schemes.isEmpty()
                ? request.isSecure()
                : schemes.get(schemes.size() - 1).equalsIgnoreCase(HTTPS);
    }

    /** Each proxy adds whom it saw at the end, so the last one that is no proxy of ours is the caller; the rest is hearsay. */
    private static String caller(HttpServletRequest request, Set<String> trusted) {
        List<String> chain = values(request, "X-Forwarded-For");
        for (int i = chain.size() - 1; i >= 0; i--) {
            String address = chain.get(i);
            if (!address.matches("[0-9a-fA-F:.]{2,45}")) {
                break;
            } else if (!trusted.contains(address)) {
                return address;
            }
        }
        return request.getRemoteAddr();
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    @Override
    public String getRemoteAddr() {
        return caller;
    }

    @Override
    public String getRemoteHost() {
        return caller;
    }

    @Override
    public boolean isSecure() {
        return isHttps;
    }

    @Override
    public String getScheme() {
        return isHttps ? HTTPS : "http";
    }

    /** A Host without a port means the one of the caller's scheme, whatever port the proxy itself asked. */
    @Override
    public int getServerPort() {
        String host = String.valueOf(getHeader("Host"));
        String port = host.substring(host.lastIndexOf(':') + 1);
        return port.matches("[0-9]{1,5}") && !host.endsWith("]")
                ? Integer.parseInt(port)
                : isHttps ? HTTPS_PORT : HTTP_PORT;
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(getScheme())
                .append("://")
                .append(getHeader("Host"))
                .append(getRequestURI());
    }
}
