@NullMarked
package fr.preau.canteen.booking;

import org.jspecify.annotations.NullMarked;
