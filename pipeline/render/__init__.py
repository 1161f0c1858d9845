"""Renderers: Document and template in, the bytes of one artifact out."""
