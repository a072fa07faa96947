package fr.preau.portal.dispatch;

import gg.jte.TemplateOutput;

/** HTML of a module in memory, up to a size that no page has; what is larger is a fault. */
public final class BoundedOutput implements TemplateOutput {

    /** In characters. */
    private static final int MOST = 8 * 1024 * 1024;

    private final StringBuilder html = new StringBuilder(8192);

    @Override
    public void writeContent(String text) {
        require(text.length());
        html.append(text);
    }

    @Override
    public void writeContent(String text, int begin, int end) {
        require(end - begin);
        html.append(text, begin, end);
    }

    private void require(int more) {
        if (html.length() + (long) more > MOST) {
            throw new IllegalStateException("a page has more than " + MOST + " characters");
        }
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
