/** Seals that show whether something was changed since, also to whoever can write the tables. */
@Export
@Version("1.0.0")
@NullMarked
package fr.preau.api.seal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
