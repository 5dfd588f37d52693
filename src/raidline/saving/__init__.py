"""Pages and documents from the web, and files, saved as articles: the only package that opens the network.

It does so only for the addresses that a person names, and for the new entries of a feed that they name.
"""
