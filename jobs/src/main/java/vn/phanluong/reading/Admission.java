package vn.phanluong.reading;

import vn.phanluong.definition.Contract;

/** The records of a file as they may enter the warehouse. */
final class Admission implements CloseableIterator<AdmittedRecord> {
  private final Screening screening;
  private final DoorKeeper door;

  Admission(Screening screening, Contract dataset, Pseudonyms pseudonyms) {
    this.screening = screening;
    this.door = new DoorKeeper(dataset, screening.reader(), pseudonyms);
  }

  @Override
  public boolean hasNext() {
    return screening.hasNext();
  }

  @Override
  public AdmittedRecord next() {
    ScreenedRecord record = screening.next();
    return door.admit(record, screening.read());
  }

  @Override
  public void close() {
    screening.close();
  }
}
