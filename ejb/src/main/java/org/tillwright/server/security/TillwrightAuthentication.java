package org.tillwright.server.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.platform.DatabaseState;
import org.tillwright.wire.Problem;
import org.tillwright.wire.json.WireJson;

/**
 * The one way in for requests: a bearer token, a register's own or a person's; for the console's pages the cookie of a
 * browser that is signed in. The caller's name is then the workstation's id or the operator's id. A bearer token that is not
 * good is told so even where none is needed. A cookie counts for pages only: no other address does anything because a
 * browser happens to send one.
 */
@ApplicationScoped
public class TillwrightAuthentication implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";

    private static final String UNATTENDED_HEADER = "Tillwright-Unattended";

    @Inject
    RegisterTokens registerTokens;

    @Inject
    SignOnService signOn;

    @Inject
    ConsoleAccessService console;

    @Inject
    Clock clock;

    @Inject
    DatabaseState database;

    private static final TokenVerdict.NoCaller DATABASE_AWAY = new TokenVerdict.NoCaller(
            ProblemCode.DATABASE_AWAY, "The database does not answer just now; send the same again later.");

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (ConsoleAddress.isConsoles(request.getServletPath())) {
            return person(request, response, context); // a token for programs opens no page
        }
        String token = bearerToken(request);
        if (token != null && database.isAway()) {
            return refuse(response, DATABASE_AWAY); // who asks is written there
        } else if (token != null) {
            return decide(verdict(token), response, context);
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        return refuse(
                response,
                new TokenVerdict.NoCaller(
                        ProblemCode.TOKEN_REFUSED, "This needs a bearer token; enrol the register or sign on."));
    }

    private AuthenticationStatus person(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (database.isAway()) {
            return unavailable(response);
        }
        Optional<ConsolePerson> person = ConsoleCookie.token(request)
                .flatMap(token -> isUnattended(request) ? console.peekSession(token) : console.findSession(token));
        if (person.isEmpty()) {
            return toSignIn(request, response);
        }
        request.setAttribute(ConsolePerson.class.getName(), person.get());
        return context.notifyContainerAboutLogin(
                new CallerPrincipal(person.get().operatorId()),
                person.get().role().groups());
    }

    /** A page that looks for news by itself says so; who says it falsely only lets the own session end sooner. */
    private static boolean isUnattended(HttpServletRequest request) {
        return request.getServletPath().equals(ConsoleAddress.LIVE)
                || "true".equals(request.getHeader(UNATTENDED_HEADER));
    }

    /** A page of one sentence, by the door's own means; whoever asks again later is still signed in. */
    private static AuthenticationStatus unavailable(HttpServletResponse response) {
        try {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A script that asked for part of a page cannot follow a redirect into a whole one; it is told in its own language. */
    private static AuthenticationStatus toSignIn(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String wanted = request.getServletPath() + (query == null ? "" : "?" + query);
        boolean isForm = !request.getMethod().equals("GET");
        String signIn =
                ConsoleAddress.signIn(request.getContextPath(), wanted, isForm ? request.getHeader("Referer") : null);
        response.setHeader("Cache-Control", "no-store");
        if (!"partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", signIn);
            return AuthenticationStatus.SEND_CONTINUE;
        }
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<partial-response><redirect url=\"" + signIn
                + "\"/></partial-response>";
        send(response, "text/xml;charset=UTF-8", body.getBytes(StandardCharsets.UTF_8));
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private TokenVerdict verdict(String token) {
        boolean registersOwn =
                token.chars().filter(character -> character == '.').count() == 2;
        if (registersOwn) {
            return registerTokens.verify(token);
        }
        return signOn.findSession(token)
                .<TokenVerdict>map(person -> new TokenVerdict.Caller(
                        person.operatorId(), person.role().groups()))
                .or(() -> console.findSession(token)
                        .map(person -> new TokenVerdict.Caller(
                                person.operatorId(), person.role().groups())))
                .orElse(new TokenVerdict.NoCaller(
                        ProblemCode.TOKEN_REFUSED, "This sign-on is unknown or has ended; sign on again."));
    }

    private AuthenticationStatus decide(
            TokenVerdict verdict, HttpServletResponse response, HttpMessageContext context) {
        if (verdict instanceof TokenVerdict.Caller caller) {
            return context.notifyContainerAboutLogin(new CallerPrincipal(caller.name()), caller.groups());
        }
        return refuse(response, (TokenVerdict.NoCaller) verdict);
    }

    private AuthenticationStatus refuse(HttpServletResponse response, TokenVerdict.NoCaller verdict) {
        int status = verdict.code().httpStatus();
        Problem problem = Problem.of(status, verdict.code().name(), verdict.detail(), List.of());
        byte[] body = WireJson.write(
                verdict.code() == ProblemCode.DATABASE_AWAY
                                && !database.outage().isEmpty()
                        ? problem.under(database.outage())
                        : problem);
        response.setStatus(status);
        response.setDateHeader("Date", clock.millis()); // a register whose clock differs goes by it from now on
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"tillwright\"");
        }
        send(response, Problem.MEDIA_TYPE, body);
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static void send(HttpServletResponse response, String mediaType, byte[] body) {
        response.setContentType(mediaType);
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String bearerToken(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
