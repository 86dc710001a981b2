package org.tillwright.register;

import java.io.IOException;
import java.net.URI;
import org.tillwright.register.connection.ConnectionModel;
import org.tillwright.register.connection.ConnectionModel.Enrolment;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.server.HttpServer;
import org.tillwright.register.server.Reply;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.EnrolmentAnswer;

/** Finds a server and enrols at it, for the connection screen. Its methods wait. */
record EnrolmentDesk(RegisterParts parts) implements ConnectionModel.RegisterServer {

    @Override
    public URI address() {
        return parts.settings().server();
    }

    @Override
    public Reply<HttpServer.Greeting> greet(URI address) {
        return parts.serverAt(address).greet();
    }

    @Override
    public Enrolment enrol(URI address, String code) {
        try {
            parts.useServer(address);
            Reply<EnrolmentAnswer> reply = parts.enrol(code);
            return reply instanceof Reply.Answered ? new Enrolment.Done() : new Enrolment.Replied(reply);
        } catch (IOException e) {
            return new Enrolment.NotSaved(
                    Notice.of("connection.not-saved", parts.home().settings().toString()));
        } catch (JournalException e) {
            return new Enrolment.NotSaved(e.notice());
        }
    }
}
