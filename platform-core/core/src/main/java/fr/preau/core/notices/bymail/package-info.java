/** Notices by mail: what people have chosen, what is due, and the mails made of it. */
@NullMarked
package fr.preau.core.notices.bymail;

import org.jspecify.annotations.NullMarked;
