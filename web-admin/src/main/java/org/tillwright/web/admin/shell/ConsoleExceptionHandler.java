package org.tillwright.web.admin.shell;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.primefaces.csp.CspException;
import org.tillwright.server.Refused;
import org.tillwright.server.platform.Contention;
import org.tillwright.server.platform.FaultLog;
import org.tillwright.web.edge.Caller;
import org.tillwright.web.edge.FailedPage;

/**
 * What happens when a page's action throws: a refusal is said and the form stays; a page that is too old is made anew, and
 * the browser puts back what was entered; anything else is logged once, under a number that the person gets too.
 */
class ConsoleExceptionHandler extends ExceptionHandlerWrapper {

    ConsoleExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            ExceptionQueuedEventContext event =
                    (ExceptionQueuedEventContext) events.next().getSource();
            events.remove();
            handle(event.getContext(), event.getException(), event.getPhaseId());
        }
        getWrapped().handle();
    }

    private static void handle(FacesContext faces, Throwable thrown, @Nullable PhaseId phase) {
        if (find(thrown, ViewExpiredException.class).isPresent()) {
            renew(faces);
            return;
        }
        if (find(thrown, CspException.class).isPresent()) {
            refuseForm(faces);
            return;
        }
        Optional<Refused> refused = find(thrown, Refused.class);
        boolean isWriting = PhaseId.RENDER_RESPONSE.equals(phase);
        if (isWriting) {
            refused.ifPresentOrElse(
                    no -> fail(faces, no.code().httpStatus(), messages().sentence(no)),
                    () -> unexpected(faces, thrown));
        } else if (refused.isPresent()) {
            messages().refused(refused.get());
        } else if (find(thrown, EJBAccessException.class).isPresent()) {
            messages().refused("shell.message.notAllowed");
        } else if (find(thrown, Contention.class).isPresent()) {
            messages().refused("shell.message.busy");
        } else {
            messages().refused("shell.message.fault", note(faces, thrown));
        }
        if (!isWriting) {
            faces.validationFailed(); // what asks whether the action was done hears no
            faces.renderResponse();
        }
    }

    private static void unexpected(FacesContext faces, Throwable thrown) {
        fail(faces, 500, words().with("shell.message.fault", note(faces, thrown)));
    }

    private static String note(FacesContext faces, Throwable thrown) {
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        return FaultLog.note(thrown, Caller.of(request));
    }

    /** The page is half written; it is given up for one that says what happened. */
    private static void fail(FacesContext faces, int status, String sentence) {
        ExternalContext external = faces.getExternalContext();
        if (!external.isResponseCommitted()) {
            external.responseReset();
            try {
                tell((HttpServletRequest) external.getRequest(), external, status, sentence);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        faces.responseComplete();
    }

    private static void tell(HttpServletRequest request, ExternalContext external, int status, String sentence)
            throws IOException {
        if (MessageAnswer.isForScript(request)) {
            MessageAnswer.write((HttpServletResponse) external.getResponse(), sentence);
        } else {
            FailedPage.tell(request, sentence);
            external.responseSendError(status, null);
        }
    }

    /** A form without the word that its page gave it: no browser sends such, and the log is not for strangers to fill. */
    private static void refuseForm(FacesContext faces) {
        ExternalContext external = faces.getExternalContext();
        if (!external.isResponseCommitted()) {
            external.responseReset();
            try {
                external.responseSendError(HttpServletResponse.SC_BAD_REQUEST, null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        faces.responseComplete();
    }

    /** The same address again; {@code kept} tells the page's script to put back what was entered. */
    private static void renew(FacesContext faces) {
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        Browser.redirect(request.getContextPath() + PageAddress.kept(PageAddress.of(request)));
    }

    /** Faces, the expression language and EJBs each wrap what an action throws. */
    private static <T extends Throwable> Optional<T> find(@Nullable Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static Messages messages() {
        return CDI.current().select(Messages.class).get();
    }

    private static Words words() {
        return CDI.current().select(Words.class).get();
    }
}
