package vn.phanluong.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** However files are parcelled, each is worked on once, and nobody waits for a heap of them. */
class ParcelsTest {
  private static final long MOST = 1 << 20;

  @Property(tries = 300)
  void every_file_is_in_one_parcel_and_several_are_no_more_than_a_share(
      @ForAll @Size(max = 60) List<@LongRange(min = 0, max = 500_000) Long> files,
      @ForAll @IntRange(min = 1, max = 16) int shares) {
    List<List<Long>> parcels = Parcels.of(files, size -> size, shares);
    assertThat(parcels.stream().flatMap(List::stream).toList())
        .containsExactlyInAnyOrderElementsOf(files);
    long share = Math.min(MOST, sum(files) / shares);
    assertThat(parcels).allMatch(parcel -> parcel.size() == 1 || sum(parcel) <= share);
  }

  @Example
  void thousands_of_lists_of_communes_are_a_few_parcels() {
    assertThat(Parcels.of(Collections.nCopies(3_321, 4_000L), size -> size, 8))
        .hasSizeBetween(8, 14);
  }

  @Example
  void a_few_small_files_are_shared_out() {
    assertThat(Parcels.of(List.of(10L, 10L, 10L, 10L), size -> size, 4)).hasSize(4);
  }

  private static long sum(List<Long> sizes) {
    return sizes.stream().mapToLong(Long::longValue).sum();
  }
}
