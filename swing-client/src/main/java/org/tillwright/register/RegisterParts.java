package org.tillwright.register;

import java.io.IOException;
import java.lang.System.Logger;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.approval.Approvals;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.catalogue.SnapshotPuller;
import org.tillwright.register.customer.CustomerDirectory;
import org.tillwright.register.customer.KnownCustomers;
import org.tillwright.register.device.DeviceListener;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.fiscal.FiscalStep;
import org.tillwright.register.journal.ChainHead;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.RegisterIdentity;
import org.tillwright.register.journal.Sealer;
import org.tillwright.register.outbox.Backoff;
import org.tillwright.register.outbox.DutyThread;
import org.tillwright.register.outbox.Outbox;
import org.tillwright.register.outbox.OutboxSender;
import org.tillwright.register.outbox.OutboxWatch;
import org.tillwright.register.receipt.LogoShelf;
import org.tillwright.register.sale.DraftLane;
import org.tillwright.register.sale.PrintedReceipts;
import org.tillwright.register.sale.ReceiptCopies;
import org.tillwright.register.sale.SaleParts;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.server.CustomerCalls;
import org.tillwright.register.server.DeviceCalls;
import org.tillwright.register.server.HttpClients;
import org.tillwright.register.server.HttpServer;
import org.tillwright.register.server.Pictures;
import org.tillwright.register.server.Reply;
import org.tillwright.register.server.ServerGateway;
import org.tillwright.register.server.ValueCalls;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterKeys;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.signon.SignOn;
import org.tillwright.register.sound.Loudspeaker;
import org.tillwright.register.sound.Sounds;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillSession;
import org.tillwright.wire.EnrolmentAnswer;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.device.DeviceReport;

/**
 * A whole register without its window: what the window, the replay and the headless demo all run on. Opening it touches
 * the disk only; {@link #start()} starts the threads that talk to the server.
 */
public final class RegisterParts implements AutoCloseable {

    private static final Logger LOG = System.getLogger(RegisterParts.class.getName());
    private final RegisterHome home;
    private final RegisterPlatform platform;
    private final Journal journal;
    private final RegisterSnapshots snapshots;
    private final RegisterKeys keys;
    private final DeviceShelf devices;
    private final Catalogues catalogues;
    private final ExecutorService background = Lanes.named("register background");
    private final ExecutorService pinLane = Lanes.named("lane PINs");
    private final ExecutorService draftLane = Lanes.named("lane drafts");
    private final HttpClients clients;
    private final OutboxWatch watch;
    private final OutboxSender sender;
    private final DutyThread senderThread;
    private final @Nullable DutyThread enrolmentThread;
    private final FiscalStep fiscal;
    private final SignOn signOn;
    private final Approvals approvals;
    private final TillSession till;
    private final Pictures pictures;
    private final PrintedReceipts printedReceipts;
    private final RegisterOrders orders;
    private final Loudspeaker loudspeaker = new Loudspeaker();
    private final Sounds sounds;
    private final ValueCalls values;
    private final CustomerDirectory customers;
    private volatile RegisterSettings settings;
    private volatile HttpServer server;
    private @Nullable SaleSession sale;

