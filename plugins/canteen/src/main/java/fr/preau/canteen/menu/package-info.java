/** Menus: what the kitchen of a collège serves, with what is in it. */
@NullMarked
package fr.preau.canteen.menu;

import org.jspecify.annotations.NullMarked;
