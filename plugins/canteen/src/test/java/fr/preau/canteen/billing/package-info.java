@NullMarked
package fr.preau.canteen.billing;

import org.jspecify.annotations.NullMarked;
