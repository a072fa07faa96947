package fr.preau.portal.server;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * One span for each request: Liberty makes them for Jakarta REST only. A span says the route, the
 * collège and the module, never who called and never what stood in the address.
 */
@Dependent
public class RequestSpans {

    private static final TextMapGetter<HttpServletRequest> HEADERS =
            new TextMapGetter<>() {
                @Override
                public Iterable<String> keys(HttpServletRequest request) {
                    return Collections.list(request.getHeaderNames());
                }

                @Override
                public @Nullable String get(@Nullable HttpServletRequest request, String name) {
                    return request == null ? null : request.getHeader(name);
                }
            };

    private final OpenTelemetry telemetry;
    private final Tracer tracer;

    @Inject
    public RequestSpans(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
        this.tracer = telemetry.getTracer("fr.preau.portal");
    }

    /** Begins the span of a request, below the caller's if there is one. */
    Span begin(HttpServletRequest request) {
        Context caller =
                telemetry
                        .getPropagators()
                        .getTextMapPropagator()
                        .extract(Context.current(), request, HEADERS);
        return tracer.spanBuilder(request.getMethod())
                .setParent(caller)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("http.request.method", request.getMethod())
                .startSpan();
    }

    /** Ends it, now that it is known what was asked for and how it was answered. */
    void end(Span span, HttpServletRequest request, String address, int status, RouteNames names) {
        if (span.isRecording()) {
            span.setAttribute("http.response.status_code", status);
            names.find(request.getMethod(), address)
                    .ifPresent(
                            named -> {
                                span.updateName(request.getMethod() + " " + named.template());
                                span.setAttribute("http.route", named.template());
                                span.setAttribute("preau.module", named.module());
                                named.college()
                                        .ifPresent(
                                                slug -> span.setAttribute("preau.college", slug));
                            });
            if (status >= 500) {
                span.setStatus(StatusCode.ERROR);
            }
        }
        span.end();
    }
}
