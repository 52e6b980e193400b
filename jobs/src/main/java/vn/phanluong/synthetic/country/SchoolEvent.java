package vn.phanluong.synthetic.country;

import java.time.LocalDate;
import java.util.List;

/**
 * What happened to a school, as its own row of the list of schools tells it.
 *
 * @param code of {@code school_event.csv}
 * @param date a 1 July: the school year that begins in that year is the first of the new state
 * @param predecessorCodes codes of the schools it took over or came out of, or its own code before
 */
public record SchoolEvent(String code, LocalDate date, List<String> predecessorCodes) {}
