@NullMarked
package fr.preau.canteen.rules;

import org.jspecify.annotations.NullMarked;