    private RegisterParts(
            RegisterHome home, RegisterSettings settings, RegisterPlatform platform, DeviceListener deviceListener)
            throws JournalException, IOException {
        this.home = home;
        this.settings = settings;
        this.platform = platform;
        home.makePrivate();
        this.journal = Journal.open(home.journal(), platform.clock());
        this.keys = RegisterKeys.open(home, platform.random());
        journal.sealWith(Sealer.of(keys.privateKey(), keys.publicKey()));
        this.clients = new HttpClients(background, settings.trust());
        this.server = serverAt(settings.server());
        this.watch = new OutboxWatch(journal);
        var today = new ServerOfToday(this::server, this::lookForLoss);
        this.sender = new OutboxSender(new Outbox(journal), today, watch, new Backoff(platform.random()));
        this.snapshots = new RegisterSnapshots(home, platform, today, this::server, watch);
        this.catalogues = snapshots.catalogues();
        this.senderThread = new DutyThread("register outbox", sender::turnAndRest);
        this.enrolmentThread = UnknownRegister.enrolment(this);
        this.signOn = new SignOn(catalogues, journal, platform.clock(), pinLane, platform.eventThread());
        this.approvals =
                new Approvals(signOn, catalogues, journal, keys.privateKey(), platform.clock(), platform.ids());
        this.till = new TillSession(catalogues, journal, platform.clock(), platform.ids());
        this.devices = new DeviceShelf(
                home.withJposFile(settings.devices()),
                new ServerGateway(this::server),
                platform.clock(),
                deviceListener,
                this::tellOfDevices);
        this.fiscal = new FiscalStep(devices::now, journal, catalogues, platform.clock(), deviceListener);
        devices.whenOpened(now -> fiscal.lookNow());
        this.pictures = new Pictures(home.pictures(), pictureId -> server.picture(pictureId));
        this.printedReceipts = new PrintedReceipts(journal);
        this.orders = new RegisterOrders(journal, catalogues, platform, () -> server, devices);
        this.sounds = settings.isLoud() ? loudspeaker : Sounds.NONE;
        this.values = new ValueCalls(this::server);
        this.customers = new CustomerDirectory(
                new CustomerCalls(this::server),
                new KnownCustomers(home.customers(), platform.clock(), background),
                background,
                platform.eventThread());
        journal.onAppend(senderThread::wake);
    }

    /**
     * Opens the register that lives in a home directory, or makes a new one there.
     *
     * @throws JournalException if the journal cannot be had: another program has it, or the disk refuses
     * @throws IOException if the register's keys can neither be read nor made
     */
    public static RegisterParts open(
            RegisterHome home, RegisterSettings settings, RegisterPlatform platform, DeviceListener deviceListener)
            throws JournalException, IOException {
        return new RegisterParts(home, settings, platform, deviceListener);
    }

    /** Starts to talk to the server: records go out, snapshots come in. */
    public void start() {
        senderThread.start();
        snapshots.start();
        orders.start();
        devices.start();
        fiscal.start();
        if (enrolmentThread != null) {
            enrolmentThread.start();
        }
    }

    /** Tries again at once to reach the server, without waiting for the pause to end. */
    public void retryNow() {
        sender.hurry();
        senderThread.wake();
        snapshots.wake();
        orders.wake();
    }

    public RegisterHome home() {
        return home;
    }

    public RegisterSettings settings() {
        return settings;
    }

    public RegisterPlatform platform() {
        return platform;
    }

    public Journal journal() {
        return journal;
    }

    public Catalogues catalogues() {
        return catalogues;
    }

    /** Which receipts are known to be on paper. */
    public PrintedReceipts printedReceipts() {
        return printedReceipts;
    }

    /** Parked sales, quotations and layaways. */
    public RegisterOrders orders() {
        return orders;
    }

    /** What is kept under numbers, asked of the server. Its methods wait: call them on {@link #background()}. */
    public ValueCalls values() {
        return values;
    }

    /** What a country's law wants between a sale and its receipt. */
    public FiscalStep fiscal() {
        return fiscal;
    }

    /** Customers, at the server and without it. */
    public CustomerDirectory customers() {
        return customers;
    }

    /** The devices that there are now; never kept, for the set-up screen may put others in their place. */
    public Devices devices() {
        return devices.now();
    }

    DeviceShelf deviceShelf() {
        return devices;
    }

    public OutboxWatch watch() {
        return watch;
    }

    public OutboxSender sender() {
        return sender;
    }

    public SnapshotPuller puller() {
        return snapshots.puller();
    }

    public SignOn signOn() {
        return signOn;
    }

    /** Where a second person's yes is asked for and kept. */
    public Approvals approvals() {
        return approvals;
    }

    public TillSession till() {
        return till;
    }

    public Pictures pictures() {
        return pictures;
    }

    /** The server that the settings name. Its methods wait: call them on {@link #background()}. */
    public HttpServer server() {
        return server;
    }

    /**
     * True when this register was in use, and its journal is empty all the same: someone deleted or replaced the file. What
     * was not sent is only in the old one, so a person must look for it before the register begins anew.
     */
    public boolean hasLostItsJournal() {
        return journal.identity().isEmpty() && catalogues.newest().isPresent();
    }

