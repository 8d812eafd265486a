package dev.mainstay.postgres.sql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** The database behind a pool, with a count of the connections that are borrowed, and of the statements that are sent over them. */
final class WatchedPool {

    private final AtomicInteger borrowed = new AtomicInteger();
    private final AtomicInteger trips = new AtomicInteger();
    private final Database database;

    WatchedPool(DataSource pool) {
        this.database = new Database(
                watched(DataSource.class, pool, DataSource.class, Connection.class, PreparedStatement.class));
    }

    Database database() {
        return database;
    }

    int borrowed() {
        return borrowed.get();
    }

    int trips() {
        return trips.get();
    }

    int one(String sql) {
        return database.read(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private <T> T watched(Class<T> type, T target, Class<?>... all) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "getConnection" -> borrowed.addAndGet(type == DataSource.class ? 1 : 0);
                        case "execute" -> trips.incrementAndGet();
                        default -> {}
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        for (Class<?> each : all) {
                            if (method.getReturnType() == each) {
                                return watchedAs(each, result, all);
                            }
                        }
                        return result;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }

    private <T> T watchedAs(Class<T> type, Object target, Class<?>... all) {
        return watched(type, type.cast(target), all);
    }
}
