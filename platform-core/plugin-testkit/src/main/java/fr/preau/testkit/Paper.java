package fr.preau.testkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What stands on the pages of a PDF that a module sent, words parted by single spaces. */
public final class Paper {

    private Paper() {}

    /** All of it. */
    public static String text(KitAnswer answer) {
        return String.join(" ", pages(answer));
    }

    /** Page by page. */
    public static List<String> pages(KitAnswer answer) {
        if (answer.status() != 200 || !"application/pdf".equals(answer.header("Content-Type"))) {
            throw new KitFailure(answer + " is no PDF");
        }
        try (PDDocument pdf = Loader.loadPDF(answer.bytes())) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(pdf).replaceAll("[\\s\u00A0]+", " "));
            }
            return pages;
        } catch (IOException e) {
            throw new KitFailure(answer + " can't be read", e);
        }
    }
}
