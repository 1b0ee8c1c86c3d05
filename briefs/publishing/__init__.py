"""A folder of briefs as a web site: every day, every month, every continuing story, and a feed."""

from briefs.publishing.site import Published, publish

__all__ = ["Published", "publish"]
