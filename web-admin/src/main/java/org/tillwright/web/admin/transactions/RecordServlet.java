package org.tillwright.web.admin.transactions;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.journal.QuarantineService;
import org.tillwright.server.journal.RefusedRecord;
import org.tillwright.server.sales.TransactionDetail;
import org.tillwright.server.sales.TransactionLookupService;
import org.tillwright.web.admin.shell.Console;

/** Hands out a stored record exactly byte for byte, to be kept or compared. A browser saves it and never shows it. */
@WebServlet("/admin/transactions/record")
public class RecordServlet extends HttpServlet {

    @Inject
    TransactionLookupService lookup;

    @Inject
    QuarantineService quarantine;

    @Inject
    Console console;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        Optional<TransactionDetail> sale = parameter(request, "transaction")
                .flatMap(Identifiers::uuid)
                .flatMap(id -> lookup.find(console.getStoreId(), id));
        Optional<RefusedRecord> refused = parameter(request, "refused")
                .flatMap(Identifiers::number)
                .flatMap(id -> quarantine.find(console.getStoreId(), id));
        if (sale.isPresent()) {
            TransactionDetail found = sale.get();
            String name = name(found.row().workstationId(), found.row().sequence(), "");
            hand(answer, name, lookup.storedBytes(found.storeId(), found.row().transactionId()));
        } else if (refused.isPresent()) {
            RefusedRecord found = refused.get();
            String name = name(found.workstationId(), found.sequence(), "-refused");
            hand(answer, name, quarantine.content(console.getStoreId(), found.refusedRecordId()));
        } else {
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void hand(HttpServletResponse answer, String name, Optional<byte[]> content) throws IOException {
        byte[] bytes = content.orElseThrow();
        answer.setContentType("application/octet-stream");
        answer.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        answer.setContentLength(bytes.length);
        answer.getOutputStream().write(bytes);
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        @Nullable String value = request.getParameter(name);
        return Optional.ofNullable(value);
    }

    private static String name(String workstationId, long sequence, String kind) {
        return workstationId.replaceAll("[^A-Za-z0-9-]", "_") + "-" + sequence + kind + ".json";
    }
}
