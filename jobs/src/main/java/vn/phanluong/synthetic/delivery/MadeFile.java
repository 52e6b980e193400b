package vn.phanluong.synthetic.delivery;

/**
 * A file as it was sent.
 *
 * @param path relative to the folder of the country, parted by «/»; paths order as files were sent
 * @param rows rows of data in it, repeated ones and all
 * @param encoding of its text; blank for a workbook
 * @param sheet name of the sheet with the rows; blank for a text
 * @param refused whether nothing of it can be accepted
 * @param resent whether it is sent instead of a refused one or to put rows of an earlier one right
 */
public record MadeFile(
    String path,
    Delivery delivery,
    int rows,
    long bytes,
    String format,
    String encoding,
    String sheet,
    boolean refused,
    boolean resent) {}
