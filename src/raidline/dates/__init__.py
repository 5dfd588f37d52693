"""Dates as precise as their source: EDTF strings, the values read from them, and their wording."""

from raidline.dates.value import Edtf as Edtf
from raidline.dates.value import Precision as Precision
