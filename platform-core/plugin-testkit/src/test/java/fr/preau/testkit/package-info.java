/** Whether the kit tells the truth about modules. */
@NullMarked
package fr.preau.testkit;

import org.jspecify.annotations.NullMarked;
