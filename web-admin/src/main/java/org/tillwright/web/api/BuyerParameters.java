package org.tillwright.web.api;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.reporting.BuyerDraft;

/** Who an invoice is for, as parts of the address that asks for it. */
public class BuyerParameters {

    @QueryParam("buyer")
    @Nullable
    String name;

    @QueryParam("buyerAddress")
    @Nullable
    String address;

    @QueryParam("buyerTaxNumber")
    @Nullable
    String taxNumber;

    BuyerDraft draft() {
        return new BuyerDraft(name, address, taxNumber);
    }
}
