/**
 * A server that plays PayFiP: the same SOAP service, payment page and notification, with its faults
 * on demand. No money is ever paid here.
 */
@NullMarked
package fr.preau.payfip;

import org.jspecify.annotations.NullMarked;
