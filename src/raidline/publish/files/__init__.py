"""The files of a site that programs read: feeds, tables, the index of the search, the sitemap."""
