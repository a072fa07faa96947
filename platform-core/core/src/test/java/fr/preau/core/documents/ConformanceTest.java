package fr.preau.core.documents;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.document.Document;
import fr.preau.api.document.DocumentPart.Fact;
import fr.preau.api.document.DocumentPart.Facts;
import fr.preau.api.document.DocumentPart.Heading;
import fr.preau.api.document.DocumentPart.NewPage;
import fr.preau.api.document.DocumentPart.Note;
import fr.preau.api.document.DocumentPart.Notice;
import fr.preau.api.document.DocumentPart.Rows;
import fr.preau.api.document.DocumentPart.Text;
import fr.preau.api.page.Column;
import fr.preau.api.school.College;
import fr.preau.api.school.Uai;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Whether documents keep the standards of archives and of those who can't see, by veraPDF. */
class ConformanceTest {

    @BeforeAll
    static void openVeraPdf() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private static byte[] everyKindOfPart() {
        College college =
                new College(new Uai("0921244C"), "sevres", "Collège d’Essai", "Sèvres", "#1f5f8b");
        Clock clock = Clock.fixed(Instant.parse("2026-11-30T09:15:00Z"), ZoneOffset.UTC);
        return new PdfDocuments(() -> college, clock, Thread::new)
                .pdf(
                        new Document(
                                "Preuve",
                                List.of(
                                        new Notice("Le sceau est intact."),
                                        new Facts(
                                                List.of(
                                                        new Fact("Élève", "Zoé محمد 李"),
                                                        new Fact("Sceau", "0f".repeat(32), true))),
                                        new Heading("Le texte"),
                                        Text.of(
                                                "Un.\n\nDeux.\n**Trois** *quatre*\n\n- cinq\n  - six\n\n1. sept\n\n> huit"),
                                        new NewPage(),
                                        new Heading("Les réponses"),
                                        new Rows(
                                                "5e A",
                                                List.of(
                                                        Column.words("Élève"),
                                                        Column.figures("Prix")),
                                                Collections.nCopies(
                                                        80, List.of("Léa\nBis", "1,50 €"))),
                                        new Note("Fin."))));
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_3_A", "PDFUA_1"})
    void everyKindOfPartKeepsTheStandard(PDFAFlavour standard) throws Exception {
        try (PDFAParser parser =
                Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(everyKindOfPart()), standard)) {
            ValidationResult result =
                    Foundries.defaultInstance().createValidator(standard, false).validate(parser);

            assertThat(result.getTestAssertions())
                    .filteredOn(each -> each.getStatus() == TestAssertion.Status.FAILED)
                    .extracting(each -> each.getRuleId().getClause() + " " + each.getMessage())
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
            assertThat(result.getTotalAssertions()).isPositive();
        }
    }
}
