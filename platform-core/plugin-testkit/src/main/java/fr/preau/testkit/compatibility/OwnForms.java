package fr.preau.testkit.compatibility;

import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitCollege;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Fills a module as its people do: they go from its pages to those that these lead to, fill in the
 * forms that they find, and send them.
 *
 * <p>First the forms in which something is written; then those that come with what was written; at
 * the end each that has only a button, once.
 */
final class OwnForms implements Filling {

    /** Pages that one person looks at in search of forms. */
    private static final int PAGES = 12;

    /** A form that somebody found, and what it sends to. */
    private record Found(KitPerson person, String page, String action, boolean written) {}

    @Override
    public void fill(PreauKit kit, KitCollege college, int many, String mark) {
        Set<Found> first = found(kit, college);
        int sent = send(kit, writing(first), (many + 1) / 2, mark, 0);
        Set<Found> second = found(kit, college);
        send(kit, writing(second), many - sent, mark, sent);
        Set<String> pressed = new HashSet<>();
        for (Found form : second) {
            if (!form.written && pressed.add(kind(form.action))) {
                send(kit, form, mark, many);
            }
        }
    }

    private static List<Found> writing(Set<Found> forms) {
        return forms.stream().filter(Found::written).toList();
    }

    /** The action without what is different from one thing to the next. */
    private static String kind(String action) {
        return action.replaceAll("/[0-9a-f-]{8,}", "/…");
    }

    /** By turns, so that everybody writes. */
    private static int send(PreauKit kit, List<Found> forms, int many, String mark, int from) {
        int sent = 0;
        for (int turn = 0; turn < 3 * many && sent < many && !forms.isEmpty(); turn++) {
            sent += send(kit, forms.get(turn % forms.size()), mark, from + turn);
        }
        return sent;
    }

    /**
     * @return 1 if it was taken
     */
    private static int send(PreauKit kit, Found form, String mark, int number) {
        Document page = page(kit, form.person, form.page);
        Element element =
                forms(kit, form.person, page).stream()
                        .filter(each -> action(kit, form.person, each).equals(form.action))
                        .findFirst()
                        .orElse(null);
        if (element == null) {
            return 0;
        }
        KitAnswer answer =
                kit.as(form.person)
                        .inBrowser()
                        .post(form.action, new FormFilling(mark, number).of(element));
        if (answer.status() >= 500) {
            throw new FormFailed(answer + ", sent as its page " + form.page + " offers it");
        }
        return answer.status() == 303 ? 1 : 0;
    }

    private static Set<Found> found(PreauKit kit, KitCollege college) {
        Set<Found> found = new LinkedHashSet<>();
        List<String> entries =
                new Subject(kit, Optional.empty(), List.of())
                        .pages().stream().map(route -> Subject.address(route, "")).toList();
        for (KitPerson person : college.everybody()) {
            found.addAll(found(kit, person, entries));
        }
        return found;
    }

    private static List<Found> found(PreauKit kit, KitPerson person, List<String> entries) {
        List<Found> found = new ArrayList<>();
        Deque<String> ahead = new ArrayDeque<>(entries);
        Set<String> seen = new HashSet<>(entries);
        for (int pages = 0; pages < PAGES && !ahead.isEmpty(); pages++) {
            String address = ahead.remove();
            Document page = page(kit, person, address);
            for (Element form : forms(kit, person, page)) {
                String action = action(kit, person, form);
                found.add(new Found(person, address, action, FormFilling.isWritten(form)));
            }
            for (String link : page.select("a[href]").eachAttr("href")) {
                String below = below(kit, person, link);
                if (!below.isEmpty() && seen.add(below)) {
                    ahead.add(below);
                }
            }
        }
        return found;
    }

    private static Document page(PreauKit kit, KitPerson person, String address) {
        KitAnswer answer = kit.as(person).inBrowser().get(address);
        String type = answer.header("Content-Type");
        boolean html = answer.status() == 200 && type != null && type.startsWith("text/html");
        return Jsoup.parse(html ? answer.html() : "");
    }

    private static List<Element> forms(PreauKit kit, KitPerson person, Document page) {
        return page.select("form[method=post]").stream()
                .filter(form -> !action(kit, person, form).isEmpty())
                .toList();
    }

    private static String action(PreauKit kit, KitPerson person, Element form) {
        return below(kit, person, form.attr("action"));
    }

    /** An address of the module, below it; empty when it is another one. */
    private static String below(PreauKit kit, KitPerson person, String address) {
        String prefix = "/c/" + person.college().slug() + "/" + kit.manifest().id() + "/";
        return address.startsWith(prefix)
                ? address.substring(prefix.length() - 1).replaceFirst("#.*", "")
                : "";
    }
}
