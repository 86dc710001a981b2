package org.tillwright.server.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.tillwright.server.platform.MessagingSettings;

/** Hands letters to an SMPP server (3.4). One session a letter: receipts are few, and no thread idles between them. */
final class SmppCourier implements Courier {

    private static final int PORT = 2775;
    private static final int PORT_TLS = 3550;
    private static final int PATIENCE_MILLIS = 15_000;

    /** What no later attempt will change: the number, or the sender's right to it. */
    private static final Set<Integer> FOR_EVER = Set.of(
            SMPPConstant.STAT_ESME_RINVDSTADR, SMPPConstant.STAT_ESME_RINVDSTTON, SMPPConstant.STAT_ESME_RINVDSTNPI);

    private final MessagingSettings.Way way;

    SmppCourier(MessagingSettings.Way way) {
        this.way = way;
    }

    @Override
    public Outcome send(Letter letter) {
        URI server = way.server();
        boolean isTls = server.getScheme().equals("smpps");
        int port = server.getPort() > 0 ? server.getPort() : isTls ? PORT_TLS : PORT;
        SMPPSession session = new SMPPSession((host, to) -> connect(host, to, isTls));
        session.setTransactionTimer(PATIENCE_MILLIS);
        try {
            session.connectAndBind(server.getHost(), port, bind(), PATIENCE_MILLIS);
            return submit(session, letter);
        } catch (NegativeResponseException e) {
            String told = "status 0x%08x".formatted(e.getCommandStatus());
            return FOR_EVER.contains(e.getCommandStatus()) ? Outcome.refused(told) : Outcome.later(told);
        } catch (PDUException e) {
            return Outcome.refused("it cannot be said in SMPP: " + e.getMessage());
        } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
            return Outcome.later(String.valueOf(e.getMessage()));
        } finally {
            session.unbindAndClose();
        }
    }

    private BindParameter bind() {
        return new BindParameter(
                BindType.BIND_TX,
                way.user(),
                way.password(),
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
    }

    private Outcome submit(SMPPSession session, Letter letter)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        SmsText text = SmsText.of(letter.text());
        List<byte[]> parts = text.parts();
        String id = "";
        for (int i = 0; i < parts.size(); i++) {
            byte[] content = parts.size() == 1 ? parts.get(0) : withHeader(letter, parts, i);
            boolean isNumber = way.from().matches("\\+?[0-9]+");
            id = session.submitShortMessage(
                            "",
                            isNumber ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.ALPHANUMERIC,
                            isNumber ? NumberingPlanIndicator.ISDN : NumberingPlanIndicator.UNKNOWN,
                            way.from().replace("+", ""),
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            letter.address().replace("+", ""),
                            new ESMClass(
                                    MessageMode.DEFAULT,
                                    MessageType.DEFAULT,
                                    parts.size() == 1 ? GSMSpecificFeature.DEFAULT : GSMSpecificFeature.UDHI),
                            (byte) 0,
                            (byte) 0,
                            null,
                            null,
                            new RegisteredDelivery(0),
                            (byte) 0,
                            new GeneralDataCoding(text.isWide() ? Alphabet.ALPHA_UCS2 : Alphabet.ALPHA_DEFAULT),
                            (byte) 0,
                            content)
                    .getMessageId();
        }
        return Outcome.sent("taken as " + id + " in " + parts.size() + " parts");
    }

    /** Says to the phone which part of which text this is; the same at every attempt. */
    private static byte[] withHeader(Letter letter, List<byte[]> parts, int part) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte reference = (byte) letter.requestId().getLeastSignificantBits();
        content.writeBytes(new byte[] {5, 0, 3, reference, (byte) parts.size(), (byte) (part + 1)});
        content.writeBytes(parts.get(part));
        return content.toByteArray();
    }

    private static Connection connect(String host, int port, boolean tls) throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            return new SocketConnection(tls ? secured(plain, host, port) : plain);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** The library's own factory takes any certificate of anybody. */
    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.startHandshake();
        return socket;
    }
}
