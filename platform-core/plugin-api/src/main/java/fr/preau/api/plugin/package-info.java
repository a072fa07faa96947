/** What a module brings to Préau: its routes, its cards on the accueil, its menu. */
@Export
@Version("1.0.0")
@NullMarked
package fr.preau.api.plugin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
