"""Events files and the events in them, each with file and line; their canonical form and their JSON Schema."""
