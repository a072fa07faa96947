/**
 * Tells people what concerns them: in the portal, by e-mail and on their devices, as they chose.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.preau.api.notice;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
