"""make bench-screen: `./phanluong screen` against DuckDB on CSV and pandas with openpyxl on xlsx.

Each run is a process of its own, cold; the two take turns in every round. Printed are medians of
wall seconds, rows a second, the peak of resident memory, and the ratio of the medians.

What each does with a CSV of exam results:
- screen: finds encoding, delimiter, header and scope, reads every cell as its field (scores in
  range, candidate numbers, councils of that year), finds keys met twice, one thread;
- DuckDB: read_csv with the delimiter, header and encoding given, every column as text, casts and
  range checks of every score, the shape of the number, keys met twice; all cores.
With a workbook: screen as above; pandas reads all cells as text and checks nothing.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

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
print(con.execute("select count(*), count(*) filter (bad) from read").fetchone(), twice)
"""

PANDAS = """
import sys, pandas
print(pandas.read_excel(sys.argv[1], engine="openpyxl", dtype=str, header=None).shape)
"""


def _screen(*files: Path, year: str | None = None) -> list[str]:
    period = ["--period", year] if year else []
    return [str(HOUSE / "phanluong"), "screen", "--most", "5", *period, *map(str, files)]


def _python(program: str, *files: Path) -> list[str]:
    return [sys.executable, "-c", program, *map(str, files)]


def _run(command: list[str]) -> tuple[float, float]:
    """Wall seconds and peak megabytes of a command; findings (1) are no failure."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read() if process.stdout else b""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(output.decode())
    return seconds, usage.ru_maxrss / 1024


def _compare(label: str, rows: int, commands: dict[str, list[str]], rounds: int = ROUNDS) -> None:
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(_run(command))
    medians = {}
    for name, runs in taken.items():
        medians[name] = statistics.median(seconds for seconds, _ in runs)
        peak = statistics.median(megabytes for _, megabytes in runs)
        rate = rows / medians[name]
        print(f"{label:28} {name:8} {medians[name]:7.2f} s {rate:12,.0f} rows/s {peak:6,.0f} MB")
    if len(medians) == 2:
        ours, theirs = medians.values()
        print(f"{label:28} screen / other of medians: {ours / theirs:.2f}", flush=True)


def _lines(file: Path) -> int:
    with file.open("rb") as bytes_:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: bytes_.read(1 << 20), b"")) - 1


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


def _row_of(row: int) -> list[str]:
    """Fifteen cells: number, nine scores, code, year and three texts nobody asked for."""
    scores = [_score(row, subject) for subject in range(9)]
    return [
        f"{1 + row // 100_000 % 3:02d}{row % 100_000:06d}",
        *scores,
        "N1" if scores[8] else "",
        "2021",
        "",
        f"THPT số {row % 40}",
        f"12A{row % 15}",
    ]


def _cell(text: str) -> str:
    if text and text[0].isdigit() and len(text) < 8:
        return f"<c><v>{text}</v></c>"
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>' if text else "<c/>"


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
    return f"<row>{''.join(map(_cell, cells))}</row>"


def _csv(file: Path, rows: int) -> Path:
    with file.open("w") as out:
        out.write(",".join(["SBD", *SUBJECTS]) + "\n")
        for row in range(rows):
            out.write(",".join(_row_of(row)) + "\n")
    return file


def _of_csv(data: Path, folder: Path) -> None:
    files = [_unpacked(file, folder) for file in sorted(data.glob("exam/normalized/*.csv.gz"))]
    one = files[4]
    _compare("CSV 2021", _lines(one), {"screen": _screen(one), "duckdb": _python(DUCKDB, one)})
    rows = sum(map(_lines, files))
    _compare("CSV 7 years", rows, {"screen": _screen(*files), "duckdb": _python(DUCKDB, *files)})


def _of_xlsx(data: Path, folder: Path) -> None:
    real = [*data.glob("exam/raw/2021-xlsx/49.xlsx"), *data.glob("exam/raw/2025*/*.xlsx")]
    real = sorted(real, key=lambda file: -file.stat().st_size)[:2]
    for file in real:
        _compare(f"{file.parent.name}/{file.name}"[-28:], 0, _both(file))
    _compare("xlsx 200,000 x 15", 200_000, _both(_workbook(folder / "thi_2021.xlsx", 200_000)))


def _both(file: Path) -> dict[str, list[str]]:
    return {"screen": _screen(file), "pandas": _python(PANDAS, file)}


def _of_a_million(folder: Path) -> None:
    makers: list[tuple[str, Callable[[Path, int], Path]]] = [("csv", _csv), ("xlsx", _workbook)]
    for kind, make in makers:
        file = make(folder / f"trieu_2021.{kind}", 1_000_000)
        _compare(f"{kind} 1,000,000 x 15", 1_000_000, {"screen": _screen(file)}, rounds=1)


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
