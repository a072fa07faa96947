/** What the way of a request promises, without a server. */
@NullMarked
package fr.preau.portal.dispatch;

import org.jspecify.annotations.NullMarked;
