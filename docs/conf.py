"""How the documentation is built: `make docs`."""

project = "reasoner"
author = "the authors of reasoner"
extensions = ["myst_parser"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "reasoner"
html_copy_source = False
html_show_sphinx = False
