/** Which meals are booked: by families until the cut-off, by the school when pupils are away. */
@NullMarked
package fr.preau.canteen.booking;

import org.jspecify.annotations.NullMarked;
