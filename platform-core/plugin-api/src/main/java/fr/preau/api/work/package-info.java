/** Threads that the host lends to a module. */
@Export
@Version("1.0.0")
@NullMarked
package fr.preau.api.work;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
