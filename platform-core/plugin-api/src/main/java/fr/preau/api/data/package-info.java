/** What a module needs to keep its own data, beside the EntityManager that the host hands it. */
@Export
@Version("1.1.0")
@NullMarked
package fr.preau.api.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
