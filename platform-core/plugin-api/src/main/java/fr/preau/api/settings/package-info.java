/** What each collège may set of a module, as its manifest declares it. */
@Export
@Version("1.0.0")
@NullMarked
package fr.preau.api.settings;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
