/** Invoices: what the meals of a period cost whom, from the preview to the credit note. */
@NullMarked
package fr.preau.canteen.billing;

import org.jspecify.annotations.NullMarked;
