"""Jurisdictions: what a name can mean, and which jurisdictions contain which."""

from raidline.places.jurisdiction import Jurisdiction as Jurisdiction
from raidline.places.lookup import containers as containers
from raidline.places.lookup import counties_of as counties_of
from raidline.places.lookup import resolve as resolve
from raidline.places.lookup import within as within
from raidline.places.unresolved import AmbiguousPlace as AmbiguousPlace
from raidline.places.unresolved import UnknownPlace as UnknownPlace
