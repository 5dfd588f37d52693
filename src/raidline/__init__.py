"""Turn news reports on immigration enforcement into a sourced timeline per jurisdiction."""

__version__ = "0.1.0"
