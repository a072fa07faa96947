/** Work that the host does for a module at its time. */
@Export
@Version("1.0.0")
@NullMarked
package fr.preau.api.job;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
