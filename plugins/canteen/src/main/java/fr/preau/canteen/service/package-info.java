/** The service at noon: who was served at the line of a collège. */
@NullMarked
package fr.preau.canteen.service;

import org.jspecify.annotations.NullMarked;
