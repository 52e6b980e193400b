package vn.phanluong.synthetic.ministry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import vn.phanluong.synthetic.Years;
import vn.phanluong.synthetic.delivery.Delivery;
import vn.phanluong.synthetic.delivery.DirtPlan;
import vn.phanluong.synthetic.delivery.FileMaker;
import vn.phanluong.synthetic.report.Address;
import vn.phanluong.synthetic.report.CountReports;
import vn.phanluong.synthetic.report.Deliveries;
import vn.phanluong.synthetic.report.RegisterReports;

/**
 * Makes the ministry: lives are lived and told, province by province, then files are made, delivery
 * by delivery, then the lives are lived again for the truth. What is written depends on the order
 * alone, not on the number of threads.
 */
public final class Ministry {
  private final Order order;
  private final Consumer<String> progress;
  private final Workers workers;
  private final Ground ground;

  private Ministry(Order order, int threads, Consumer<String> progress) {
    this.order = order;
    this.progress = progress;
    workers = new Workers(threads);
    ground = Ground.of(order);
  }

  /**
   * Carries out an order.
   *
   * @param progress told a line of each step
   * @return number of files in the folder
   * @throws OrderRefused if the folder holds something else
   */
  public static int make(Order order, int threads, Consumer<String> progress) throws IOException {
    Folder folder = Folder.open(order);
    Years missing = folder.missing();
    if (missing != null) {
      new Ministry(order, threads, progress).make(folder, missing);
    }
    return folder.files();
  }

  private void make(Folder folder, Years missing) throws IOException {
    Path staging = folder.stage();
    Spill spill = new Spill(staging.resolve("spill"), missing);
    tell(spill);
    LostRows lost = new LostRows();
    lost.read(folder.truth().resolve("lost.csv"));
    write(staging, spill, lost);
    new TruthFiles(ground, workers, lost, progress).write(staging.resolve("truth"));
    folder.finish();
  }

  private int provinces() {
    return ground.country().provinces().size();
  }

  private void tell(Spill spill) {
    progress.accept("lives");
    workers.each(
        IntStream.range(0, provinces()).boxed().toList(),
        origin -> {
          try (Spill.Writer writer = spill.of(origin)) {
            ground.each(
                origin,
                life -> {
                  ground.census().count(life);
                  ground.reports().tell(life, writer);
                });
          }
        });
    progress.accept("counts");
    CountReports counts = counts();
    RegisterReports registers =
        new RegisterReports(ground.country(), ground.adoption(), ground.census());
    for (int origin = 0; origin < provinces(); origin++) {
      try (Spill.Writer writer = spill.of(origin)) {
        for (int year = order.years().from(); year <= order.years().to(); year++) {
          counts.of(origin, year, writer);
          registers.of(origin, year, order.years().from(), writer);
        }
      }
    }
  }

  private CountReports counts() {
    return new CountReports(
        ground.country(), ground.draws(), ground.adoption(), ground.census(), ground.parameters());
  }

  private void write(Path staging, Spill spill, LostRows lost) throws IOException {
    progress.accept("files");
    Deliveries deliveries = new Deliveries(ground.draws(), ground.parameters());
    Map<Address, Delivery> all = new TreeMap<>(ORDER);
    spill.addresses().forEach(address -> all.put(address, deliveries.of(address)));
    try (FileMaker maker = new FileMaker(staging, ground.draws(), ground.parameters())) {
      for (List<Address> year : groups(all.keySet(), address -> "" + address.year())) {
        DirtPlan plan =
            DirtPlan.of(
                ground.draws(),
                ground.parameters(),
                year.get(0).year(),
                year.stream().map(all::get).toList());
        workers.each(
            groups(year, address -> address.dataset().name()),
            part -> new Sending(staging, spill, maker, plan, lost).send(part, all));
      }
    }
  }

  private static final Comparator<Address> ORDER =
      Comparator.comparing(Address::year)
          .thenComparing(Address::dataset)
          .thenComparing(Address::lead)
          .thenComparing(Address::toString);

  private static List<List<Address>> groups(
      Iterable<Address> sorted, Function<Address, String> key) {
    Map<String, List<Address>> groups = new TreeMap<>();
    for (Address address : sorted) {
      groups.computeIfAbsent(key.apply(address), name -> new ArrayList<>()).add(address);
    }
    return List.copyOf(groups.values());
  }
}
