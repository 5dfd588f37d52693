"""The web page: `page` puts it together, the drawings and words on it have a module each, its look is in templates/."""
