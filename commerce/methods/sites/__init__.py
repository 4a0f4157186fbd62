"""Method sites: places of the web that are asked for the components of a job that a person names."""
