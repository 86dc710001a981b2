package org.tillwright.server.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/** A message centre on this machine, of jsmpp's own server side: it speaks SMPP on a real socket, and keeps what it gets. */
final class SmsCenter implements AutoCloseable, ServerMessageReceiverListener {

    private static final System.Logger LOG = System.getLogger(SmsCenter.class.getName());

    static final String USER = "shop";
    static final String PASSWORD = "secret";

    final List<SubmitSm> taken = new CopyOnWriteArrayList<>();
    volatile int refusal;

    private final ServerSocket socket;
    private final SMPPServerSessionListener listener;
    private final Thread thread;

    SmsCenter() throws IOException {
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        listener = new SMPPServerSessionListener(socket.getLocalPort(), new OwnSocket());
        listener.setMessageReceiverListener(this);
        thread = new Thread(this::serve, "sms-center");
        thread.setDaemon(true);
        thread.start();
    }

    /** The library's own would listen on every address of the machine. */
    private final class OwnSocket implements ServerConnectionFactory {

        @Override
        public ServerConnection listen(int port) {
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout) {
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) {
            return new ServerSocketConnection(socket);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The texts of all parts, put together as a phone does, for the plain alphabet's ASCII part and for UCS-2. */
    String text() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        boolean wide = false;
        for (SubmitSm part : taken) {
            byte[] content = part.getShortMessage();
            int header = (part.getEsmClass() & 0x40) != 0 ? content[0] + 1 : 0;
            whole.write(content, header, content.length - header);
            wide = part.getDataCoding() == 8;
        }
        return whole.toString(wide ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                SMPPServerSession session = listener.accept();
                BindRequest bind = session.waitForBind(5_000);
                if (USER.equals(bind.getSystemId()) && PASSWORD.equals(bind.getPassword())) {
                    bind.accept("center");
                } else {
                    bind.reject(SMPPConstant.STAT_ESME_RINVPASWD);
                }
            } catch (IOException | TimeoutException | PDUStringException e) {
                LOG.log(System.Logger.Level.DEBUG, "the test has ended, or went away", e);
            }
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source) throws ProcessRequestException {
        if (refusal != 0) {
            throw new ProcessRequestException("refused", refusal);
        }
        taken.add(message);
        try {
            return new SubmitSmResult(new MessageId("m" + taken.size()), new org.jsmpp.bean.OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        thread.interrupt();
    }
}
