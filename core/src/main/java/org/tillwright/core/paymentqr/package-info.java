/**
 * What stands in the QR codes that ask for a payment: EMVCo's merchant-presented codes and the credit transfers of the
 * European Payments Council, written and read. Draws no picture, and never pays anything.
 */
@NullMarked
package org.tillwright.core.paymentqr;

import org.jspecify.annotations.NullMarked;
