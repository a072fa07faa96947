@NullMarked
package fr.preau.canteen.tariff;

import org.jspecify.annotations.NullMarked;
