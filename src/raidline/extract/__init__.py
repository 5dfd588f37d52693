"""From an article to candidate events; `pipeline` runs the steps."""
