/** Facts that a module publishes and others listen to, by name. */
@Export
@Version("1.1.0")
@NullMarked
package fr.preau.api.event;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
