/** What keeps people safe from each other in every module that lets them write. */
@Export
@Version("1.0.0")
@NullMarked
package fr.preau.api.safety;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
