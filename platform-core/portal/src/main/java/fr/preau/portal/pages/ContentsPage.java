package fr.preau.portal.pages;

import fr.preau.api.page.PageOf;
import fr.preau.core.plugins.trust.BillOfMaterials;
import fr.preau.core.plugins.trust.SignatureStanding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in the jar of a release: who vouches for it, what it is made of, what its code reaches.
 *
 * @param release its SHA-256
 * @param signer who signed; null when nobody did
 * @param licence the name that the manifest gives
 * @param licenceText word for word; null when the jar holds none
 * @param components its bill of materials, sorted by name
 * @param billFault why there is no bill of materials: absent, or a reason; null when there is one
 * @param reaches what its code names of what is sensitive, by category
 * @param complete whether the code was read to its end
 * @param problems for which it can't run here
 */
public record ContentsPage(
        String module,
        String title,
        String release,
        String version,
        SignatureStanding standing,
        @Nullable String signer,
        String licence,
        @Nullable String licenceText,
        PageOf<BillOfMaterials.Component> components,
        @Nullable String billFault,
        List<ReachLine> reaches,
        boolean complete,
        List<String> problems) {

    public ContentsPage {
        reaches = List.copyOf(reaches);
        problems = List.copyOf(problems);
    }
}
