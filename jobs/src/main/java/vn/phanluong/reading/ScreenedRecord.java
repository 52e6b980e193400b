package vn.phanluong.reading;

import java.util.List;

/**
 * One record of a file, screened.
 *
 * @param rowNumber line on which it starts, from 1
 * @param record exactly as delivered, decoded to text, without its line end
 * @param findings of this record; those of the last record of a file also say, with the number of
 *     rows, what many rows show
 */
public record ScreenedRecord(
    int rowNumber, String record, RowStatus status, List<Finding> findings) {}
