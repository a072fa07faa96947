@NullMarked
package fr.preau.payment.debts;

import org.jspecify.annotations.NullMarked;
