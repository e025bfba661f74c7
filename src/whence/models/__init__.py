"""Loaders for pretrained models. Each checks that the files are the ones we measured with, and says so when they are not."""

from whence.models.encoder import Encoder, load_encoder, load_matcher
from whence.models.parser import load_parser

__all__ = ["Encoder", "load_encoder", "load_matcher", "load_parser"]
