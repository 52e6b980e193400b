package vn.phanluong.reading;

import java.util.List;
import vn.phanluong.definition.Contract;

/** A reading of a file that its head allows, before its scope is known. */
record Candidate(Contract dataset, Layout layout, List<Finding> findings) {}
