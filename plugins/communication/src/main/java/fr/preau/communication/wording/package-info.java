/** What the module says outside of a page: refusals, and what is wrong with a form. */
@NullMarked
package fr.preau.communication.wording;

import org.jspecify.annotations.NullMarked;
