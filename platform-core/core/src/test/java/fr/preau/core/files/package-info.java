/** Whether files come back as they were sent, to whom they belong and to nobody else. */
@NullMarked
package fr.preau.core.files;

import org.jspecify.annotations.NullMarked;
