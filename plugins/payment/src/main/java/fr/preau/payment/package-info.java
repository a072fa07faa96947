/** What families have to pay, and how it is paid. */
@NullMarked
package fr.preau.payment;

import org.jspecify.annotations.NullMarked;
