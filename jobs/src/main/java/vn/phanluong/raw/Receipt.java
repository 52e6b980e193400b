package vn.phanluong.raw;

import java.util.List;
import vn.phanluong.reading.Finding;

/**
 * What became of one delivered file.
 *
 * @param dataset dataset it holds, or «unknown»
 * @param period year, part of it, round and coverage as far as they are not the usual ones
 * @param status its outcome: accepted, accepted_with_findings, partially_accepted, rejected, or
 *     already_held if the same bytes were taken in before for the same scope
 * @param findingCount all findings
 * @param findings the first of them, in reading order
 */
public record Receipt(
    String fileName,
    String dataset,
    String reporterCode,
    String period,
    String status,
    long rowsRead,
    long rowsAccepted,
    long rowsRejected,
    long findingCount,
    List<Finding> findings) {

  static Receipt held(Delivery delivery) {
    return new Receipt(
        delivery.fileName(),
        delivery.dataset(),
        delivery.scope().reporterCode(),
        delivery.scope().part().of(delivery.scope().period()),
        "already_held",
        0,
        0,
        0,
        0,
        List.of());
  }

  /** True if anything of the file was turned away. */
  public boolean isTurnedAway() {
    return status.equals("rejected") || rowsRejected > 0;
  }
}
