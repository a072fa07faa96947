/**
 * Payments through PayFiP, from the choice of debts to the booked euro.
 *
 * <p>An operation is ASKED (PayFiP is asked to take it), then OPEN (the payer may pay it), then
 * PAID, REFUSED or ABANDONED as PayFiP says, or GONE when PayFiP knows it no more. One that PayFiP
 * would not take, or did not answer for, has FAILED: nobody was ever shown its number, so nobody
 * can pay it. Each step is committed before the outside call that follows it, and what the call
 * answers is another commit. From every state but PAID a payment that PayFiP confirms is still
 * booked; an operation that is PAID is never booked again. At a régie on trial it ends as TESTED
 * instead: no money moved, and nothing is booked.
 */
@NullMarked
package fr.preau.payment.operations;

import org.jspecify.annotations.NullMarked;
