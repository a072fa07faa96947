package fr.preau.core.persistence.tables;

import java.sql.SQLSyntaxErrorException;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.upsert.Upsert;
import net.sf.jsqlparser.util.TablesNamesFinder;

/**
 * Finds the tables that a statement names, wherever they stand.
 *
 * <p>The finder of the library passes by some places where a SELECT may stand ({@code ORDER BY},
 * {@code GROUP_CONCAT}). So each SELECT in the text must have been visited; otherwise the statement
 * is refused.
 */
final class NamedTables extends TablesNamesFinder<Object> {

    private static final List<Class<? extends Statement>> ROWS =
            List.of(Select.class, Insert.class, Update.class, Delete.class, Upsert.class);

    private final Set<String> tables = new TreeSet<>();
    private final Set<String> with = new HashSet<>();
    private final Set<PlainSelect> selects = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<WithItem<?>> atTheTop;

    private NamedTables(Statement statement) {
        List<WithItem<?>> items =
                statement instanceof Select select ? select.getWithItemsList() : null;
        this.atTheTop = items == null ? List.of() : items;
    }

    /**
     * The tables of a statement, without what it defines itself by WITH.
     *
     * @throws SQLSyntaxErrorException when it can't be said for sure
     */
    static Set<String> of(String sql) throws SQLSyntaxErrorException {
        PlainSql plain = PlainSql.of(sql);
        try {
            Statement statement = parse(sql);
            NamedTables found = new NamedTables(statement);
            found.getTables(statement);
            if (ROWS.stream().anyMatch(rows -> rows.isInstance(statement))
                    && found.selects.size() == plain.selects()) {
                return found.tables;
            }
        } catch (ParseException | RuntimeException | StackOverflowError e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw unclear(sql, reason);
        }
        throw unclear(sql, "not each SELECT stands where it is looked for");
    }

    private static SQLSyntaxErrorException unclear(String sql, String reason) {
        return new SQLSyntaxErrorException(
                "it can't be told for sure which tables this names, so a module may not say it:"
                        + " write it more simply. « %s »: %s"
                                .formatted(sql.substring(0, Math.min(200, sql.length())), reason));
    }

    /** The time is bounded: the parser may look ahead again and again at what is nested deeply. */
    private static Statement parse(String sql) throws ParseException {
        CCJSqlParser parser = new CCJSqlParser(new StringProvider(sql));
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        done.orTimeout(1, TimeUnit.SECONDS)
                .whenComplete((end, late) -> parser.interrupted = late != null);
        try {
            Statement statement = parser.Statement();
            if (!done.complete(true)) {
                // What an interrupted parser has read may be a part only.
                throw new ParseException("it takes too long to read");
            }
            return statement;
        } finally {
            done.complete(true);
        }
    }

    @Override
    public <S> Object visit(PlainSelect select, S context) {
        selects.add(select);
        if (select.getIntoTables() != null) {
            throw new UnsupportedOperationException("SELECT … INTO");
        }
        return super.visit(select, context);
    }

    /** A name is known to what follows its definition, and to the definition if it is recursive. */
    @Override
    public <S> Object visit(WithItem<?> item, S context) {
        if (atTheTop.stream().noneMatch(top -> top == item)) {
            throw new UnsupportedOperationException("WITH within a statement");
        }
        String name = unquoted(item.getAlias().getName());
        if (item.isRecursive()) {
            with.add(name);
        }
        Object result = super.visit(item, context);
        with.add(name);
        return result;
    }

    @Override
    public <S> Object visit(Table table, S context) {
        if (table.getSchemaName() != null || table.getNameParts().size() != 1) {
            throw new UnsupportedOperationException("the name of a schema");
        }
        String name = unquoted(table.getName());
        if (!with.contains(name)) {
            tables.add(name);
        }
        return name;
    }

    private static String unquoted(String name) {
        return name.replace("`", "");
    }
}
