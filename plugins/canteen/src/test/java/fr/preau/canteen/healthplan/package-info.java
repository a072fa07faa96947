@NullMarked
package fr.preau.canteen.healthplan;

import org.jspecify.annotations.NullMarked;
