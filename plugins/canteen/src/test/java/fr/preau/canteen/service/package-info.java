@NullMarked
package fr.preau.canteen.service;

import org.jspecify.annotations.NullMarked;
