/** The way of a request: who calls, which collège, which route, what answer. */
@NullMarked
package fr.preau.portal.dispatch;

import org.jspecify.annotations.NullMarked;
