/** How a page is drawn: screens, the shared accessible parts, the module's texts. */
@Export
@Version("1.1.0")
@NullMarked
package fr.preau.api.page;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
