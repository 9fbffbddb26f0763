"""The only place that makes the files of ``corpus/``: ``python -m solmu.formats.tests.corpus_seeds``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from solmu.formats import WRITERS, write_file
from solmu.formats.dataset import ActorRow, Dataset, TieRow
from solmu.formats.template import write_template
from solmu.formats.tests import (
    canvas_files,
    directory_files,
    dl_files,
    gexf_files,
    graphs,
    kumu_files,
    pajek_files,
)
from solmu.formats.tests.workbooks import cells, inline, raw_workbook, workbook

FOLDER = Path(__file__).parent / "corpus"

_NETWORK = Dataset(
    actors=(
        ActorRow(
            ref="o",
            label="Ohjaamo",
            kind="unit",
            sector="ohjaamo",
            parent="Kaupunki",
            tags=("a", "b"),
        ),
        ActorRow(ref="k", label="Kela", kind="organisation", phone="+358 20", other_names=("FPA",)),
        ActorRow(ref="p", label="Paja", municipality="Jämsä", extra={"Väri": "sininen"}),
    ),
    ties=(
        TieRow(
            source="o", target="k", direction="both", contents=("information", "kahvi"), frequency=3
        ),
        TieRow(source="p", target="o", weight=0.5, status="wished", valid_from=date(2024, 1, 1)),
        TieRow(source="k", target="p", direction="undirected", note="sovittu", closeness=2),
    ),
)
_MESSY = (
    "Järvilakeuden verkosto;;\r\n;;\r\nOrg.;Yht.hlö;Puh.\r\nKela;Mari Salo;020\r\n;;\r\n"
    "Paja;;\r\n;;\r\n;;\r\nMistä;Mihin;Kuinka usein\r\nKela;Paja;joskus\r\nPaja;Pajaa;viikoittain\r\n"
)
_ODD_SHEET = cells(
    inline(1, "Nimi", "Kuuluu", "Vahvistettu")
    + '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" s="1"><v>46266</v></c></row>'
    + '<row r="3"><c r="A3" t="str"><f>A2</f><v>Paja</v></c><c r="B3"><f>1</f></c></row>'
    + '<row r="4"><c r="A4" t="e"><v>#REF!</v></c><c r="B4" t="b"><v>1</v></c></row>'
)


def seeds() -> dict[str, bytes]:
    """Build every seed by its file name."""
    found = {f"solmu.{ending}": write_file(_NETWORK, ending) for ending in WRITERS}
    found |= {f"{program}.graphml": text.encode() for program, text in graphs.ALL.items()}
    found |= {f"{program}.gexf": text.encode() for program, text in gexf_files.ALL.items()}
    found |= {f"kumu-{shape}.json": kumu_files.text(tree) for shape, tree in kumu_files.ALL.items()}
    found |= {name: text.encode() for name, text in pajek_files.ALL.items()}
    found |= {f"{form}.dl": text.encode() for form, text in dl_files.ALL.items()}
    found["ptv.json"] = directory_files.PTV_FI_SV
    found["ptv-ended.json"] = directory_files.text(directory_files.PTV_ENDED)
    found["hsds.json"] = directory_files.text(directory_files.HSDS)
    found["hsds.zip"] = directory_files.hsds_zip()
    found["canvas.zip"] = canvas_files.zipped()
    found["canvas-graphml.zip"] = canvas_files.zipped_graphml()
    found["messy.csv"] = _MESSY.encode()
    found["messy-1252.csv"] = _MESSY.encode("cp1252")
    found["messy-utf16.csv"] = _MESSY.encode("utf-16")
    found["template.xlsx"] = write_template("sv")
    found["kumu.xlsx"] = workbook(
        {
            "Elements": [["Label", "Type", "Tags"], ["A", "Person", "x|y"], ["B", "Org", ""]],
            "Connections": [["From", "To", "Type", "Strength"], ["A", "B | C", "knows", 2]],
        }
    )
    found["odd.xlsx"] = raw_workbook(
        _ODD_SHEET,
        sharedStrings="<sst><si><r><t>Ke</t></r><r><t>la</t></r></si></sst>",
        styles='<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    )
    return found


def main() -> None:
    """Write the files anew."""
    FOLDER.mkdir(exist_ok=True)
    for name, data in seeds().items():
        (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    main()
