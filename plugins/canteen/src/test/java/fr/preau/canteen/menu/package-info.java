@NullMarked
package fr.preau.canteen.menu;

import org.jspecify.annotations.NullMarked;
