/** Who runs the canteen of a place. */
@NullMarked
package fr.preau.canteen.place;

import org.jspecify.annotations.NullMarked;
