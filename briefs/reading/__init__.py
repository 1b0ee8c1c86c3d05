"""Reading: files become Articles whose text is whole, normalised and labelled."""

from briefs.reading.folder import base_of, read_file, read_folder
from briefs.reading.labelling import label
from briefs.reading.visible import visible_text

__all__ = ["base_of", "label", "read_file", "read_folder", "visible_text"]
