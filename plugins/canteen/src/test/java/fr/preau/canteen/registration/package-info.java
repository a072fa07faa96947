@NullMarked
package fr.preau.canteen.registration;

import org.jspecify.annotations.NullMarked;
