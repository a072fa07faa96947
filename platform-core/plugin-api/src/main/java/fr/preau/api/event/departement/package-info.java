/** Facts of the Département, published by the host in each collège that they concern. */
@Export
@Version("1.0.0")
@NullMarked
package fr.preau.api.event.departement;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
