/** What may be gone on with, and what not. */
@NullMarked
package fr.preau.portal.resume;

import org.jspecify.annotations.NullMarked;
