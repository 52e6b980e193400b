"""make bench-screen: `./phanluong screen` against DuckDB on CSV and pandas with openpyxl on xlsx.

Each run is a process of its own, cold; the two take turns in every round. Printed are medians of
wall seconds, of processor seconds (which other work on the machine disturbs less), rows a second,
the peak of resident memory, and the ratios of the medians. All must have read the same number of
rows, or there are no figures.

What each does with a CSV of exam results:
- screen: finds encoding, delimiter, header and scope, reads every cell as its field (scores in
  range, candidate numbers, councils of that year), finds keys met twice; several files two at a
  time;
- DuckDB: read_csv with the delimiter, header and encoding given, every column as text, casts and
  range checks of every score, the shape of the number, keys met twice; all cores.
With a workbook: screen as above; pandas reads all cells as text and checks nothing.

A million rows are screened in a heap of 1 GB: good ones, and ones with every score out of range.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import NamedTuple

ROUNDS = 3
HOUSE = Path(__file__).resolve().parents[2]

DUCKDB = """
import sys, duckdb
paths = sys.argv[1:]
con = duckdb.connect()
source = "read_csv({}, all_varchar=true, header=true, delim=',', union_by_name=true)"
source = source.format(paths)
names = [row[0] for row in con.execute(f"describe select * from {source}").fetchall()]
other = ("year sbd council_code ma_ngoai_ngu gioi_tinh chuong_trinh source_file").split()
scores = [name for name in names if name not in other]
bad = " or ".join(
    f"({name} is not null and {name} not in ('', '-1')"
    f" and coalesce(try_cast({name} as decimal(6, 2)) not between 0 and 10, true))"
    for name in scores
)
con.execute(
    f"create temp table read as select year, sbd,"
    f" ({bad}) or not regexp_full_match(sbd, '[0-9]{{7,9}}') as bad from {source}"
)
twice = con.execute(
    "select count(*) from (select 1 from read group by year, sbd having count(*) > 1)"
).fetchone()
rows, bad = con.execute("select count(*), count(*) filter (bad) from read").fetchone()
print(f"{rows} rows read, {bad} rejected, {twice[0]} keys met twice")
"""

PANDAS = """
import sys, pandas
rows = len(pandas.read_excel(sys.argv[1], engine="openpyxl", dtype=str))
print(f"{rows} rows read")
"""


def _screen(*files: Path) -> list[str]:
    return [str(HOUSE / "phanluong"), "--lang", "en", "screen", "--most", "5", *map(str, files)]


def _python(program: str, *files: Path) -> list[str]:
    return [sys.executable, "-c", program, *map(str, files)]


class Run(NamedTuple):
    """What one process took."""

    seconds: float
    processor: float
    megabytes: float
    rows: int


def _run(command: list[str]) -> Run:
    """Runs a command that says how many rows it read; findings (1) are no failure."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read().decode() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    rows = sum(map(int, re.findall(r"(\d+) rows read", output)))
    if process.returncode not in (0, 1) or rows == 0:
        raise RuntimeError(output)
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, rows)


def _compare(label: str, commands: dict[str, list[str]], rounds: int = ROUNDS) -> None:
    taken: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(_run(command))
    rows = {run.rows for runs in taken.values() for run in runs}
    if len(rows) > 1:
        raise RuntimeError(f"{label}: not the same rows were read: {rows}")
    medians = []
    for name, runs in taken.items():
        seconds, processor, megabytes, read = map(statistics.median, zip(*runs, strict=True))
        print(
            f"{label:28} {name:6} {seconds:7.2f} s {processor:7.2f} s of processor"
            f" {read / seconds:10,.0f} rows/s {megabytes:6,.0f} MB",
            flush=True,
        )
        medians.append((seconds, processor))
    if len(medians) == 2:
        (ours, our_processor), (theirs, their_processor) = medians
        print(
            f"{label:28} screen / other {ours / theirs:.2f},"
            f" of processor {our_processor / their_processor:.2f}",
            flush=True,
        )


def _unpacked(file: Path, folder: Path) -> Path:
    target = folder / file.name.removesuffix(".gz")
    with target.open("wb") as out:
        subprocess.run(["gzip", "-dc", str(file)], stdout=out, check=True)
    return target


