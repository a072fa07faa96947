/** No mail is missed and none goes twice, whatever breaks on the way. */
@NullMarked
package fr.preau.core.mail;

import org.jspecify.annotations.NullMarked;
