/** Tests of what Préau says about itself. */
@NullMarked
package fr.preau.portal.server;

import org.jspecify.annotations.NullMarked;