def _score(row: int, subject: int) -> str:
    quarter = (row * 31 + subject * 17) % 41
    return "" if quarter % 7 == 6 else f"{quarter * 0.25:g}"


SUBJECTS = ["Toán", "Ngữ văn", "Vật lí", "Hóa học", "Sinh học", "Lịch sử", "Địa lí", "GDCD"]
SUBJECTS += ["Ngoại ngữ", "Mã ngoại ngữ", "Năm", "Ghi chú", "Trường", "Lớp"]


def _row_of(row: int, wrong: bool = False) -> list[str]:
    """Fifteen cells: number, nine scores, code, year and three texts nobody asked for."""
    scores = ["17"] * 9 if wrong else [_score(row, subject) for subject in range(9)]
    return [
        f"{1 + row // 100_000:02d}{row % 100_000:06d}",
        *scores,
        "N1" if scores[8] else "",
        "2021",
        "",
        f"THPT số {row % 40}",
        f"12A{row % 15}",
    ]


def _cell(address: str, text: str) -> str:
    if re.fullmatch(r"[\d.]{1,7}", text):
        return f'<c r="{address}"><v>{text}</v></c>'
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>' if text else ""


def _workbook(file: Path, rows: int) -> Path:
    """A workbook as programs stream it, written here so that a million rows take seconds."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>'
        f'<Override PartName="/xl/s.xml" ContentType="{types}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1"'
        f' Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="s.xml"/></Relationships>',
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
        with archive.open("xl/s.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{main}"><sheetData>'.encode())
            for start in range(-1, rows, 10_000):
                sheet.write(
                    "".join(map(_xml_row, range(start, min(start + 10_000, rows)))).encode()
                )
            sheet.write(b"</sheetData></worksheet>")
    return file


def _xml_row(row: int) -> str:
    cells = _row_of(row) if row >= 0 else ["SBD", *SUBJECTS]
    number = row + 2
    written = "".join(_cell(f"{chr(65 + at)}{number}", text) for at, text in enumerate(cells))
    return f'<row r="{number}">{written}</row>'


def _csv(file: Path, rows: int, wrong: bool = False) -> Path:
    with file.open("w") as out:
        out.write(",".join(["SBD", *SUBJECTS]) + "\n")
        for row in range(rows):
            # A million rows of which none is accepted are no file of this kind, and are refused.
            out.write(",".join(_row_of(row, wrong and row % 1000 > 0)) + "\n")
    return file


def _of_csv(data: Path, folder: Path) -> None:
    files = [_unpacked(file, folder) for file in sorted(data.glob("exam/normalized/*.csv.gz"))]
    one = folder / "exam_2021.csv"
    _compare("CSV 2021", {"screen": _screen(one), "duckdb": _python(DUCKDB, one)})
    _compare("CSV 7 years", {"screen": _screen(*files), "duckdb": _python(DUCKDB, *files)})


def _of_xlsx(data: Path, folder: Path) -> None:
    files = [*data.glob("exam/raw/2021-xlsx/49.xlsx"), *data.glob("exam/raw/2025*/*.xlsx")]
    files.append(_workbook(folder / "thi_2021.xlsx", 200_000))
    for file in files:
        commands = {"screen": _screen(file), "pandas": _python(PANDAS, file)}
        _compare(file.name[-28:], commands)


def _of_a_million(folder: Path) -> None:
    os.environ["PHANLUONG_JAVA_OPTIONS"] = "-Xmx1g"
    million = 1_000_000
    files = {
        "heap 1 GB, csv": _csv(folder / "trieu_2021.csv", million),
        "heap 1 GB, csv, wrong": _csv(folder / "sai_2021.csv", million, wrong=True),
        "heap 1 GB, xlsx": _workbook(folder / "trieu_2021.xlsx", million),
    }
    for label, file in files.items():
        _compare(label, {"screen": _screen(file)}, rounds=1)


def main() -> None:
    """Runs all of it on the folder of real files."""
    data = Path(sys.argv[1])
    if not (data / "exam").is_dir():
        sys.exit(f"Không có tệp thi thật tại {data}. No real exam files: set PHANLUONG_DATA.")
    with tempfile.TemporaryDirectory(prefix="phanluong-bench") as name:
        _of_csv(data, Path(name))
        _of_xlsx(data, Path(name))
        _of_a_million(Path(name))


if __name__ == "__main__":
    main()
