/** Accounts, sign-in, the signed token of a session, and who a caller is. */
@NullMarked
package fr.preau.core.identity;

import org.jspecify.annotations.NullMarked;
