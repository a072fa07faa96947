@NullMarked
package fr.preau.canteen;

import org.jspecify.annotations.NullMarked;
