/**
 * What a module brings to Préau: its routes, cards and menu, what it hears and offers, its jobs.
 */
@Export
@Version("1.1.0")
@NullMarked
package fr.preau.api.plugin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
