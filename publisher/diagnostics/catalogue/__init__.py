"""Every code that publisher can give: its severity, its wording, its remedy.

The one table of codes, a module a family. Call sites give only facts. docs/diagnostics.md is
made from it (docs/make.py), a test holds that each code is given somewhere and shown in a test.
A code that is retired is never used for anything else.
"""

from publisher.diagnostics.catalogue.bib import BIB
from publisher.diagnostics.catalogue.bld import BLD
from publisher.diagnostics.catalogue.cfg import CFG
from publisher.diagnostics.catalogue.doc import DOC
from publisher.diagnostics.catalogue.ebk import EBK
from publisher.diagnostics.catalogue.elt import ELT
from publisher.diagnostics.catalogue.entry import Entry
from publisher.diagnostics.catalogue.epb import EPB
from publisher.diagnostics.catalogue.fnt import FNT
from publisher.diagnostics.catalogue.htm import HTM
from publisher.diagnostics.catalogue.idx import IDX
from publisher.diagnostics.catalogue.img import IMG
from publisher.diagnostics.catalogue.lay import LAY
from publisher.diagnostics.catalogue.lnt import LNT
from publisher.diagnostics.catalogue.mkd import MKD
from publisher.diagnostics.catalogue.nws import NWS
from publisher.diagnostics.catalogue.par import PAR
from publisher.diagnostics.catalogue.pdf import PDF
from publisher.diagnostics.catalogue.pgl import PGL
from publisher.diagnostics.catalogue.pre import PRE
from publisher.diagnostics.catalogue.pub import PUB
from publisher.diagnostics.catalogue.src import SRC
from publisher.diagnostics.catalogue.tgt import TGT
from publisher.diagnostics.catalogue.txt import TXT
from publisher.diagnostics.catalogue.typ import TYP

CATALOGUE: dict[str, Entry] = {
    **SRC,
    **TXT,
    **MKD,
    **HTM,
    **DOC,
    **NWS,
    **EBK,
    **TYP,
    **LNT,
    **IMG,
    **BIB,
    **CFG,
    **PUB,
    **LAY,
    **FNT,
    **EPB,
    **ELT,
    **PDF,
    **PRE,
    **PGL,
    **PAR,
    **BLD,
    **IDX,
    **TGT,
}

__all__ = ["CATALOGUE", "Entry"]
