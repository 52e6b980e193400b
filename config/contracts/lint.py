"""Holds every contract to the ODCS schema, in one process: starting Python takes most of a lint."""

import sys
from pathlib import Path

from datacontract.data_contract import DataContract

STAGES = ("raw", "clean", "star", "indicator", "published", "vault", "ops")


def main() -> int:
    """Names each contract that does not hold and what is wrong with it; 1 if there is any."""
    holds = True
    for stage in STAGES:
        for contract in sorted(Path("schemas", stage).glob("*.yml")):
            run = DataContract(data_contract_file=str(contract)).lint()
            if not run.has_passed():
                holds = False
                reasons = [str(check.reason) for check in run.checks or [] if check.reason]
                print(f"{contract}: {'; '.join(reasons)}", file=sys.stderr)
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
