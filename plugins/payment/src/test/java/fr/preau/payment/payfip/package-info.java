@NullMarked
package fr.preau.payment.payfip;

import org.jspecify.annotations.NullMarked;