    /** For what takes a moment and must not hold up the event thread, such as testing a connection. */
    public Executor background() {
        return background;
    }

    public Optional<RegisterIdentity> identity() {
        return journal.identity();
    }

    /** A server at another address, to be tried before it is {@linkplain #useServer used}. */
    public HttpServer serverAt(URI address) {
        return new HttpServer(
                address,
                clients,
                keys,
                () -> journal.identity().map(RegisterIdentity::workstationId),
                platform.clock(),
                platform.ids());
    }

    /** Talks to the server at this address from now on, and after every restart. */
    public void useServer(URI address) throws IOException {
        RegisterSettings.saveServer(home, address);
        settings = settings.withServer(address);
        server = serverAt(address);
        retryNow();
    }

    /** Waits for the answer. A register that is not enrolled has nobody to tell. */
    private boolean tellOfDevices(DeviceReport report) {
        return journal.identity()
                .filter(who ->
                        new DeviceCalls(this::server).tell(who.workstationId(), report) instanceof Reply.Answered)
                .isPresent();
    }

    /** Has these devices from now on, and after every restart. Waits until the old ones are closed. */
    void useDevices(DeviceUris uris) throws IOException {
        RegisterSettings.saveDevices(home, uris);
        settings = settings.withDevices(uris);
        devices.use(uris);
    }

    /** Makes this register known to the server by a one-time code. Waits for the answer. */
    public Reply<EnrolmentAnswer> enrol(String code) throws JournalException {
        Reply<EnrolmentAnswer> reply = server.enrol(code, keys.publicKeyText());
        if (reply instanceof Reply.Answered<EnrolmentAnswer> answered) {
            EnrolmentAnswer who = answered.value();
            Long lastZ = who.lastZ();
            if (lastZ != null) {
                journal.goOnFromZ(lastZ);
            }
            journal.enrolled(
                    new RegisterIdentity(who.workstationId(), who.workstationName(), who.storeId(), who.storeName()),
                    who.nextSequence(),
                    ChainHead.of(who.headSequence(), who.head()));
            retryNow();
        }
        return reply;
    }

    public Sounds sounds() {
        return sounds;
    }

    /** The sale in progress. There is one for as long as the program runs; the first call needs a catalogue. */
    public SaleSession sale() {
        SaleSession session = sale;
        if (session == null) {
            session = new SaleSession(
                    new SaleParts(
                            catalogues,
                            journal,
                            till,
                            new DraftLane(journal, draftLane),
                            new RegisterDevices(
                                    devices::now,
                                    printedReceipts,
                                    new ReceiptCopies(journal, platform.clock()),
                                    catalogues,
                                    fiscal,
                                    this::saleTexts,
                                    new LogoShelf(pictures::find, background)),
                            platform.clock(),
                            platform.ids(),
                            approvals,
                            orders.kitchen()),
                    Texts.of(settings.language()));
            sale = session;
        }
        return session;
    }

    /** A snapshot tells, too, whether the server was restored: the outbox must know, also when nothing waits in it. */
    private void lookForLoss(SnapshotMessage snapshot) {
        sender.sawEpoch(snapshot.epoch());
        if (snapshot.number() < catalogues.number()) {
            sender.suspectLoss();
        }
        senderThread.wake();
    }

    private Texts saleTexts() {
        SaleSession session = sale;
        return session == null ? Texts.of(settings.language()) : session.texts();
    }

    /** Ends the threads and the devices, and closes the journal last. Takes a few seconds at most. */
    @Override
    public void close() {
        senderThread.close();
        snapshots.stop();
        orders.close();
        fiscal.close();
        if (enrolmentThread != null) {
            enrolmentThread.close();
        }
        devices.close();
        loudspeaker.close();
        background.shutdown();
        pinLane.shutdown();
        Lanes.finish(draftLane);
        clients.close();
        try {
            snapshots.close();
            journal.close();
        } catch (JournalException e) {
            LOG.log(Logger.Level.WARNING, "the journal did not close cleanly; nothing in it is lost", e);
        }
    }
}
