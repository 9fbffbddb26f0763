"""Where shared maps meet HTTP: a coordinator's pages, and what a link opens."""
