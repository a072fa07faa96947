/** Whether operators are told of every setting. */
@NullMarked
package fr.preau.liberty.settings;

import org.jspecify.annotations.NullMarked;
