"""The web page: `page` assembles it, each drawing or text on it has its own module, templates/ defines its look."""
