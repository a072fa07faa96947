@NullMarked
package fr.preau.payment.operations;

import org.jspecify.annotations.NullMarked;
