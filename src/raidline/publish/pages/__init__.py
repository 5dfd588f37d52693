"""The pages of a site as HTML, a module for each sort of page; `frame` has what all of them share."""
