package fr.preau.core.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF as another program reads it. */
record DrawnPdf(byte[] bytes) {

    /** Something that is read from the document. */
    @FunctionalInterface
    interface Reading<T> {
        T of(PDDocument document) throws IOException;
    }

    <T> T read(Reading<T> reading) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return reading.of(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that it says, words of one line parted by single spaces. */
    String text() {
        return read(document -> plain(new PDFTextStripper().getText(document)));
    }

    /** Letters as they are typed, not in the forms in which they are drawn. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[ \u00A0]+", " ");
    }

    String page(int number) {
        return read(
                document -> {
                    PDFTextStripper stripper = new PDFTextStripper();
                    stripper.setStartPage(number);
                    stripper.setEndPage(number);
                    return plain(stripper.getText(document));
                });
    }

    int pages() {
        return read(PDDocument::getNumberOfPages);
    }

    /** How many pictures its first page holds. */
    long pictures() {
        return read(
                document ->
                        StreamSupport.stream(
                                        document.getPage(0)
                                                .getResources()
                                                .getXObjectNames()
                                                .spliterator(),
                                        false)
                                .count());
    }

    /** What kinds of elements it is built of, in their order. */
    List<String> structure() {
        return read(
                document -> {
                    List<String> kinds = new ArrayList<>();
                    walk(document.getDocumentCatalog().getStructureTreeRoot(), kinds);
                    return kinds;
                });
    }

    private static void walk(PDStructureNode node, List<String> kinds) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                kinds.add(element.getStructureType());
                walk(element, kinds);
            }
        }
    }
}
