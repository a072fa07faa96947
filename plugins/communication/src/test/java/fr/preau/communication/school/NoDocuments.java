package fr.preau.communication.school;

import fr.preau.api.document.Document;
import fr.preau.api.document.Documents;
import fr.preau.api.document.PdfPreview;
import java.io.InputStream;

/** Draws nothing. */
final class NoDocuments implements Documents {

    @Override
    public byte[] pdf(Document document) {
        return new byte[0];
    }

    @Override
    public PdfPreview preview(InputStream pdf) {
        return PdfPreview.none(PdfPreview.Reason.BUSY);
    }
}
