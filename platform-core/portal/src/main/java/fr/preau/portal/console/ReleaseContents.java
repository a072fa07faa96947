package fr.preau.portal.console;

import fr.preau.api.page.PageOf;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.plugins.trust.BillOfMaterials;
import fr.preau.core.plugins.trust.LicenceText;
import fr.preau.core.plugins.weaving.CodeReview;
import fr.preau.core.plugins.weaving.Mention;
import fr.preau.core.releases.ModuleCatalogue;
import fr.preau.core.releases.Release;
import fr.preau.portal.pages.ContentsPage;
import fr.preau.portal.pages.ReachLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the jar of a release for an operator who wants to know what it brings. */
public final class ReleaseContents {

    /** Components on a page. */
    private static final int PAGE = 50;

    /** Places that are named for each category. */
    private static final int PLACES = 20;

    private final ModuleCatalogue catalogue;

    public ReleaseContents(ModuleCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reads what is in a release.
     *
     * @param page of its components, from 1
     * @throws PluginRefused when the jar can't be read
     */
    ContentsPage page(Release release, int page) throws PluginRefused {
        Path jar = catalogue.jar(release);
        BillOfMaterials bill = BillOfMaterials.of(jar);
        CodeReview review = review(jar);
        return new ContentsPage(
                release.module(),
                release.manifest().title(),
                release.sha256(),
                release.version(),
                release.standing(),
                release.signer().orElse(null),
                release.manifest().licence(),
                LicenceText.of(jar).map(LicenceText::text).orElse(null),
                components(bill, page),
                fault(bill),
                reaches(review.mentions()),
                review.complete(),
                review.problems());
    }

    /** Its bill of materials as it stands in the jar. */
    Optional<byte[]> bill(Release release) throws PluginRefused, IOException {
        return BillOfMaterials.bytes(catalogue.jar(release));
    }

    private static CodeReview review(Path jar) throws PluginRefused {
        try {
            return CodeReview.of(jar);
        } catch (IOException e) {
            throw new PluginRefused("its classes can't be read", e);
        }
    }

    private static PageOf<BillOfMaterials.Component> components(BillOfMaterials bill, int page) {
        if (!(bill instanceof BillOfMaterials.Listed listed)) {
            return new PageOf<>(List.of(), 1, false);
        }
        List<BillOfMaterials.Component> oneMore =
                listed.components().stream()
                        .sorted(
                                Comparator.comparing(BillOfMaterials.Component::name)
                                        .thenComparing(BillOfMaterials.Component::group)
                                        .thenComparing(BillOfMaterials.Component::version))
                        .skip((page - 1L) * PAGE)
                        .limit(PAGE + 1L)
                        .toList();
        return PageOf.from(oneMore, page, PAGE);
    }

    private static @Nullable String fault(BillOfMaterials bill) {
        if (bill instanceof BillOfMaterials.Broken broken) {
            return broken.reason();
        }
        return bill instanceof BillOfMaterials.Absent ? "absent" : null;
    }

    private static List<ReachLine> reaches(List<Mention> mentions) {
        Map<String, List<Mention>> byCategory =
                mentions.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Mention::category, TreeMap::new, Collectors.toList()));
        return byCategory.entrySet().stream()
                .map(entry -> line(entry.getKey().replace(' ', '-'), entry.getValue()))
                .toList();
    }

    private static ReachLine line(String category, List<Mention> mentions) {
        return new ReachLine(
                category,
                count(mentions, Mention.Held.REFUSED),
                count(mentions, Mention.Held.GUARDED),
                count(mentions, Mention.Held.FREE),
                mentions.stream()
                        .limit(PLACES)
                        .map(mention -> mention.place() + " → " + mention.what())
                        .toList());
    }

    private static long count(List<Mention> mentions, Mention.Held held) {
        return mentions.stream().filter(mention -> mention.held() == held).count();
    }
}
