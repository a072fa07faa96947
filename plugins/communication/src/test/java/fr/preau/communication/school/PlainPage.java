package fr.preau.communication.school;

import fr.preau.api.page.Choice;
import fr.preau.api.page.Field;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.PageOf;
import fr.preau.api.page.Parts;
import fr.preau.api.page.Tone;
import fr.preau.api.page.View;
import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** Draws pages with the module's real texts and with parts that only name what they were given. */
public final class PlainPage implements PageContext {

    private final Properties texts = new Properties();

    public PlainPage() {
        try (Reader file =
                new InputStreamReader(
                        Objects.requireNonNull(
                                PlainPage.class.getResourceAsStream("/texts_fr.properties")),
                        StandardCharsets.UTF_8)) {
            texts.load(file);
        } catch (IOException e) {
            throw new IllegalStateException("no texts", e);
        }
    }

    public <P> String draw(View<P> view, P page) {
        return html(view.draw(page, this).body());
    }

    public static String html(Content content) {
        StringOutput output = new StringOutput();
        content.writeTo(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }

    @Override
    public String text(String key, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return new MessageFormat(text, Locale.FRENCH).format(arguments);
    }

    @Override
    public String href(String path) {
        return "/c/sevres/communication" + path;
    }

    @Override
    public Content formToken() {
        return output -> output.writeContent("<input type=\"hidden\" name=\"token\">");
    }

    @Override
    public String moment(Instant instant) {
        return instant.toString();
    }

    @Override
    public Locale locale() {
        return Locale.FRENCH;
    }

    /** Every part writes what it was given, escaped, in brackets behind its name. */
    @Override
    public Parts parts() {
        InvocationHandler names =
                (proxy, method, arguments) -> {
                    List<Object> given = new ArrayList<>();
                    for (Object argument : arguments) {
                        given.add(plain(argument));
                    }
                    return (Content)
                            output -> {
                                output.writeContent("[" + method.getName());
                                for (Object one : given) {
                                    output.writeContent(" | ");
                                    if (one instanceof Content content) {
                                        output.writeContent(html(content));
                                    } else {
                                        output.writeContent(escaped(String.valueOf(one)));
                                    }
                                }
                                output.writeContent("]");
                            };
                };
        return (Parts)
                Proxy.newProxyInstance(
                        Parts.class.getClassLoader(), new Class<?>[] {Parts.class}, names);
    }

    private static Object plain(Object argument) {
        if (argument instanceof PageOf<?> page) {
            return "page " + page.number() + (page.more() ? " and more" : "");
        }
        if (argument instanceof Field || argument instanceof Choice || argument instanceof Tone) {
            return argument.toString();
        }
        return Objects.requireNonNullElse(argument, "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&#34;");
    }
}
