/** Who owes what to which régie. */
@NullMarked
package fr.preau.payment.debts;

import org.jspecify.annotations.NullMarked;
