/** Signing in and out, and a person's own page. */
@NullMarked
package fr.preau.portal.account;

import org.jspecify.annotations.NullMarked;
