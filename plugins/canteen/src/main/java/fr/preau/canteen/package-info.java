/** The canteen of collèges, from the tariff to the invoice. */
@NullMarked
package fr.preau.canteen;

import org.jspecify.annotations.NullMarked;
