/** Who is at this collège and who belongs to whom, always for the collège of the request. */
@Export
@Version("1.1.0")
@NullMarked
package fr.preau.api.directory;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
