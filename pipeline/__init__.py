"""banxin (版心): structured YAML in, official Word and PDF reports out."""

__version__ = "0.1.0"
