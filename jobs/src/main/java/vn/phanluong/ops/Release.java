package vn.phanluong.ops;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/**
 * A named, immutable set of table versions.
 *
 * @param name R0001 and on
 * @param createdAt ISO-8601, UTC
 * @param tables Delta version of every table, by id
 * @param published where the copy of each published table lies, relative to the home
 * @param submissions how many submissions it rests on
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Release(
    String name,
    String createdAt,
    Map<String, Long> tables,
    Map<String, String> published,
    long submissions) {}
