package vn.phanluong.synthetic.ministry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.phanluong.synthetic.Digits;
import vn.phanluong.synthetic.delivery.DeliveredRow;
import vn.phanluong.synthetic.delivery.Delivery;
import vn.phanluong.synthetic.delivery.DirtPlan;
import vn.phanluong.synthetic.delivery.Fate;
import vn.phanluong.synthetic.delivery.FileMaker;
import vn.phanluong.synthetic.delivery.MadeFile;
import vn.phanluong.synthetic.delivery.RowSink;
import vn.phanluong.synthetic.report.Address;
import vn.phanluong.synthetic.report.Dataset;
import vn.phanluong.synthetic.truth.ParquetTable;

/** Makes the files of one dataset and year, and writes down which row of which file is whose. */
record Sending(Path staging, Spill spill, FileMaker maker, DirtPlan plan, LostRows lost) {

  void send(List<Address> addresses, Map<Address, Delivery> deliveries) throws IOException {
    Address first = addresses.get(0);
    String name = "link/%s_%d.parquet".formatted(first.dataset().contract(), first.year());
    try (ParquetTable links =
        new ParquetTable(
            staging.resolve("truth").resolve(name),
            "file text",
            "row int",
            "person long",
            "record int",
            "fate text")) {
      for (int i = 0; i < addresses.size(); i++) {
        Address address = addresses.get(i);
        Links sink = new Links(address, links);
        Delivery delivery = Objects.requireNonNull(deliveries.get(address));
        maker.make(delivery, () -> numbered(address, spill.rows(address)), plan, sink);
        sink.finish(lost);
        boolean isLast = i == addresses.size() - 1 || addresses.get(i + 1).lead() != address.lead();
        if (isLast) {
          spill.drop(new Spill.Group(address.dataset(), address.year(), address.lead()));
        }
      }
    }
  }

  /** Candidates and applicants have numbers of their list, which are given in its order. */
  private static Iterator<DeliveredRow> numbered(Address address, Iterator<DeliveredRow> rows) {
    boolean isExam = address.dataset() == Dataset.EXAM_RESULT;
    if (!isExam && address.dataset() != Dataset.GRADE10_ADMISSION) {
      return rows;
    }
    return new Iterator<>() {
      private int last;

      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public DeliveredRow next() {
        DeliveredRow row = rows.next();
        List<String> values = new ArrayList<>(row.values());
        String number = Digits.six(++last);
        values.set(1, isExam ? values.get(2) + number : number);
        return new DeliveredRow(row.person(), row.record(), values);
      }
    };
  }

  /** Keeps the last word on each row of a delivery. */
  private static final class Links implements RowSink {
    private final Address address;
    private final ParquetTable table;
    private final Map<Long, DeliveredRow> open = new HashMap<>();

    Links(Address address, ParquetTable table) {
      this.address = address;
      this.table = table;
    }

    @Override
    public void row(MadeFile file, DeliveredRow row, int rowNumber, Fate fate) {
      try {
        table.add(file.path(), rowNumber, row.person(), row.record(), fate.name());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      long key = row.person() * 31 + row.record();
      if (fate == Fate.LOST) {
        open.put(key, row);
      } else if (!open.isEmpty()) {
        open.remove(key);
      }
    }

    void finish(LostRows lost) {
      open.values()
          .forEach(
              row -> lost.add(address.dataset(), row.person(), row.record(), address.period()));
    }
  }
}
