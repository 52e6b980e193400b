package vn.phanluong.reading;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a delivered record may enter the warehouse, and what must not.
 *
 * @param rowNumber line on which it starts, from 1
 * @param record the record with identities and unknown text replaced: tokens, years, shapes
 * @param findings of this record, without the text that is not known to be harmless
 * @param identities delivered identities by field, for the vault; only of accepted records
 * @param unit what it counts for, where its contract counts rows by a field; null if not accepted
 */
public record AdmittedRecord(
    int rowNumber,
    String record,
    RowStatus status,
    List<Finding> findings,
    Map<String, String> identities,
    @Nullable String unit) {}
