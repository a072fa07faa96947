/** Routes as typed values: what can be asked of a module, by whom, and how it answers. */
@Export
@Version("1.1.0")
@NullMarked
package fr.preau.api.route;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
