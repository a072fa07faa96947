/** What a meal costs a family: tariff bands, the family quotient, and the simulator. */
@NullMarked
package fr.preau.canteen.tariff;

import org.jspecify.annotations.NullMarked;
